import type { Splice } from '../changes/splices.js';
import { type LineRange, Places } from './places.js';

/** A replacement in a text. */
export interface Replacement extends Splice {
  /** Replacements that only make sense together have one group. */
  readonly group?: number;
}

/**
 * What really changes, without what is the same at both ends; the end of the first line, the line
 * breaks and the beginning of the last line each on their own, so that lines can be told apart.
 */
export function smallest(replacement: Replacement, text: string): Replacement[] {
  const { start, end } = replacement;
  const before = text.slice(start, end).split('\n');
  const after = replacement.text.split('\n');
  if (before.length === 1 || after.length === 1) return trimmed(replacement, text);
  const from = start + (before[0] ?? '').length;
  const to = end - (before.at(-1) ?? '').length;
  return [
    { ...replacement, end: from, text: after[0] ?? '' },
    { ...replacement, start: from, end: to, text: '\n'.repeat(after.length - 1) },
    { ...replacement, start: to, text: after.at(-1) ?? '' },
  ].flatMap((part) => trimmed(part, text));
}

function trimmed(replacement: Replacement, text: string): Replacement[] {
  const before = text.slice(replacement.start, replacement.end);
  const after = replacement.text;
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front++;
  let back = 0;
  while (back < shorter - front && before.at(-1 - back) === after.at(-1 - back)) back++;
  const start = replacement.start + front;
  return [{ ...replacement, start, end: replacement.end - back, text: after.slice(front, after.length - back) }];
}

/** The replacements that lie on certain lines of a text, without those of groups that reach beyond. */
export function onLines(
  replacements: readonly Replacement[],
  text: string,
  { first, last }: LineRange,
): readonly Replacement[] {
  const places = new Places(text);
  const isOutside = ({ start, end }: Replacement) => places.at(start).line < first || places.at(end).line > last;
  const divided = new Set(replacements.filter(isOutside).map(({ group }) => group));
  return replacements.filter(
    (replacement) => !isOutside(replacement) && (replacement.group === undefined || !divided.has(replacement.group)),
  );
}
