import {
  absolute,
  add,
  compare,
  decimalText,
  divide,
  exact,
  growth,
  literal,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  type Outcome,
  type Quantity,
  quantityText,
  roundHalfUp,
  share,
  subtract,
  sum,
  ZERO,
} from '@jixiao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalDigits, millionths } from './arbitraries.js';

/** '2799.38万元' as a quantity. */
function q(written: string): Quantity {
  const [, digits = '', unit = ''] = /^(-?[\d.]+)(.*)$/.exec(written) ?? [];
  return literal(digits, unit);
}

function text(outcome: Outcome<Quantity> | undefined): string {
  if (!outcome) return 'none';
  return outcome.ok ? quantityText(outcome.value, { atMost: 10 }) : outcome.problem.kind;
}

function slackOf(outcome: Outcome<Quantity>): string {
  return outcome.ok ? decimalText(outcome.value.slack) : outcome.problem.kind;
}

describe('add and subtract', () => {
  // left, right, sum, difference, slack of both
  test.each([
    ['1542.1万元', '1257.27万元', '2799.37万元', '284.83万元', '0.01'],
    ['1万元', '5000元', '1.5万元', '0.5万元', '0.005'],
    ['5000元', '1万元', '15000元', '-5000元', '50'],
    ['36人', '40人', '76人', '-4人', '0'],
    ['1万人', '5人', '1.0005万人', '0.9995万人', '0.005'],
    ['7.3%', '0.027', '10%', '4.6%', '0'],
    ['0.5', '50%', '1', '0', '0'],
    ['1', '2', '3', '-1', '0'],
    ['15亩', '1公顷', '30亩', '0亩', '0.08'],
    ['2元/人', '1万元/人', '10002元/人', '-9998元/人', '0'],
  ])('%s ± %s', (left, right, total, difference, slack) => {
    expect(text(add(q(left), q(right)))).toBe(total);
    expect(text(subtract(q(left), q(right)))).toBe(difference);
    expect(slackOf(add(q(left), q(right)))).toBe(slack);
    expect(slackOf(subtract(q(left), q(right)))).toBe(slack);
  });

  test.each([
    ['78人', '3户'],
    ['78人', '3'],
    ['3', '78人'],
    ['2799.38万元', '5'],
    ['2799.38万元', '7.3%'],
    ['96分', '4元'],
    ['3万元', '3万元/人'],
  ])('%s and %s do not add', (left, right) => {
    const units = { kind: 'unlike-units', left: q(left).unit, right: q(right).unit };
    expect(add(q(left), q(right))).toEqual({ ok: false, problem: { ...units, operation: 'add' } });
    expect(subtract(q(left), q(right))).toEqual({ ok: false, problem: { ...units, operation: 'subtract' } });
  });

  test('the decimals shown are those of the finer one', () => {
    expect(add(q('1.5天'), q('2天'))).toMatchObject({ value: { places: 1 } });
    expect(add(q('2天'), q('1.5天'))).toMatchObject({ value: { places: 1 } });
    expect(add(q('2天'), q('1天'))).toMatchObject({ value: { places: 0 } });
    expect(add(q('2万元'), q('1元'))).toMatchObject({ value: { places: 4 } });
    expect(subtract(q('1'), q('99.995%'))).toMatchObject({ value: { places: 5 } });
    expect(add(q('1公顷'), q('7亩'))).toMatchObject({ value: { places: 2 } });
  });

  test('sums of written amounts are shown with all their digits, whatever their units', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(decimalDigits, fc.constantFrom('元', '千元', '万元', '亿元')), {
          minLength: 1,
          maxLength: 6,
        }),
        (amounts) => {
          const total = sum(amounts.map(([digits, unit]) => literal(digits, unit)));
          if (!total?.ok) throw new Error('money adds to money');
          const shown = quantityText(total.value).slice(0, -total.value.unit.symbol.length);
          expect(exact(shown).equals(total.value.amount)).toBe(true);
        },
      ),
    ));

  test('sums agree with integers', () =>
    fc.assert(
      fc.property(fc.array(decimalDigits, { minLength: 1, maxLength: 30 }), (digits) => {
        const expected = digits.reduce((total, each) => total + millionths(each), 0n);
        const total = sum(digits.map((each) => literal(each, '万元')));
        expect(total?.ok && total.value.amount.mul(1_000_000).equals(exact(expected))).toBe(true);
      }),
    ));

  test('units mixed, sums agree with integers', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(decimalDigits, fc.constantFrom('元', '千元', '万元', '亿元')), {
          minLength: 1,
          maxLength: 12,
        }),
        (amounts) => {
          const scale = { 元: 1n, 千元: 1000n, 万元: 10_000n, 亿元: 100_000_000n };
          const expected = amounts.reduce((total, [digits, unit]) => total + millionths(digits) * scale[unit], 0n);
          const total = sum(amounts.map(([digits, unit]) => literal(digits, unit)));
          if (!total?.ok) throw new Error('money adds to money');
          expect(total.value.unit.symbol).toBe(amounts[0]?.[1]);
          expect(total.value.amount.mul(total.value.unit.factor).mul(1_000_000).equals(exact(expected))).toBe(true);
        },
      ),
    ));
});

test.each([
  ['-3万元', '3万元', '3万元'],
  ['3万元', '-3万元', '3万元'],
  ['0人', '0人', '0人'],
])('%s: negative %s, absolute %s', (written, negative, magnitude) => {
  expect(quantityText(negate(q(written)))).toBe(negative);
  expect(quantityText(absolute(q(written)))).toBe(magnitude);
  expect(negate(q(written)).slack.equals(q(written).slack)).toBe(true);
});

describe('multiply', () => {
  test.each([
    ['100万元', '50%', '50万元', '0.0025'],
    ['50%', '100万元', '50万元', '0.0025'],
    ['100万元', '3', '300万元', '0.015'],
    ['-2', '100万元', '-200万元', '0.01'],
    ['10分', '90%', '9分', '0'],
    ['50%', '50%', '25%', '0'],
    ['2', '50%', '100%', '0'],
    ['50%', '2', '100%', '0'],
    ['3', '4', '12', '0'],
    ['37人', '50%', '18.5人', '0'],
    ['2万', '3人', '60000人', '0'],
    ['17354元/人', '3746人', '65008084元', '0'],
    ['3746人', '17354元/人', '65008084元', '0'],
    ['2万元/人', '3万人', '60000万元', '0'],
    ['2元/亩', '1公顷', '30元', '0'],
    ['3人', '5天', '15人·天', '0'],
    ['15人·天', '2元/人/天', '30元', '0'],
    ['2%/年', '3年', '6%', '0'],
    ['2人', '3户/人', '6户', '0'],
    ['2户', '3人/户', '6人', '0'],
    ['4人', '3/人', '12', '0'],
  ])('%s × %s = %s', (left, right, product, slack) => {
    const right_ = right === '3/人' ? { ...literal('3', '1/人') } : q(right);
    const result = multiply(q(left), right_);
    expect(quantityText(result, { atMost: 10 })).toBe(product);
    expect(decimalText(result.slack)).toBe(slack);
  });
});

describe('divide', () => {
  test.each([
    ['18.25万元', '30万元', '60.8333333333%', '0'],
    ['83人', '78人', '106.4102564103%', '0'],
    ['5000元', '1万元', '50%', '0'],
    ['7亩', '1公顷', '46.6666666667%', '0'],
    ['100万元', '4', '25万元', '0.00125'],
    ['100万元', '-50%', '-200万元', '0.01'],
    ['1', '8', '0.125', '0'],
    ['50%', '25%', '200%', '0'],
    ['3', '50%', '6', '0'],
    ['2799.38万元', '83人', '33.7274698795万元/人', '0'],
    ['6人', '2人/户', '3户', '0'],
    ['60000万元', '2万元/人', '30000人', '0'],
    ['6', '2人', '3/人', '0'],
    ['6元/人', '2年', '3元/人/年', '0'],
    ['6元/人', '2元', '3/人', '0'],
    ['30元/亩', '1元/公顷', '45000%', '0'],
  ])('%s ÷ %s = %s', (left, right, quotient, slack) => {
    expect(text(divide(q(left), q(right)))).toBe(quotient);
    expect(slackOf(divide(q(left), q(right)))).toBe(slack);
  });

  test.each(['0', '0.00', '0人', '0%', '0万元'])('by %s has no result', (zero) =>
    expect(divide(q('5万元'), q(zero))).toEqual({
      ok: false,
      problem: { kind: 'division-by-zero', operation: 'divide' },
    }),
  );

  test('undoes multiplication exactly', () =>
    fc.assert(
      fc.property(
        decimalDigits,
        decimalDigits.filter((digits) => /[1-9]/.test(digits)),
        fc.constantFrom('', '%', '万元', '人', '元/人', '亩'),
        fc.constantFrom('', '%', '万元', '人', '公顷', '人/户'),
        (a, b, unitA, unitB) => {
          const left = literal(a, unitA);
          const outcome = divide(multiply(left, literal(b, unitB)), literal(b, unitB));
          if (!outcome.ok) throw new Error(outcome.problem.kind);
          expect(compare(outcome.value, left)).toEqual({ ok: true, value: 0 });
        },
      ),
    ));
});

describe('compare', () => {
  test.each([
    ['18.25万元', '30万元', -1],
    ['1万元', '10000元', 0],
    ['10000.01元', '1万元', 1],
    ['2799.38万元', '2799.37万元', 1],
    ['7.3%', '0.073', 0],
    ['0.08', '7.3%', 1],
    ['-1人', '0人', -1],
    ['14.99亩', '1公顷', -1],
  ] as const)('%s against %s is %i', (left, right, expected) => {
    expect(compare(q(left), q(right))).toEqual({ ok: true, value: expected });
    expect(compare(q(right), q(left))).toEqual({ ok: true, value: expected === 0 ? 0 : -expected });
  });

  test('unlike units are a problem', () =>
    expect(compare(q('266米'), q('266'))).toMatchObject({ ok: false, problem: { operation: 'compare' } }));

  test('agrees with integers', () =>
    fc.assert(
      fc.property(decimalDigits, decimalDigits, (a, b) => {
        const [x, y] = [millionths(a), millionths(b) * 10_000n];
        const outcome = compare(literal(a, '元'), literal(b, '万元'));
        expect(outcome.ok && outcome.value).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    ));
});

describe('sum, minimum, maximum', () => {
  test.each([
    ['1142.89万元 868.07万元 419.42万元 369万元', '2799.38万元', '369万元', '1142.89万元'],
    ['36人 40人 1人', '77人', '1人', '40人'],
    ['36人 40人 1人 5人', '82人', '1人', '40人'],
    ['1万元 5000元', '1.5万元', '5000元', '1万元'],
    ['5%', '5%', '5%', '5%'],
    ['1万元 10000元', '2万元', '1万元', '1万元'],
    ['36人 3户', 'unlike-units', 'unlike-units', 'unlike-units'],
    ['', 'none', 'none', 'none'],
  ])('of %s', (written, total, least, greatest) => {
    const list = written.split(' ').filter(Boolean).map(q);
    expect(text(sum(list))).toBe(total);
    expect(text(minimum(list))).toBe(least);
    expect(text(maximum(list))).toBe(greatest);
  });

  test('the slack of n amounts is n times the slack of one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (n) => {
        const total = sum(Array.from({ length: n }, () => literal('1.23', '万元')));
        expect(total?.ok && total.value.slack.equals(exact('0.005').mul(n))).toBe(true);
      }),
    ));
});

describe('share and growth', () => {
  test.each([
    ['1142.89万元', '2799.38万元', '40.83%'],
    ['18.25万元', '30万元', '60.83%'],
    ['208户', '403户', '51.61%'],
    ['5000元', '1万元', '50%'],
  ])('%s of %s is %s', (part, total, expected) => {
    const outcome = share(q(part), q(total));
    expect(outcome.ok && quantityText(outcome.value)).toBe(expected);
  });

  test.each([
    ['30万元', '18.25万元', '-39.17%'],
    ['100万元', '107.3万元', '7.3%'],
    ['1万元', '10000元', '0%'],
    ['0.5', '75%', '50%'],
  ])('from %s to %s is %s', (before, after, expected) => {
    const outcome = growth(q(before), q(after));
    expect(outcome.ok && quantityText(outcome.value)).toBe(expected);
  });

  test('of unlike units or from nothing there is none', () => {
    expect(share(q('3人'), q('6户'))).toMatchObject({
      ok: false,
      problem: { kind: 'unlike-units', operation: 'share' },
    });
    expect(growth(q('3人'), q('6户'))).toMatchObject({
      ok: false,
      problem: { kind: 'unlike-units', operation: 'growth' },
    });
    expect(share(q('3人'), q('0人'))).toEqual({ ok: false, problem: { kind: 'division-by-zero', operation: 'share' } });
    expect(growth(q('0万元'), q('3万元'))).toEqual({
      ok: false,
      problem: { kind: 'division-by-zero', operation: 'growth' },
    });
  });
});

test.each([
  // target, actual, common formula (1 − (A − T)/T)·W, provincial formula T/A·W; W = 10
  ['90', '100', '8.89', '9'],
  ['10', '20', '0', '5'],
  ['30', '36', '8', '8.33'],
])('lower is better: target %s, actual %s scores %s or %s', (t, a, common, provincial) => {
  const [points, target, actual] = [exact(10), exact(t), exact(a)];
  const linear = ONE.sub(actual.sub(target).div(target)).mul(points);
  expect(decimalText(roundHalfUp(linear, 2))).toBe(common);
  expect(decimalText(roundHalfUp(target.div(actual).mul(points), 2))).toBe(provincial);
  expect(linear.gte(ZERO)).toBe(true);
});
