import { subtract } from './arithmetic.js';
import { type Exact, fullPlaces, isZero, roundHalfUp, ZERO } from './exact.js';
import { convert, type Outcome, type Quantity } from './quantity.js';
import { isPure, NUMBER, PERCENT, type Unit } from './unit.js';

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

/** same: nothing to remark on. rounded: computed from rounded amounts, and only rounding lies between the two. */
export type Equality = 'same' | 'rounded' | 'different';

/** A side of an equation; written means that its digits stand in the source, not that they came about. */
export interface EquationSide {
  readonly quantity: Quantity;
  readonly written: boolean;
}

/**
 * Whether two quantities that someone declared equal are so. A written amount stands for itself:
 * two of them are the same or not. Rounding is allowed for only where one side came about: a rate
 * is the same as the written one to which it rounds, a sum may miss its total by the bound.
 */
export function equality(left: EquationSide, right: EquationSide): Outcome<Equality> {
  const agreement = sameWithin(left.quantity, right.quantity);
  if (!agreement.ok) return agreement;
  return { ok: true, value: agreement.value.equal ? 'same' : unequal(left, right, agreement.value.within) };
}

function unequal(left: EquationSide, right: EquationSide, within: boolean): Equality {
  if (left.written && right.written) return 'different';
  if (isRate(left.quantity.unit)) return roundsTo(left, right) || roundsTo(right, left) ? 'same' : 'different';
  return within ? 'rounded' : 'different';
}

/** Rates are quotients: pure numbers and 万元/人. */
function isRate(unit: Unit): boolean {
  return isPure(unit) || unit.symbol.includes('/');
}

/** Whether a computed rate rounds to the written one; 0 and 100% are limits, to which nothing rounds. */
function roundsTo(computed: EquationSide, { quantity, written }: EquationSide): boolean {
  if (!written || computed.written || isZero(quantity.amount) || isAll(quantity)) return false;
  const found = convert(computed.quantity, quantity.unit);
  return found.ok && roundHalfUp(found.value.amount, quantity.places).equals(quantity.amount);
}

function isAll({ amount, unit }: Quantity): boolean {
  return isPure(unit) && amount.mul(unit.factor).equals(1);
}

/** A difference as it is said: rates differ by 个百分点 (percentage points), anything else in its unit. */
export interface SaidDifference {
  readonly amount: Quantity;
  readonly inPoints: boolean;
}

/** What lies between two quantities of one dimension, without its sign; undefined for unlike ones. */
export function differenceBetween(left: Quantity, right: Quantity): SaidDifference | undefined {
  const inPoints = isPure(left.unit) && (left.unit !== NUMBER || right.unit !== NUMBER);
  const first = inPoints ? convert(left, PERCENT) : { ok: true as const, value: left };
  const outcome = first.ok ? subtract(first.value, right) : undefined;
  if (!outcome?.ok) return undefined;
  const { amount, unit } = outcome.value;
  return { amount: inFull(amount.abs(), unit), inPoints };
}
