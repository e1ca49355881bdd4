import {
  decimalPlaces,
  type Exact,
  endsWithin,
  exact,
  firstPlace,
  fullPlaces,
  isWhole,
  isZero,
  MOST_PLACES,
  ONE,
  roundHalfUp,
  ZERO,
} from './exact.js';
import { isCount, isMoney, NUMBER, sameDimension, sameUnit, type Unit, unitOf } from './unit.js';

/** An exact amount of something, and how far rounding may have moved it. */
export interface Quantity {
  /** In `unit`: 7.3 for 7.3%. */
  readonly amount: Exact;
  readonly unit: Unit;
  /**
   * Half the width of the interval in which the amount lay before it was rounded to be written
   * (尾差), in `unit`; 0 for an exact amount.
   */
  readonly slack: Exact;
  /** Decimals as they were written; for a result those it is usually shown with. */
  readonly places: number;
}

/** What can make an operation on quantities impossible. */
export type ArithmeticProblem =
  | { readonly kind: 'unlike-units'; readonly left: Unit; readonly right: Unit; readonly operation: Operation }
  | { readonly kind: 'division-by-zero'; readonly operation: Operation };

export type Operation =
  | 'add'
  | 'subtract'
  | 'divide'
  | 'compare'
  | 'convert'
  | 'share'
  | 'growth'
  | 'sum'
  | 'minimum'
  | 'maximum';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ArithmeticProblem };

const TWO = ONE.add(ONE);
const CENT = ONE.div(100);

/**
 * A quantity as it was written: plain decimal digits and the symbol of a unit.
 * Its slack is half the rounding step of the unit, or half of the last decimal if more were
 * written; an amount written to the cent (分钱) or finer, or to the single person of 万人, is exact.
 * @throws SyntaxError if `digits` are not plain decimal digits.
 */
export function literal(digits: string, unitSymbol = ''): Quantity {
  const unit = unitOf(unitSymbol);
  const places = decimalPlaces(digits);
  return { amount: exact(digits), unit, slack: writtenSlack(unit, places), places };
}

/** A quantity that was not written but came about; exact unless told otherwise. */
export function quantity(amount: Exact, unit: Unit, slack: Exact = ZERO): Quantity {
  return { amount, unit, slack, places: usualPlaces(amount, unit) };
}

/**
 * Rounds the amount half up to so many decimals, on purpose. The result is as uncertain as if it
 * had been written so, or as the amount was before.
 */
export function roundQuantity(q: Quantity, places: number): Quantity {
  const amount = roundHalfUp(q.amount, places);
  const written = writtenSlack(q.unit, places);
  const slack = amount.equals(q.amount) || written.lt(q.slack) ? q.slack : written;
  return { amount, unit: q.unit, slack, places };
}

/** The same quantity in another unit of its dimension, with all the digits that it has. */
export function convert(q: Quantity, unit: Unit): Outcome<Quantity> {
  if (sameUnit(q.unit, unit)) return { ok: true, value: q };
  if (!sameDimension(q.unit, unit)) {
    return { ok: false, problem: { kind: 'unlike-units', left: q.unit, right: unit, operation: 'convert' } };
  }
  const amount = inUnit(q.amount, q.unit, unit);
  const slack = inUnit(q.slack, q.unit, unit);
  return { ok: true, value: { amount, unit, slack, places: convertedPlaces(q, amount, unit) } };
}

/** The amount in another unit; the caller knows that both have one dimension. */
export function inUnit(amount: Exact, from: Unit, to: Unit): Exact {
  if (sameUnit(from, to) || isZero(amount)) return amount;
  return amount.mul(from.factor).div(to.factor);
}

/** Decimals with which a result is shown; a mean of whole things is not a whole number of them. */
export function usualPlaces(amount: Exact, unit: Unit): number {
  return unit.places === 0 && !isWhole(amount) ? Math.min(fullPlaces(amount), NUMBER.places) : unit.places;
}

/**
 * Decimals of an amount that was put into another unit: 2000元 is 0.00002亿元. A quotient that was
 * rounded to be shown has no last digit to keep, nor has an amount that the unit cannot write in full.
 */
export function convertedPlaces(from: Quantity, amount: Exact, unit: Unit): number {
  const usual = usualPlaces(amount, unit);
  if (!endsWithin(from.amount, Math.max(from.unit.places, from.places))) return usual;
  const full = fullPlaces(amount, MOST_PLACES);
  return endsWithin(amount, full) ? Math.max(usual, full) : usual;
}

/** So many decimals, or as many more as keep an amount that is not 0 from being written as 0. */
export function tellingPlaces(amount: Exact, places: number): number {
  const enough = Math.min(places, MOST_PLACES);
  if (isZero(amount) || !isZero(roundHalfUp(amount, enough))) return enough;
  // One digit more than the first: 0.0013 rather than 0.001.
  return Math.min(firstPlace(amount) + 1, MOST_PLACES);
}

/** Slack by unit and decimals: most figures of a report share one, and it is needed for each of them. */
const knownSlack = new WeakMap<Unit, Exact[]>();

function writtenSlack(unit: Unit, places: number): Exact {
  if (isZero(unit.step)) return ZERO;
  const byPlaces = knownSlack.get(unit) ?? [];
  knownSlack.set(unit, byPlaces);
  byPlaces[places] ??= halfStep(unit, places);
  return byPlaces[places];
}

function halfStep(unit: Unit, places: number): Exact {
  const written = ONE.div(10n ** BigInt(places));
  const step = written.lt(unit.step) ? written : unit.step;
  return step.mul(unit.factor).lte(indivisible(unit)) ? ZERO : step.div(TWO);
}

/** The smallest amount there is, in the base unit: a cent, one person; 0 for what is measured. */
function indivisible(unit: Unit): Exact {
  if (isMoney(unit)) return CENT;
  return isCount(unitOf(unit.dimension)) ? ONE : ZERO;
}
