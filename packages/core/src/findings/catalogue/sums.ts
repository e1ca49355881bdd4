import { findingKind } from '../definition.js';

/** Σ of the parts against the stated total: beyond what rounding explains. */
export const mismatch = findingKind<{
  name: string;
  group: string;
  column: string;
  total: string;
  sum: string;
  difference: string;
  bound: string;
  blanks: number;
}>('sum/mismatch', 'error', ({ name, group, column, total, sum, difference, bound, blanks }) => ({
  zh: `“${name}”${column && `的“${column}”`}为${total}，${group && `按“${group}”`}各项之和为${sum}，相差${difference}${
    bound ? `，超过尾差允许的${bound}` : ''
  }${blanks > 0 ? `（有${blanks}项为空）` : ''}`,
  en: `“${name}”${column && ` (${column})`} is ${total}, but its parts${group && ` by “${group}”`} make ${sum}: a difference of ${difference}${
    bound ? `, more than rounding explains (${bound})` : ''
  }${blanks > 0 ? ` (${blanks} blank)` : ''}`,
}));

/** Σ of the parts differs from the total, within the sum of the rounding half-widths: 尾差. */
export const rounding = findingKind<{
  name: string;
  group: string;
  column: string;
  total: string;
  sum: string;
  difference: string;
  bound: string;
}>('sum/rounding', 'hint', ({ name, group, column, total, sum, difference, bound }) => ({
  zh: `“${name}”${column && `的“${column}”`}为${total}，${group && `按“${group}”`}各项之和为${sum}，相差${difference}，属四舍五入尾差（允许${bound}）`,
  en: `“${name}”${column && ` (${column})`} is ${total}, its parts${group && ` by “${group}”`} make ${sum}: the difference of ${difference} is within rounding (${bound})`,
}));

/** A partial breakdown (其中) larger than its total. */
export const exceeds = findingKind<{
  name: string;
  group: string;
  column: string;
  total: string;
  sum: string;
  difference: string;
}>('sum/exceeds', 'error', ({ name, group, column, total, sum, difference }) => ({
  zh: `“${name}”${column && `的“${column}”`}为${total}，其中${group && `“${group}”`}各项之和为${sum}，超出${difference}`,
  en: `“${name}”${column && ` (${column})`} is ${total}, but the parts listed${group && ` under “${group}”`} already make ${sum}: ${difference} too much`,
}));

/** Two partitions of one total determine a breakdown that nobody wrote. */
export const derived = findingKind<{ name: string; parts: readonly string[] }>(
  'sum/derived',
  'hint',
  ({ name, parts }) => ({
    zh: `由两种口径推算，“${name}”中含${parts.join('、')}`,
    en: `The two breakdowns imply that “${name}” contains ${parts.join(', ')}`,
  }),
);

/** … and the derived amount is below zero: one of the two breakdowns is wrong. */
export const derivedNegative = findingKind<{
  name: string;
  part: string;
  whole: string;
  basic: string;
  difference: string;
}>('sum/derived-negative', 'error', ({ name, part, whole, basic, difference }) => ({
  zh: `“${part}”全部为${whole}，已列${basic}，“${name}”中的“${part}”只能是${difference}，不应为负`,
  en: `“${part}” is ${whole} in all and ${basic} elsewhere, so that “${name}” would hold ${difference} of it: it cannot be negative`,
}));
