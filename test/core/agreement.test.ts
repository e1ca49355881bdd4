import { exact, literal, quantity, quantityText, sameWithin, sum, unitOf, WAN_YUAN } from '@jixiao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function total(parts: readonly string[], unit: string) {
  const outcome = sum(parts.map((digits) => literal(digits, unit)));
  if (!outcome?.ok) throw new Error('parts of one unit add up');
  return outcome.value;
}

function agreement(stated: string, unit: string, parts: readonly string[], partUnit = unit) {
  const outcome = sameWithin(literal(stated, unit), total(parts, partUnit));
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  const { within, equal, difference, bound } = outcome.value;
  return [within, equal, quantityText(difference), quantityText(bound)];
}

describe('a total and its parts', () => {
  test.each([
    ['2799.38', '万元', ['1142.89', '868.07', '419.42', '369'], [true, true, '0万元', '0.025万元']],
    ['2799.38', '万元', ['1542.1', '1257.27'], [true, false, '0.01万元', '0.015万元']],
    ['1542.1', '万元', ['1097.5', '423.29', '21.31'], [true, true, '0万元', '0.02万元']],
    ['1257.27', '万元', ['328.09', '179', '29.22', '190', '530.96'], [true, true, '0万元', '0.03万元']],
    ['2799.40', '万元', ['1542.1', '1257.27'], [false, false, '0.03万元', '0.015万元']],
    ['2799.385', '万元', ['1542.1', '1257.27'], [false, false, '0.015万元', '0.0105万元']],
    ['78', '人', ['36', '40', '1'], [false, false, '1人', '0人']],
    ['83', '人', ['36', '40', '1', '5'], [false, false, '1人', '0人']],
    ['148', '户', ['73', '75'], [true, true, '0户', '0户']],
    ['403', '人', ['195', '208'], [true, true, '0人', '0人']],
    ['4552', '人', ['3746', '403'], [false, false, '403人', '0人']],
    ['3.01', '元', ['1.5', '1.5'], [false, false, '0.01元', '0元']],
  ])('%s%s = %j', (stated, unit, parts, expected) => expect(agreement(stated, unit, parts)).toEqual(expected));

  test('differences are stated in the unit of the first', () => {
    expect(agreement('2799.38', '万元', ['27993800'], '元')).toEqual([true, true, '0万元', '0.005万元']);
    expect(agreement('2799.38', '万元', ['27993850'], '元')).toEqual([true, false, '-0.005万元', '0.005万元']);
    expect(agreement('2799.38', '万元', ['27993850.01'], '元')).toEqual([false, false, '-0.005001万元', '0.005万元']);
  });

  test('unlike units do not agree or differ', () =>
    expect(sameWithin(literal('78', '人'), literal('78', '户'))).toEqual({
      ok: false,
      problem: { kind: 'unlike-units', left: unitOf('人'), right: unitOf('户'), operation: 'compare' },
    }));

  test('the bound for n parts is 0.005·(n+1)', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(999999), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -9, max: 9 }),
        (parts, off) => {
          const cents = parts.reduce((a, b) => a + b, 0) + off;
          const stated = quantity(exact(cents).div(100), WAN_YUAN, exact('0.005'));
          const outcome = sameWithin(
            stated,
            total(
              parts.map((part) => `${Math.trunc(part / 100)}.${String(part % 100).padStart(2, '0')}`),
              '万元',
            ),
          );
          expect(outcome.ok && outcome.value.within).toBe(2 * Math.abs(off) <= parts.length + 1);
        },
      ),
    ));

  test('intervals touch exactly when they share a point, found by trying all', () =>
    fc.assert(
      fc.property(fc.nat(40), fc.nat(12), fc.nat(40), fc.nat(12), (a, slackA, b, slackB) => {
        // In thousandths; both ends are whole, so a shared point is a whole one.
        const thousandth = exact(1).div(1000);
        const points = Array.from({ length: 100 }, (_, index) => index - 30);
        const shared = points.some((x) => Math.abs(x - a) <= slackA && Math.abs(x - b) <= slackB);
        const outcome = sameWithin(
          quantity(thousandth.mul(a), WAN_YUAN, thousandth.mul(slackA)),
          quantity(thousandth.mul(b), WAN_YUAN, thousandth.mul(slackB)),
        );
        expect(outcome.ok && outcome.value.within).toBe(shared);
        expect(outcome.ok && outcome.value.equal).toBe(a === b);
      }),
    ));
});
