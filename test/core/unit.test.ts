import {
  add,
  compare,
  compoundUnit,
  convert,
  decimalText,
  isCount,
  isMoney,
  isOverloaded,
  isPure,
  literal,
  NUMBER,
  PERCENT,
  POINTS,
  quantityText,
  sameDimension,
  unitFactors,
  unitOf,
  WAN_YUAN,
  YI_YUAN,
  YUAN,
} from '@jixiao/core';
import { describe, expect, test } from 'vitest';

describe('units', () => {
  // symbol, dimension, factor (at most ten decimals), places, step
  test.each([
    ['', '', '1', 2, '0'],
    ['%', '', '0.01', 2, '0'],
    ['百分点', '', '0.01', 2, '0'],
    ['个百分点', '', '0.01', 2, '0'],
    ['‰', '', '0.001', 2, '0'],
    ['成', '', '0.1', 2, '0'],
    ['万', '', '10000', 2, '0'],
    ['亿', '', '100000000', 2, '0'],
    ['元', 'money', '1', 2, '0'],
    ['角', 'money', '0.1', 2, '0'],
    ['千元', 'money', '1000', 2, '0.01'],
    ['万元', 'money', '10000', 2, '0.01'],
    ['百万元', 'money', '1000000', 2, '0.01'],
    ['千万元', 'money', '10000000', 2, '0.01'],
    ['亿元', 'money', '100000000', 2, '0.01'],
    ['万亿元', 'money', '1000000000000', 2, '0.01'],
    ['分', '分', '1', 2, '0'],
    ['人', '人', '1', 0, '0'],
    ['起', '起', '1', 0, '0'],
    ['人次', '人次', '1', 0, '0'],
    ['天', '天', '1', 0, '0'],
    ['日', '日', '1', 0, '0'],
    ['万人', '人', '10000', 2, '0.01'],
    ['万户', '户', '10000', 2, '0.01'],
    ['亿斤', '千克', '50000000', 2, '0.01'],
    ['斤', '千克', '0.5', 2, '0.01'],
    ['公斤', '千克', '1', 2, '0.01'],
    ['千克', '千克', '1', 2, '0.01'],
    ['克', '千克', '0.001', 2, '0.01'],
    ['吨', '千克', '1000', 2, '0.01'],
    ['万吨', '千克', '10000000', 2, '0.01'],
    ['平方米', '平方米', '1', 2, '0.01'],
    ['㎡', '平方米', '1', 2, '0.01'],
    ['亩', '平方米', '666.6666666667', 2, '0.01'],
    ['公顷', '平方米', '10000', 2, '0.01'],
    ['平方公里', '平方米', '1000000', 2, '0.01'],
    ['米', '米', '1', 2, '0.01'],
    ['千米', '米', '1000', 2, '0.01'],
    ['公里', '米', '1000', 2, '0.01'],
    ['厘米', '米', '0.01', 2, '0.01'],
    ['千瓦', '瓦', '1000', 2, '0.01'],
    ['元/人', 'money/人', '1', 2, '0'],
    ['万元/人', 'money/人', '10000', 2, '0'],
    ['元/万人', 'money/人', '0.0001', 2, '0'],
    ['万元/亩', 'money/平方米', '15', 2, '0'],
    ['元/人/年', 'money/人/年', '1', 2, '0'],
    ['元/年/人', 'money/人/年', '1', 2, '0'],
    ['人·天', '人·天', '1', 2, '0'],
    ['天·人', '人·天', '1', 2, '0'],
    ['1/人', '1/人', '1', 2, '0'],
    ['元/万元', '', '0.0001', 2, '0'],
    ['元/%', 'money', '100', 2, '0'],
    ['元·%', 'money', '0.01', 2, '0'],
    ['%/年', '1/年', '0.01', 2, '0'],
  ])('%s measures “%s”', (symbol, dimension, factor, places, step) => {
    const unit = unitOf(symbol);
    expect({ ...unit, factor: decimalText(unit.factor), step: decimalText(unit.step) }).toEqual({
      symbol,
      dimension,
      factor,
      places,
      step,
    });
  });

  test.each(['元/', '/人', '/', '·', '元//人'])('%s is no compound but a word', (symbol) =>
    expect(unitOf(symbol)).toMatchObject({ symbol, dimension: symbol, places: 0 }),
  );

  test.each([
    ['％', '%'],
    ['万元／人', '万元/人'],
    [' 万元 ', '万元'],
    ['ｋｍ', 'km'],
  ])('%j is read as %s', (written, symbol) => expect(unitOf(written)).toBe(unitOf(symbol)));

  test('four number words make a multiple, more are a word like any other', () => {
    expect(unitOf('万万万万元').dimension).toBe('money');
    expect(unitOf('万万万万万元').dimension).toBe('万万万万万元');
    expect(isOverloaded('万万万万元')).toBe(false);
    expect(isOverloaded('元/万万万万万元')).toBe(true);
    expect(isOverloaded('万'.repeat(100_000))).toBe(true);
    expect(unitOf(`${'万'.repeat(100_000)}元`).places).toBe(0);
  });

  test('the units that are compared by identity outlast any number of words', () => {
    const before = ['', '%', '分', '元', '万元', '亿元', '亩'].map(unitOf);
    for (let n = 0; n < 20_000; n += 1) unitOf(`词${n}`);
    expect(['', '%', '分', '元', '万元', '亿元', '亩'].map(unitOf).every((unit, at) => unit === before[at])).toBe(true);
    expect(unitOf('％')).toBe(PERCENT);
  });

  test('a unit that was forgotten and read again is the same to sums, conversions and comparisons', () => {
    const before = literal('1.5', '千户');
    for (let n = 0; n < 20_000; n += 1) unitOf(`词${n}`);
    const after = literal('1.5', '千户');
    expect(after.unit).not.toBe(before.unit);
    expect(convert(before, after.unit)).toEqual({ ok: true, value: before });
    const total = add(before, after);
    expect(total.ok && quantityText(total.value)).toBe('3千户');
    expect(compare(before, after)).toEqual({ ok: true, value: 0 });
  });

  test('a symbol has one unit', () => expect(unitOf('万元')).toBe(unitOf('万元')));

  test('15 亩 are exactly one hectare', () =>
    expect(unitOf('亩').factor.mul(15).equals(unitOf('公顷').factor)).toBe(true));

  test('the named units', () => {
    expect([NUMBER, PERCENT, POINTS, YUAN, WAN_YUAN, YI_YUAN].map((unit) => unit.symbol)).toEqual([
      '',
      '%',
      '分',
      '元',
      '万元',
      '亿元',
    ]);
  });
});

test.each([
  ['元', '亿元', true],
  ['', '%', true],
  ['亩', '公顷', true],
  ['人', '万人', true],
  ['元/人', '万元/人', true],
  ['人', '户', false],
  ['分', '元', false],
  ['天', '日', false],
  ['元', '元/人', false],
  ['', '人', false],
])('%s and %s measure the same: %s', (a, b, expected) => {
  expect(sameDimension(unitOf(a), unitOf(b))).toBe(expected);
  expect(sameDimension(unitOf(b), unitOf(a))).toBe(expected);
});

// symbol, money, count, pure number
test.each([
  ['万元', true, false, false],
  ['分', false, false, false],
  ['人', false, true, false],
  ['座', false, true, false],
  ['万人', false, false, false],
  ['亩', false, false, false],
  ['%', false, false, true],
  ['', false, false, true],
  ['万', false, false, true],
  ['元/人', false, false, false],
])('%s: money %s, count %s, pure %s', (symbol, money, count, pure) => {
  const unit = unitOf(symbol);
  expect([isMoney(unit), isCount(unit), isPure(unit)]).toEqual([money, count, pure]);
});

test.each(['', '%', '人', '万元/人', '元/人/年', '人·天', '人·天/年', '1/人', '%/年', '元/'])(
  '%j is made of its factors',
  (symbol) => expect(compoundUnit(unitFactors(unitOf(symbol)))).toBe(unitOf(symbol)),
);
