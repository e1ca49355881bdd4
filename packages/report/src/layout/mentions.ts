import { type Captioned, itemsMentioned, type ReportItem } from '@jixiao/core';
import type { Caption } from './document.js';
import { surveyAll } from './survey.js';

/**
 * Numbers the tables, charts and pictures of a report and finds the one that a mention means. One
 * is numbered if it has a caption or if the text mentions it; tables count apart from 图.
 */
export class Mentions {
  readonly #captions = new Map<Captioned, Caption>();
  readonly #byName = new Map<string, Caption>();

  /**
   * @param items all items in the order in which they are printed
   * @param before of an earlier version of the report: a caption that is the same stays the object that it was
   */
  constructor(items: readonly ReportItem[], before?: Mentions) {
    const { captioned, mentions } = surveyAll(items);
    const mentioned = itemsMentioned(captioned, mentions);
    const wanted = new Set(mentioned.values());
    const counts = { 表: 0, 图: 0 };
    for (const item of captioned) {
      if (item.caption === undefined && !wanted.has(item)) continue;
      const kind = item.kind === 'table' ? '表' : '图';
      counts[kind] += 1;
      const number = counts[kind];
      const known = before?.captionOf(item);
      // An item that is the same object has the same words.
      const caption = known?.number === number ? known : captionFor(item, kind, number);
      this.#captions.set(item, caption);
    }
    for (const [name, item] of mentioned) {
      const caption = this.#captions.get(item);
      if (caption) this.#byName.set(name, caption);
    }
  }

  captionOf(item: Captioned): Caption | undefined {
    return this.#captions.get(item);
  }

  /** What a name means that one of the items mentions. */
  captionNamed(name: string): Caption | undefined {
    return this.#byName.get(name);
  }

  /** What a mention in one of the items prints, and the bookmark it points to. */
  resolve(name: string): { readonly text: string; readonly target?: string } {
    const caption = this.captionNamed(name);
    return caption ? { text: `${caption.kind}${caption.number}`, target: caption.id } : { text: gapText(name) };
  }
}

function captionFor(item: Captioned, kind: Caption['kind'], number: number): Caption {
  const id = `${kind === '表' ? 'table' : 'figure'}${number}`;
  return { kind, number, text: item.caption ?? defaultText(item), id };
}

/** What stands where the source names something that does not exist. */
export function gapText(name: string): string {
  return `〔缺：${name}〕`;
}

function defaultText(item: Captioned): string {
  if (item.kind === 'chart') return item.subject?.label ?? '';
  if (item.kind !== 'table' || item.subject.kind === 'unknown') return '';
  if (item.subject.kind === 'indicators') return item.subject.table.label;
  const { figure, group } = item.subject;
  const partition = group === undefined ? undefined : figure.groups[group];
  return partition?.label ?? partition?.name ?? figure.label;
}
