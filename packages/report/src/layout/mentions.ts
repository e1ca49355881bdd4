import type { ChartItem, Figure, ImageItem, ReportItem, TableItem } from '@jixiao/core';
import type { Caption } from './document.js';
import { surveyProse } from './prose.js';

type Captioned = TableItem | ChartItem | ImageItem;

/**
 * Numbers the tables, charts and pictures of a report and finds the one that a mention means. One
 * is numbered if it has a caption or if the text mentions it; tables count apart from 图.
 */
export class Mentions {
  readonly #captions = new Map<Captioned, Caption>();
  readonly #byName = new Map<string, Caption>();

  /** @param items all items in the order in which they are printed */
  constructor(items: readonly ReportItem[]) {
    const captioned: Captioned[] = [];
    const mentioned = new Set<string>();
    collect(items, captioned, mentioned);
    const counts = { 表: 0, 图: 0 };
    for (const item of captioned) {
      const names = mentioned.size === 0 ? [] : namesOf(item).filter((name) => mentioned.has(name));
      if (item.caption === undefined && names.length === 0) continue;
      const kind = item.kind === 'table' ? '表' : '图';
      counts[kind] += 1;
      const number = counts[kind];
      const id = `${kind === '表' ? 'table' : 'figure'}${number}`;
      const caption: Caption = { kind, number, text: item.caption ?? defaultText(item), id };
      this.#captions.set(item, caption);
      for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, caption);
    }
  }

  captionOf(item: Captioned): Caption | undefined {
    return this.#captions.get(item);
  }

  /** What a mention in one of the items prints, and the bookmark it points to. */
  resolve(name: string): { readonly text: string; readonly target?: string } {
    const caption = this.#byName.get(name);
    return caption ? { text: `${caption.kind}${caption.number}`, target: caption.id } : { text: gapText(name) };
  }
}

/** What stands where the source names something that does not exist. */
export function gapText(name: string): string {
  return `〔缺：${name}〕`;
}

function collect(items: readonly ReportItem[], captioned: Captioned[], mentioned: Set<string>): void {
  for (const item of items) {
    if (item.kind === 'table' || item.kind === 'chart' || item.kind === 'image') captioned.push(item);
    else if (item.kind === 'prose') for (const name of surveyProse(item).mentions) mentioned.add(name);
    else if (item.kind !== 'pagebreak') collect(item.items, captioned, mentioned);
  }
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
