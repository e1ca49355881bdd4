import { toHalfWidth } from '@jixiao/core';

/** What stands in a cell of a spreadsheet. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' }
  | {
      readonly kind: 'number';
      /** Plain decimal digits, with a minus sign for a negative amount. */
      readonly digits: string;
      /** The unit written with the number; '元' for ￥; '' for none. */
      readonly unit: string;
    };

const BLANK = /^(?:[-—–─]{1,3}|\/|\\|)$/;
const NUMBER = String.raw`(?<number>\d{1,3}(?:[, \u00A0\u202F]\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)`;
const UNIT = String.raw`(?<unit>[%‰℃㎡㎥]|\p{L}{1,8})`;
const AMOUNT = new RegExp(
  String.raw`^(?<open>\()?(?<sign>[-+])?\s*(?<yuan>[¥￥])?\s*(?<inner>[-+])?${NUMBER}\s*${UNIT}?(?<close>\))?$`,
  'u',
);
/** Words behind a number that make a date or an ordinal of it. */
const NO_UNIT = /^(?:年|月|日|号|类|级|届|季度|第)/;
const MOST_DIGITS = 40;

/** Reads a cell: thousands separators, full-width digits, ￥, per cent, a unit behind, brackets for negative amounts. */
export function readCell(cell: string): CellValue {
  const text = toHalfWidth(cell).replaceAll('，', ',').replaceAll('−', '-').trim();
  if (BLANK.test(text)) return { kind: 'blank' };
  const groups = AMOUNT.exec(text)?.groups;
  const unit = groups?.unit ?? '';
  if (!groups || NO_UNIT.test(unit) || (groups.open === undefined) !== (groups.close === undefined)) {
    return { kind: 'text' };
  }
  const digits = (groups.number ?? '')
    .replace(/[, \u00A0\u202F]/g, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
  if (digits.length > MOST_DIGITS || (groups.sign !== undefined && groups.inner !== undefined)) return { kind: 'text' };
  const negative = groups.open !== undefined || groups.sign === '-' || groups.inner === '-';
  return {
    kind: 'number',
    digits: negative ? `-${digits}` : digits,
    unit: unit || (groups.yuan === undefined ? '' : '元'),
  };
}

/** `年初预算数（万元）` taken apart: what it says, and the unit in brackets or behind a colon. */
export function splitHeading(cell: string): { readonly text: string; readonly unit: string } {
  const text = plainLabel(cell);
  const match = /^(.*?)\s*[（(【[]\s*(?:单位\s*[:：]\s*)?(%|[\p{L}]{1,4})\s*[)）】\]]$/u.exec(text);
  return match && isUnitOfMeasure(match[2] ?? '')
    ? { text: (match[1] ?? '').trim(), unit: match[2] ?? '' }
    : { text, unit: '' };
}

/** `单位：万元` above a table. */
export function unitLine(cell: string): string | undefined {
  const match = /^[（(]?\s*(?:金额)?单位\s*[:：]\s*(%|\p{L}{1,6})\s*[)）]?$/u.exec(plainLabel(cell));
  return match?.[1];
}

function isUnitOfMeasure(word: string): boolean {
  return /^(?:%|[万亿千百]*[元人户个次项起亩吨件座处辆米]|公里|公顷|平方米|平方公里|千克|公斤|人次|户次|分)$/.test(
    word,
  );
}

/** A label as one line: blanks that only spread Chinese characters over a cell fall away. */
export function plainLabel(cell: string): string {
  const line = cell.replace(/[\s\u3000]+/g, ' ').trim();
  return line.replace(/(?<=[\p{Script=Han}（）、，：]) (?=[\p{Script=Han}（）、，：])/gu, '');
}
