import { chineseDecimal, chineseNumber, circledNumber, financialNumber } from '@jixiao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumerals } from './read-numerals.js';

describe('Chinese numbers', () => {
  test.each<[number | bigint, string, string]>([
    [0, '零', '零'],
    [1, '一', '壹'],
    [9, '九', '玖'],
    [10, '十', '壹拾'],
    [11, '十一', '壹拾壹'],
    [12, '十二', '壹拾贰'],
    [20, '二十', '贰拾'],
    [99, '九十九', '玖拾玖'],
    [100, '一百', '壹佰'],
    [105, '一百零五', '壹佰零伍'],
    [110, '一百一十', '壹佰壹拾'],
    [112, '一百一十二', '壹佰壹拾贰'],
    [1000, '一千', '壹仟'],
    [1005, '一千零五', '壹仟零伍'],
    [1050, '一千零五十', '壹仟零伍拾'],
    [2000, '二千', '贰仟'],
    [10000, '一万', '壹万'],
    [10005, '一万零五', '壹万零伍'],
    [10500, '一万零五百', '壹万零伍佰'],
    [11000, '一万一千', '壹万壹仟'],
    [15000, '一万五千', '壹万伍仟'],
    [100000, '十万', '壹拾万'],
    [107000, '十万七千', '壹拾万柒仟'],
    [120000, '十二万', '壹拾贰万'],
    [1000010, '一百万零一十', '壹佰万零壹拾'],
    [10203040, '一千零二十万三千零四十', '壹仟零贰拾万叁仟零肆拾'],
    [99999999, '九千九百九十九万九千九百九十九', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖'],
    [100000000, '一亿', '壹亿'],
    [100005000, '一亿零五千', '壹亿零伍仟'],
    [105000000, '一亿零五百万', '壹亿零伍佰万'],
    [150000000, '一亿五千万', '壹亿伍仟万'],
    [1000000000, '十亿', '壹拾亿'],
    [1234500000000, '一万二千三百四十五亿', '壹万贰仟叁佰肆拾伍亿'],
    [10000000000000000n, '一亿亿', '壹亿亿'],
    [-12, '负十二', '负壹拾贰'],
  ])('%s is %s, %s', (n, ordinary, financial) => {
    expect(chineseNumber(n)).toBe(ordinary);
    expect(financialNumber(n)).toBe(financial);
  });

  test.each([0.5, Number.NaN, 2 ** 53])('%s is refused', (n) => expect(() => chineseNumber(n)).toThrow(RangeError));

  test('read back as the number they were', () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 17n), (n) => {
        expect(readNumerals(chineseNumber(n))).toBe(n);
        expect(readNumerals(financialNumber(n))).toBe(n);
      }),
      { numRuns: 1000 },
    ));

  test('every number to 20 000 reads back, without doubled or trailing 零', () => {
    for (let n = 1; n <= 20_000; n += 1) {
      const text = chineseNumber(n);
      expect(readNumerals(text)).toBe(BigInt(n));
      expect(text).not.toMatch(/零零|零$|零[十百千万]|零.千/);
    }
  });
});

test.each([
  ['60.83', '六十点八三', '陆拾点捌叁'],
  ['-0.05', '负零点零五', '负零点零伍'],
  ['12', '十二', '壹拾贰'],
  ['0.10', '零点一零', '零点壹零'],
])('%s is %s, %s', (digits, ordinary, financial) => {
  expect(chineseDecimal(digits)).toBe(ordinary);
  expect(chineseDecimal(digits, 'financial')).toBe(financial);
});

test.each(['', '1.', '.5', '1,000', '1e3'])('%j is no decimal', (digits) =>
  expect(() => chineseDecimal(digits)).toThrow(SyntaxError),
);

test.each([
  [1, '①'],
  [10, '⑩'],
  [20, '⑳'],
  [21, '㉑'],
  [35, '㉟'],
  [36, '㊱'],
  [50, '㊿'],
  [51, '(51)'],
  [0, '(0)'],
])('%i circled is %s', (n, text) => expect(circledNumber(n)).toBe(text));
