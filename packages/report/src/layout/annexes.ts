import type { Annex, ReportItem } from '@jixiao/core';
import type { AnnexListBlock } from './document.js';

/** Parts the annexes, wherever they are written, from the text; what holds none stays the object it is. */
export function collectAnnexes(items: readonly ReportItem[]): {
  readonly text: readonly ReportItem[];
  readonly annexes: readonly Annex[];
} {
  const annexes: Annex[] = [];
  const withoutAnnexes = (list: readonly ReportItem[]): readonly ReportItem[] => {
    let isOther = false;
    const left: ReportItem[] = [];
    for (const item of list) {
      if (item.kind === 'annex') {
        annexes.push({ ...item, items: withoutAnnexes(item.items) });
        isOther = true;
      } else if (item.kind === 'section' || item.kind === 'landscape') {
        const inside = withoutAnnexes(item.items);
        left.push(inside === item.items ? item : { ...item, items: inside });
        isOther ||= inside !== item.items;
      } else left.push(item);
    }
    return isOther ? left : list;
  };
  return { text: withoutAnnexes(items), annexes };
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
