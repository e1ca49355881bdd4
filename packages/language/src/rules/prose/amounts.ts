import { literal, type Quantity, toHalfWidth } from '@jixiao/core';

/** An amount that a text states: digits with a unit. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity;
  /** As it would be typed: half-width, without a blank before the unit. */
  readonly text: string;
  /** 约40万元, 40万元以上: no number that something could be equal to. */
  readonly isExact: boolean;
}

/** Units of what reports count and measure; of two that begin alike the longer comes first. */
export const UNITS = [
  '万亿元|亿元|千万元|百万元|十万元|万元|千元|百元|元',
  '%|‰|个百分点|百分点',
  '万人次|人次|万人|户次|家次|辆次|批次|场次|课时|学时|小时|分钟|人|户|个|起|座|辆|家|项|次|口|名|件|处|所|台套|台|套|批|场',
  '期|篇|份|册|本|条|支|头|只|棵|株|天|岁|部|艘|架|栋|幢|间|套|盏|根|块|张|封|例|组|队',
  '万平方米|平方公里|平方千米|平方米|立方米|㎡|公顷|万亩|亩|公里|千米|厘米|毫米|米|万吨|吨|公斤|千克|斤',
].join('|');

/** A unit at the beginning of a text. 个月 is another one, and 万元/人 is a rate. */
export const UNIT = new RegExp(`^(?:${UNITS})(?![/／月])`);

const AMOUNT = /(?<![\d.])(?:\d{1,3}(?:[,，]\d{3}){1,6}(?![\d,，])|\d+)(?:\.\d+)?/g;

const INEXACT_BEFORE =
  /(?:大约|约|近|接近|超|超过|突破|逾|不足|不到|不满|不低于|不少于|不高于|不超过|至少|最多|大于|小于|[≥≤><~～—–-])\s*$/;
export const INEXACT_AFTER = /^\s*(?:余|多|以上|以下|以内|以外|左右|上下|之内|(?:至|到|[~～—–-])\s*\d)/;

/** The amounts of a text, in their order. */
export function amountsIn(original: string): Amount[] {
  const text = toHalfWidth(original);
  const amounts: Amount[] = [];
  for (const { index: from, 0: digits } of text.matchAll(AMOUNT)) {
    const end = from + digits.length;
    const [blank = '', unit] = /^( ?)(.{0,8})/.exec(text.slice(end, end + 9))?.slice(1) ?? [];
    const symbol = UNIT.exec(unit ?? '')?.[0];
    if (symbol === undefined) continue;
    const to = end + blank.length + symbol.length;
    amounts.push({
      from,
      to,
      quantity: literal(digits.replace(/[,，]/g, ''), symbol),
      text: digits.replaceAll('，', ',') + symbol,
      isExact:
        !INEXACT_BEFORE.test(text.slice(Math.max(0, from - 6), from)) && !INEXACT_AFTER.test(text.slice(to, to + 6)),
    });
  }
  return amounts;
}
