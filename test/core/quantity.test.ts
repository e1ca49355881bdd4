import {
  convert,
  decimalText,
  exact,
  literal,
  ONE,
  PERCENT,
  type Quantity,
  quantity,
  quantityText,
  roundQuantity,
  unitOf,
  WAN_YUAN,
  YUAN,
} from '@jixiao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalDigits } from './arbitraries.js';

describe('a written amount', () => {
  // digits, unit, slack, places
  test.each([
    ['2799.38', '万元', '0.005', 2],
    ['1542.1', '万元', '0.005', 1],
    ['369', '万元', '0.005', 0],
    ['12.345', '万元', '0.0005', 3],
    ['12.3456', '万元', '0.00005', 4],
    ['12.34567', '万元', '0.000005', 5],
    ['12.345678', '万元', '0', 6],
    ['12.3456789', '万元', '0', 7],
    ['1.5', '千元', '0.005', 1],
    ['1.2345', '千元', '0.00005', 4],
    ['1.23456', '千元', '0', 5],
    ['1.23456789', '百万元', '0', 8],
    ['3.21', '亿元', '0.005', 2],
    ['3.2112345678', '亿元', '0', 10],
    ['3.211234567', '亿元', '0.0000000005', 9],
    ['27993800', '元', '0', 0],
    ['17354.5', '元', '0', 1],
    ['78', '人', '0', 0],
    ['35', '起', '0', 0],
    ['3.5', '天', '0', 1],
    ['12.35', '万人', '0.005', 2],
    ['12.3456', '万人', '0', 4],
    ['12.345', '万人', '0.0005', 3],
    ['4715.32', '亩', '0.005', 2],
    ['196', '亩', '0.005', 0],
    ['7.3', '%', '0', 1],
    ['96', '分', '0', 0],
    ['17354', '元/人', '0', 0],
    ['3.14', '', '0', 2],
  ])('%s%s has slack %s', (digits, unit, slack, places) => {
    const q = literal(digits, unit);
    expect(q.amount.equals(exact(digits))).toBe(true);
    expect(q.unit).toBe(unitOf(unit));
    expect(decimalText(q.slack)).toBe(slack);
    expect(q.places).toBe(places);
  });

  test('has plain digits', () => expect(() => literal('1,142.89', '万元')).toThrow(SyntaxError));

  test('may be without unit', () => expect(literal('3').unit.symbol).toBe(''));
});

describe('a result', () => {
  test('is exact unless told otherwise', () => {
    expect(decimalText(quantity(ONE, WAN_YUAN).slack)).toBe('0');
    expect(decimalText(quantity(ONE, WAN_YUAN, exact('0.005')).slack)).toBe('0.005');
  });

  test.each<[Quantity, number]>([
    [quantity(exact('3.123456'), WAN_YUAN), 2],
    [quantity(exact('60.8333'), PERCENT), 2],
    [quantity(exact('12'), unitOf('人')), 0],
    [quantity(exact('11.5'), unitOf('人')), 1],
    [quantity(exact(83).div(7), unitOf('人')), 2],
  ])('shows its usual decimals', (q, places) => expect(q.places).toBe(places));
});

describe('conversion', () => {
  test.each([
    ['2799.38', '万元', '元', '27993800', '50'],
    ['27993800', '元', '万元', '2799.38', '0'],
    ['1.5', '亿元', '万元', '15000', '50'],
    ['30', '亩', '公顷', '2', '0.0003333333'],
    ['7.3', '%', '', '0.073', '0'],
    ['0.6083', '', '%', '60.83', '0'],
    ['12.35', '万人', '人', '123500', '50'],
    ['3', '万元/人', '元/人', '30000', '0'],
    ['2', '公里', '米', '2000', '5'],
  ])('%s%s in %s is %s, slack %s', (digits, from, to, amount, slack) => {
    const outcome = convert(literal(digits, from), unitOf(to));
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    expect(outcome.value.unit.symbol).toBe(to);
    expect(decimalText(outcome.value.amount)).toBe(amount);
    expect(decimalText(outcome.value.slack)).toBe(slack);
  });

  test('keeps every digit, and comes back as it was', () =>
    fc.assert(
      fc.property(
        decimalDigits,
        fc.constantFrom('元', '千元', '万元', '亿元'),
        fc.constantFrom('元', '千元', '万元', '亿元'),
        (digits, from, to) => {
          const there = convert(literal(digits, from), unitOf(to));
          if (!there.ok) throw new Error(there.problem.kind);
          const text = quantityText(there.value).slice(0, -to.length);
          expect(exact(text).equals(there.value.amount)).toBe(true);
          const back = convert(literal(text, to), unitOf(from));
          expect(back.ok && back.value.amount.equals(exact(digits))).toBe(true);
        },
      ),
    ));

  test('to the unit it has changes nothing', () => {
    const q = literal('1.234', '万元');
    expect(convert(q, WAN_YUAN)).toEqual({ ok: true, value: q });
  });

  test.each([
    ['78', '人', '户'],
    ['96', '分', '元'],
    ['3', '', '人'],
  ])('%s%s has no amount in %s', (digits, from, to) =>
    expect(convert(literal(digits, from), unitOf(to))).toEqual({
      ok: false,
      problem: { kind: 'unlike-units', left: unitOf(from), right: unitOf(to), operation: 'convert' },
    }),
  );
});

test('no amount but 0 is shown as 0', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.constantFrom('', '%', '元', '万元', '人', '亩'),
      (above, below, unit) => {
        const text = quantityText(quantity(exact(above).div(below), unitOf(unit)));
        expect(/[1-9]/.test(text)).toBe(above !== 0);
      },
    ),
  ));

describe('rounding on purpose', () => {
  test.each([
    [literal('12.345', '万元'), 2, '12.35万元', '0.005'],
    [literal('12.345', '万元'), 3, '12.345万元', '0.0005'],
    [literal('1142.89', '万元'), 0, '1143万元', '0.005'],
    [quantity(exact(100).div(3), WAN_YUAN), 2, '33.33万元', '0.005'],
    [quantity(exact(100).div(3), WAN_YUAN), 6, '33.333333万元', '0'],
    [quantity(exact(100), WAN_YUAN, exact(3)), 2, '100万元', '3'],
    [quantity(exact('33.3'), WAN_YUAN), 2, '33.3万元', '0'],
    [quantity(exact(83).div(7), unitOf('人')), 0, '12人', '0'],
    [quantity(exact(80).div(9), unitOf('分')), 2, '8.89分', '0'],
    [quantity(exact('1.005'), YUAN), 2, '1.01元', '0'],
  ])('%#: to %i places', (q, places, text, slack) => {
    const rounded = roundQuantity(q, places);
    expect(quantityText(rounded)).toBe(text);
    expect(decimalText(rounded.slack)).toBe(slack);
    expect(rounded.places).toBe(places);
  });
});
