import type { Figure, ReportItem } from '@jixiao/core';
import type { Caption } from './document.js';
import { type Captioned, surveyAll } from './survey.js';

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
    const mentioned = new Set(mentions);
    const counts = { 表: 0, 图: 0 };
    for (const item of captioned) {
      const names = mentioned.size === 0 ? [] : namesOf(item).filter((name) => mentioned.has(name));
      if (item.caption === undefined && names.length === 0) continue;
      const kind = item.kind === 'table' ? '表' : '图';
      counts[kind] += 1;
      const number = counts[kind];
      const known = before?.captionOf(item);
      // An item that is the same object has the same words.
      const caption = known?.number === number ? known : captionFor(item, kind, number);
      this.#captions.set(item, caption);
      for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, caption);
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

/** The caption first; then the names of what is shown. */
function namesOf(item: Captioned): string[] {
  const names = item.caption === undefined ? [] : [item.caption];
  if (item.kind === 'image') return [...names, item.path];
  if (item.kind === 'chart' || item.subject.kind === 'unknown') return names;
  if (item.subject.kind === 'indicators') return [...names, item.subject.table.name, item.subject.table.label];
  return [...names, ...namesOfFigure(item.subject.figure, item.subject.group)];
}

const namesOfFigures = new WeakMap<Figure, Map<number | undefined, readonly string[]>>();

/** From the whole path to its last word, then the label; once, for a figure never changes. */
function namesOfFigure(figure: Figure, group: number | undefined): readonly string[] {
  let known = namesOfFigures.get(figure);
  if (!known) {
    known = new Map();
    namesOfFigures.set(figure, known);
  }
  let names = known.get(group);
  if (!names) {
    const partition = group === undefined ? undefined : figure.groups[group];
    const path = partition?.name === undefined ? figure.path : [...figure.path, partition.name];
    names = [...path.map((_, index) => path.slice(index).join('.')), partition?.label ?? figure.label];
    known.set(group, names);
  }
  return names;
}

function defaultText(item: Captioned): string {
  if (item.kind !== 'table' || item.subject.kind === 'unknown') return '';
  if (item.subject.kind === 'indicators') return item.subject.table.label;
  const { figure, group } = item.subject;
  const partition = group === undefined ? undefined : figure.groups[group];
  return partition?.label ?? partition?.name ?? figure.label;
}
