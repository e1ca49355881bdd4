import type { Paragraph, Prose, ReportItem, Run, Section, Span } from '@jixiao/core';
import { isSame } from './sameness.js';

/**
 * The items of a report, those that say what they said before being the objects that they were: an
 * item whose parts are all unchanged is unchanged itself. Evaluation makes many of them anew.
 */
export function unchangedItems(before: readonly ReportItem[], now: readonly ReportItem[]): readonly ReportItem[] {
  if (before === now) return before;
  // Around what came or went, items keep their distance from the beginning or from the end.
  let end = 0;
  const shift = before.length - now.length;
  if (shift !== 0) {
    while (end < Math.min(before.length, now.length) && isAlike(before.at(-1 - end), now.at(-1 - end))) end += 1;
  }
  let isOther = shift !== 0;
  const items = now.map((item, index) => {
    const old = before[index < now.length - end ? index : index + shift];
    const kept = old ? unchangedItem(old, item) : item;
    if (kept !== old) isOther = true;
    return kept;
  });
  return isOther ? items : before;
}

/** Whether one may have become the other: cheap to say, and no harm if it is wrong. */
function isAlike(before: ReportItem | undefined, now: ReportItem | undefined): boolean {
  if (before?.kind !== now?.kind) return false;
  return before?.kind !== 'section' || now?.kind !== 'section' || before.title === now.title;
}

function unchangedItem(before: ReportItem, now: ReportItem): ReportItem {
  if (before === now) return before;
  if (before.kind === 'prose') return now.kind === 'prose' && isSameProse(before, now) ? before : now;
  if (before.kind === 'section') return now.kind === 'section' ? unchangedSection(before, now) : now;
  if (before.kind === 'annex' || before.kind === 'landscape') {
    if (now.kind !== before.kind) return now;
    const items = unchangedItems(before.items, now.items);
    return isSame(before, { ...now, items }) ? before : { ...now, items };
  }
  return isSame(before, now) ? before : now;
}

function unchangedSection(before: Section, now: Section): Section {
  const items = unchangedItems(before.items, now.items);
  const isSameSection =
    items === before.items && before.title === now.title && isSameSpan(before.titleSpan, now.titleSpan);
  return isSameSection && isSameSpan(before.span, now.span) ? before : { ...now, items };
}

/** What prose prints; the quantities behind it do not count. */
function isSameProse(before: Prose, now: Prose): boolean {
  return isEach(before.paragraphs, now.paragraphs, isSameParagraph) && isSameSpan(before.span, now.span);
}

function isSameParagraph(before: Paragraph, now: Paragraph): boolean {
  return before.kind === now.kind && isSameSpan(before.span, now.span) && isEach(before.runs, now.runs, isSameRun);
}

function isSameRun(before: Run, now: Run): boolean {
  if (before === now) return true;
  if (!isSameSpan(before.span, now.span)) return false;
  if (before.kind === 'reference') return now.kind === 'reference' && before.target === now.target;
  if (before.kind !== now.kind || before.text !== now.text) return false;
  if (before.kind === 'footnote' || now.kind === 'footnote') return true;
  if (before.emphasis !== now.emphasis) return false;
  return before.kind === 'text' || now.kind === 'text' || isSame(before.path, now.path);
}

function isSameSpan(before: Span, now: Span): boolean {
  if (before === now) return true;
  const { start, end } = before;
  return (
    before.anchor === now.anchor &&
    start.line === now.start.line &&
    start.character === now.start.character &&
    end.line === now.end.line &&
    end.character === now.end.character
  );
}

function isEach<T>(before: readonly T[], now: readonly T[], isSameOne: (before: T, now: T) => boolean): boolean {
  if (before === now) return true;
  if (before.length !== now.length) return false;
  for (let index = 0; index < now.length; index += 1) {
    if (!isSameOne(before[index] as T, now[index] as T)) return false;
  }
  return true;
}
