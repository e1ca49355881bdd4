import type { Annex, ReportItem } from '@jixiao/core';
import type { AnnexListBlock } from './document.js';
import { surveyOf } from './survey.js';

interface Parted {
  readonly text: readonly ReportItem[];
  readonly annexes: readonly Annex[];
}

const parted = new WeakMap<readonly ReportItem[], Parted>();

/** Parts the annexes, wherever they are written, from the text; what holds none stays the object it is. */
export function collectAnnexes(items: readonly ReportItem[]): Parted {
  let found = parted.get(items);
  if (!found) {
    found = partAnnexes(items);
    parted.set(items, found);
  }
  return found;
}

function partAnnexes(items: readonly ReportItem[]): Parted {
  if (!items.some((item) => surveyOf(item).hasAnnexes)) return { text: items, annexes: [] };
  const annexes: Annex[] = [];
  const text = items.flatMap((item): ReportItem[] => {
    if (!surveyOf(item).hasAnnexes || !('items' in item)) return [item];
    const inside = collectAnnexes(item.items);
    const isBare = inside.text === item.items;
    annexes.push(...inside.annexes);
    if (item.kind === 'annex') annexes.push(isBare ? item : { ...item, items: inside.text });
    return item.kind === 'annex' ? [] : [isBare ? item : { ...item, items: inside.text }];
  });
  return { text, annexes };
}

/** 附件2; the only annex has no number (GB/T 9704-2012, 7.3.4 and 7.3.6). */
export function annexLabel(annex: Annex, annexes: readonly Annex[]): string {
  return isOnly(annex, annexes) ? '附件' : `附件${annex.number}`;
}

/** 附件：1.×× below the text; undefined without annexes. */
export function annexListBlock(annexes: readonly Annex[], key: string): AnnexListBlock | undefined {
  if (annexes.length === 0) return undefined;
  const entries = annexes.map((annex) => {
    const { number, title, titleSpan: span } = annex;
    return isOnly(annex, annexes) ? { title, span } : { number, title, span };
  });
  return { kind: 'annexList', key, entries };
}

/** The source numbers annexes itself: a single one called 附件2 belongs to a package and keeps its number. */
function isOnly(annex: Annex, annexes: readonly Annex[]): boolean {
  return annexes.length === 1 && annex.number === 1;
}
