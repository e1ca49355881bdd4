import { chineseNumber, circledNumber } from '@jixiao/core';

/** Deepest level of headings. */
export const DEEPEST_LEVEL = 9;

/** Word processors circle numbers up to ⑳ and write plain digits from 21 on. */
const LAST_CIRCLED = 20;

/**
 * How each level writes its number: 一、 （一） 1. （1） by GB/T 9704-2012, 7.3.3; ① by custom. The
 * standard knows no deeper level; Latin letters, bare and in brackets, continue the pattern.
 */
const NUMBER_TEXTS: readonly ((count: number) => string)[] = [
  (count) => `${chineseNumber(count)}、`,
  (count) => `（${chineseNumber(count)}）`,
  (count) => `${count}.`,
  (count) => `（${count}）`,
  (count) => (count <= LAST_CIRCLED ? circledNumber(count) : `${count}`),
  (count) => `${letters(count, 'A')}.`,
  (count) => `（${letters(count, 'A')}）`,
  (count) => `${letters(count, 'a')}.`,
  (count) => `（${letters(count, 'a')}）`,
];

/** The number of the `count`th heading or item of a level, with its punctuation. */
export function numberText(level: number, count: number): string {
  const write = NUMBER_TEXTS[Math.min(level, DEEPEST_LEVEL) - 1];
  if (!write) throw new RangeError(`Not a heading level: ${level}`);
  return write(count);
}

/**
 * The level whose numbers the items of a list use: the next one below the heading above, though
 * never 一、 or （一）, which are kept for headings.
 */
export function itemLevel(headingLevel: number): number {
  return Math.min(Math.max(headingLevel + 1, 3), 5);
}

/** Counts headings: a new one starts counting again on all levels below it. */
export class HeadingCounter {
  readonly #counts: number[] = [];

  next(level: number): number {
    this.#counts.length = Math.min(this.#counts.length, level);
    const count = (this.#counts[level - 1] ?? 0) + 1;
    this.#counts[level - 1] = count;
    return count;
  }
}

/** A … Z, then AA, BB … as word processors count. */
function letters(count: number, first: string): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((count - 1) % 26));
  return letter.repeat(Math.floor((count - 1) / 26) + 1);
}
