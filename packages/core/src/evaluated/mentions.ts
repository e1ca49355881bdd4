import type { ChartItem, ImageItem, TableItem } from './report.js';

/** What may have a caption, and so a number that the text can mention. */
export type Captioned = TableItem | ChartItem | ImageItem;

/** What an item shows, as the text names it: the path of a figure or of one of its breakdowns. */
interface Shown {
  readonly exactly: readonly string[];
  /** Of what it shows a part. */
  readonly partOf?: string;
}

const shown = new WeakMap<Captioned, Shown>();

/**
 * The item that each of the mentioned names means: the table that shows just that, else such a
 * chart, else the first that shows one of its breakdowns. A name that nothing shows is left out.
 */
export function itemsMentioned(
  items: readonly Captioned[],
  mentioned: Iterable<string>,
): ReadonlyMap<string, Captioned> {
  const wanted = new Set(mentioned);
  const found = new Map<string, Captioned>();
  if (wanted.size === 0) return found;
  const put = (name: string | undefined, item: Captioned) => {
    if (name !== undefined && wanted.has(name) && !found.has(name)) found.set(name, item);
  };
  const tables = items.filter(({ kind }) => kind === 'table');
  const others = items.filter(({ kind }) => kind !== 'table');
  for (const item of [...tables, ...others]) for (const name of shownBy(item).exactly) put(name, item);
  for (const item of [...tables, ...others]) put(shownBy(item).partOf, item);
  return found;
}

/** Found once, for an item never changes. */
function shownBy(item: Captioned): Shown {
  let known = shown.get(item);
  if (!known) {
    const { exactly, partOf } = readShown(item);
    known = { exactly: item.caption === undefined ? exactly : [item.caption, ...exactly], ...(partOf && { partOf }) };
    shown.set(item, known);
  }
  return known;
}

function readShown(item: Captioned): Shown {
  if (item.kind === 'image') return { exactly: [item.path] };
  if (item.kind === 'chart') return item.subject ? pathShown(item.subject.figure, item.subject.group) : { exactly: [] };
  const { subject } = item;
  if (subject.kind === 'unknown') return { exactly: [] };
  if (subject.kind === 'indicators') return { exactly: [subject.table.name, subject.table.label] };
  const group = subject.group === undefined ? undefined : subject.figure.groups[subject.group];
  return pathShown(subject.figure.path, group?.name);
}

function pathShown(figure: readonly string[], group: string | undefined): Shown {
  const path = figure.join('.');
  return group === undefined ? { exactly: [path] } : { exactly: [`${path}.${group}`], partOf: path };
}
