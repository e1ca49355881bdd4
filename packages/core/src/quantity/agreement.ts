import { subtract } from './arithmetic.js';
import { type Exact, fullPlaces, isZero, ZERO } from './exact.js';
import type { Outcome, Quantity } from './quantity.js';
import type { Unit } from './unit.js';

/** How two quantities that should be equal compare, rounding taken into account. All in the first one's unit. */
export interface Agreement {
  /** Their rounding intervals touch: rounding alone explains the difference. True for equal amounts. */
  readonly within: boolean;
  /** The amounts are the same, to the last digit. */
  readonly equal: boolean;
  /** first − second; its `places` show it in full. */
  readonly difference: Quantity;
  /** The largest difference that rounding explains; 0 between exact amounts such as counts. */
  readonly bound: Quantity;
}

/**
 * Whether two quantities are the same within rounding: |a − b| ≤ slack(a) + slack(b), the bound
 * included. With a sum of n amounts rounded to 0.01万元 against its total, this is the tolerance
 * of 0.005·(n+1); intervals as in XBRL Calculations 1.1.
 */
export function sameWithin(a: Quantity, b: Quantity): Outcome<Agreement> {
  const outcome = subtract(a, b);
  if (!outcome.ok) return { ok: false, problem: { ...outcome.problem, operation: 'compare' } };
  const { amount, slack, unit } = outcome.value;
  return {
    ok: true,
    value: {
      within: amount.abs().lte(slack),
      equal: isZero(amount),
      difference: inFull(amount, unit),
      bound: inFull(slack, unit),
    },
  };
}

function inFull(amount: Exact, unit: Unit): Quantity {
  return { amount, unit, slack: ZERO, places: fullPlaces(amount) };
}
