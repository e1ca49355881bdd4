import { toHalfWidth } from '@jixiao/core';

/** The ways in which the items of a list are numbered in running text; each gives the mark of an item. */
const STYLES: readonly ((n: number) => string)[] = [
  (n) => `${numeral(n)}是`,
  (n) => `其${numeral(n)}，`,
  (n) => `其${numeral(n)}是`,
  (n) => `第${numeral(n)}，`,
  (n) => `第${numeral(n)}是`,
  (n) => `(${n})`,
  (n) => `(${numeral(n)})`,
  (n) => String.fromCharCode(0x2460 + n - 1),
  (n) => `${n}.`,
  (n) => `${n}、`,
  (n) => `${n})`,
];
const MOST = 12;

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function numeral(n: number): string {
  return DIGITS[n] ?? '';
}

/** A list whose items are numbered: “一是…；二是…。” */
export interface Enumeration {
  readonly count: number;
  readonly to: number;
  /** The paragraph ends with the list, so that nothing of it stands in the next one. */
  readonly isWhole: boolean;
}

/** Nobody counts in a paragraph longer than this. */
const LONGEST_LIST = 4000;

/** The numbered list that begins at a place, if one does. */
export function enumerated(original: string, from: number): Enumeration | undefined {
  const start = from + (/^\s*/.exec(original.slice(from, from + 2))?.[0].length ?? 0);
  const beginning = toHalfWidth(original.slice(start, start + 6));
  const style = STYLES.find((mark) => beginning.startsWith(mark(1)) && !/^\d\.\d/.test(beginning));
  if (!style) return undefined;
  const text = toHalfWidth(original.slice(start, start + LONGEST_LIST));
  // Another list may follow, which begins with the same mark.
  const again = markAfter(text, style(1), 1);
  const list = again < 0 ? text : text.slice(0, again);
  let count = 1;
  for (let at = 0; count < MOST; count++) {
    at = markAfter(list, style(count + 1), at + 1);
    if (at < 0) break;
  }
  if (count === 1) return undefined;
  return {
    count,
    to: start + list.length,
    isWhole: again < 0 && start + text.length === original.length && /[。！]\s*$/.test(list),
  };
}

/** Where a mark begins an item: after a punctuation mark. */
function markAfter(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at > 0 && !/[\s，。；：、,;:!！]/.test(text[at - 1] ?? '')) at = text.indexOf(mark, at + 1);
  return at;
}
