import { exact, literal, quantity, upperCaseMoney, YUAN } from '@jixiao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumerals } from './read-numerals.js';

describe('money in capitals', () => {
  test.each([
    // The examples of the rule, each in the first of the writings it allows.
    ['1409.50', '元', '人民币壹仟肆佰零玖元伍角'],
    ['6007.14', '元', '人民币陆仟零柒元壹角肆分'],
    ['1680.32', '元', '人民币壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '元', '人民币壹拾万柒仟元零伍角叁分'],
    ['16409.02', '元', '人民币壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '元', '人民币叁佰贰拾伍元零肆分'],
    // Where mistakes are made.
    ['2799.38', '万元', '人民币贰仟柒佰玖拾玖万叁仟捌佰元整'],
    ['0', '元', '人民币零元整'],
    ['0.05', '元', '人民币伍分'],
    ['0.5', '元', '人民币伍角'],
    ['0.55', '元', '人民币伍角伍分'],
    ['1', '元', '人民币壹元整'],
    ['10', '元', '人民币壹拾元整'],
    ['10.5', '元', '人民币壹拾元零伍角'],
    ['10.05', '元', '人民币壹拾元零伍分'],
    ['101', '元', '人民币壹佰零壹元整'],
    ['1000000', '元', '人民币壹佰万元整'],
    ['10000.01', '元', '人民币壹万元零壹分'],
    ['10001.1', '元', '人民币壹万零壹元壹角'],
    ['20030004', '元', '人民币贰仟零叁万零肆元整'],
    ['1', '亿元', '人民币壹亿元整'],
    ['1.0005', '亿元', '人民币壹亿零伍万元整'],
    ['100000010.2', '元', '人民币壹亿零壹拾元零贰角'],
    ['-2799.38', '万元', '人民币负贰仟柒佰玖拾玖万叁仟捌佰元整'],
    ['3', '角', '人民币叁角'],
    // Rounded to the cent.
    ['0.005', '元', '人民币壹分'],
    ['0.0049', '元', '人民币零元整'],
    ['-0.0049', '元', '人民币零元整'],
    ['9.999', '元', '人民币壹拾元整'],
  ])('%s%s is %s', (digits, unit, text) => expect(upperCaseMoney(literal(digits, unit))).toBe(text));

  test.each(['人', '分', '', '元/人'])('“%s” is no money', (unit) =>
    expect(() => upperCaseMoney(literal('3', unit))).toThrow(RangeError),
  );

  test('reads back as the amount it was', () =>
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(0n, 10n ** 14n), sparse), (cents) => {
        const text = upperCaseMoney(quantity(exact(cents).div(100), YUAN));
        expect(centsIn(text)).toBe(cents);
        expect(text.replace('人民币', '')).not.toMatch(/零零|.零[元万亿]/);
        expect(text.endsWith('整')).toBe(cents % 100n === 0n);
      }),
      { numRuns: 1000 },
    ));
});

/** Amounts with many zeros in the middle, where the rules are hard. */
const sparse = fc
  .array(fc.constantFrom('0', '0', '0', '7'), { minLength: 1, maxLength: 14 })
  .map((digits) => BigInt(digits.join('')));

function centsIn(text: string): bigint {
  const [, yuan = '', jiao = '', fen = ''] =
    /^人民币(?:(.+)元)?(?:零?(.)角)?(?:零?(.)分)?整?$/.exec(text) ?? expect.fail(`no amount: ${text}`);
  return readNumerals(yuan) * 100n + readNumerals(jiao) * 10n + readNumerals(fen);
}
