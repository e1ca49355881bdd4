import type { Finding, Language } from '@jixiao/core';
import { shownSeverity } from '../diagnostics/severities.js';
import type { PreviewMark, PreviewMarks } from '../protocol.js';
import type { Settings } from '../settings.js';
import type { PlaceIndex } from './places.js';

/** Findings by the key of the block that they concern. */
export type MarksByBlock = ReadonlyMap<string, readonly PreviewMark[]>;

/** The findings that concern something on the paper. */
export function marksOn(
  places: PlaceIndex,
  findings: readonly Finding[],
  settings: Settings,
  language: Language,
): MarksByBlock {
  const marks = new Map<string, PreviewMark[]>();
  for (const finding of findings) {
    const severity = shownSeverity(finding, settings);
    const found = severity && places.around(finding.at);
    if (!found) continue;
    const mark = { place: found.place, severity, code: finding.code, message: finding.message[language] };
    const known = marks.get(found.key);
    if (known) known.push(mark);
    else marks.set(found.key, [mark]);
  }
  return marks;
}

/** The blocks whose marks are others now; those that are gone need no word. */
export function changedMarks(before: MarksByBlock, now: MarksByBlock, removed: readonly string[]): PreviewMarks[] {
  const changed: PreviewMarks[] = [];
  for (const [key, marks] of now) if (!areSame(before.get(key), marks)) changed.push({ key, marks });
  const gone = new Set(removed);
  for (const key of before.keys()) if (!now.has(key) && !gone.has(key)) changed.push({ key, marks: [] });
  return changed;
}

function areSame(before: readonly PreviewMark[] | undefined, now: readonly PreviewMark[]): boolean {
  return before?.length === now.length && now.every((mark, index) => isSame(before[index], mark));
}

function isSame(a: PreviewMark | undefined, b: PreviewMark): boolean {
  return a?.place === b.place && a?.severity === b.severity && a.code === b.code && a.message === b.message;
}
