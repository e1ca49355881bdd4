import { catalogue } from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import { enumerated } from './enumerations.js';
import { type ParagraphText, spanOfStretch } from './paragraph-text.js';
import type { ParagraphRule } from './rule.js';

const { prose } = catalogue;

const NUMERALS: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};
const NUMBER = '(?<![\\d.．第十百千万亿一二两三四五六七八九])(\\d{1,2}|十[一二]|[两二三四五六七八九十])';
const COUNTED = '(?:个|家|项|类|名|所|座|处|支|条)';
const THINGS = '[^，。；：:、（）\\d]';

/** “3个股室：…”, “3个股室，分别是…”, and “3个股室（…）”, whose bracket is the third group. */
const BEFORE = new RegExp(
  `${NUMBER}${COUNTED}${THINGS}{0,12}(?:[：:]|，?分别(?:是|为|有)[：:]?|，即[：:]?|(（)(?!含|其中|不含|包括|包含|如|例如|详见|见|共|均))`,
  'g',
);
const AFTER = new RegExp(`(等)?${NUMBER}${COUNTED}`, 'g');

/** Where a list of names that precedes its number begins: after none of these. */
const LIST_START = /[，。；：:\s（）]/;
const LONGEST_ITEM = 20;

/** “N个：a、b、c” and “a、b、c三个村”: as many as are said. */
export const listsShouldHaveTheirNumber: ParagraphRule = (paragraph, _report, context) => {
  const { text } = paragraph;
  // What stands in brackets explains an item and parts none.
  const bare = withoutBrackets(text);
  for (const match of text.matchAll(BEFORE)) {
    const [whole, number = '', bracket] = match;
    const from = match.index + whole.length;
    const stated = countOf(number);
    const listed = enumerated(text, from);
    if (listed) {
      if (listed.isWhole && stated !== listed.count) tell(paragraph, from, listed.to, stated, listed.count, context);
      continue;
    }
    const end = bracket === undefined ? /[。；\n：:]/ : /[（）。；\n：:]/;
    const source = bracket === undefined ? bare : text;
    const length = lengthUntil(source, from, end);
    if (
      bracket !== undefined &&
      source
        .slice(from, from + length)
        .split('、')
        .some(isKind)
    )
      continue;
    compareItems(paragraph, from, source.slice(from, from + length), stated, context);
  }
  let floor = 0;
  for (const match of bare.matchAll(AFTER)) {
    const [whole, etc = '', number = ''] = match;
    const end = match.index + etc.length;
    let from = match.index;
    while (from > floor && !LIST_START.test(bare[from - 1] ?? '')) from--;
    floor = match.index + whole.length;
    const list = bare.slice(from, match.index);
    if (etc === '' && !areAll(list.split('、'), bare.slice(floor, floor + LONGEST_ITEM))) continue;
    compareItems(paragraph, from, bare.slice(from, end), countOf(number), context);
  }
};

/** “12个村（居、社区）” says what sorts are counted, and lists none of them. */
function isKind(item: string): boolean {
  return /^(?:村|居|社区|居委会|街道|[乡镇场科股室站所办队]|中心|单位|部门)$/.test(item);
}

function countOf(number: string): number {
  return NUMERALS[number] ?? Number.parseInt(number, 10);
}

/** Brackets with what is in them, blotted out: every place stays what it was. */
function withoutBrackets(text: string): string {
  return text.replace(/（[^（）]*）|\([^()]*\)/g, (bracket) => BLOT.repeat(bracket.length));
}

const BLOT = '\u0001';

/** Nobody counts further; and what is looked at for each number has to end somewhere. */
const LONGEST_LIST = 1000;

function lengthUntil(text: string, from: number, end: RegExp): number {
  const most = Math.min(text.length, from + LONGEST_LIST);
  let to = from;
  while (to < most && !end.test(text[to] ?? '')) to++;
  return to - from;
}

/**
 * Whether names are names of what is counted after them: 甲村、乙村 of “2个村”. Where the last
 * characters differ, as in 甲乡、乙镇12个村, the number counts something else.
 */
function areAll(items: readonly string[], counted: string): boolean {
  return items.every((item) => {
    const name = item.replaceAll(BLOT, '');
    return [1, 2, 3, 4].some((length) => name.length > length && counted.startsWith(name.slice(-length)));
  });
}

function compareItems(paragraph: ParagraphText, at: number, list: string, stated: number, context: Context): void {
  const open = /等|其他|其它|……/.test(list);
  const items = list.split('、');
  // “和”“及” join the last two, but stand within names as well: only before the end, and only once.
  const joined = /^[^和及]{2,}(?:和|及|以及)[^和及]{2,}$/.test(items.at(-1) ?? '') ? 1 : 0;
  const counted = items.length;
  const isNoList = items.some((item) => item.replaceAll(BLOT, '').length > LONGEST_ITEM || /[，,]/.test(item));
  if (items.length < 2 || isNoList) return;
  const fits = stated === counted || stated === counted + joined || (open && counted <= stated);
  if (!fits) tell(paragraph, at, at + list.length, stated, counted + joined, context);
}

const LONGEST_QUOTE = 60;

function tell(
  paragraph: ParagraphText,
  from: number,
  to: number,
  stated: number,
  counted: number,
  context: Context,
): void {
  const list = paragraph.text.slice(from, Math.min(to, from + LONGEST_QUOTE));
  context.report(prose.listCount.at(spanOfStretch(paragraph, from, to), { stated, counted, list }));
}
