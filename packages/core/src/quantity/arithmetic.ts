import { type Exact, isZero, ZERO } from './exact.js';
import {
  type ArithmeticProblem,
  convertedPlaces,
  inUnit,
  type Operation,
  type Outcome,
  type Quantity,
  quantity,
} from './quantity.js';
import {
  compoundUnit,
  isPure,
  NUMBER,
  PERCENT,
  sameDimension,
  sameUnit,
  type Unit,
  type UnitFactor,
  unitFactors,
} from './unit.js';

/**
 * left + right, in the unit of the left one. Slacks add up.
 * A number without unit adds only to numbers and percentages.
 */
export function add(left: Quantity, right: Quantity): Outcome<Quantity> {
  return sameDimension(left.unit, right.unit) ? done(plus(left, right)) : unlike(left, right, 'add');
}

/** left − right, in the unit of the left one. Slacks add up. */
export function subtract(left: Quantity, right: Quantity): Outcome<Quantity> {
  return sameDimension(left.unit, right.unit) ? done(plus(left, negate(right))) : unlike(left, right, 'subtract');
}

export function negate(q: Quantity): Quantity {
  return { ...q, amount: q.amount.neg() };
}

export function absolute(q: Quantity): Quantity {
  return q.amount.s < 0n ? negate(q) : q;
}

/**
 * left × right. With a pure number on one side the result keeps the unit of the other; otherwise
 * units multiply and cancel (元/人 × 人 = 元).
 * Slack is scaled where the pure number is exact; a product of two rounded amounts carries none.
 */
export function multiply(left: Quantity, right: Quantity): Quantity {
  if (isPure(right.unit) && !(left.unit === NUMBER && right.unit !== NUMBER))
    return scaled(left, right, baseAmount(right));
  if (isPure(left.unit)) return scaled(right, left, baseAmount(left));
  return quantityInBase(baseAmount(left).mul(baseAmount(right)), compoundOf(left.unit, right.unit, 1));
}

/**
 * left ÷ right. Quantities of one dimension make a ratio, in %; a pure divisor leaves the unit as it
 * is; otherwise units divide and cancel (万元 ÷ 人 = 万元/人). The result is exact, never rounded.
 */
export function divide(left: Quantity, right: Quantity): Outcome<Quantity> {
  if (isZero(right.amount)) return byZero('divide');
  if (isPure(right.unit)) return done(scaled(left, right, baseAmount(right).inverse()));
  return done(
    sameDimension(left.unit, right.unit)
      ? ratio(left, right)
      : quantityInBase(baseAmount(left).div(baseAmount(right)), compoundOf(left.unit, right.unit, -1)),
  );
}

/** −1, 0 or 1 as left is less than, equal to or greater than right: exactly, whatever their slack. */
export function compare(left: Quantity, right: Quantity): Outcome<-1 | 0 | 1> {
  return sameDimension(left.unit, right.unit) ? done(order(left, right)) : unlike(left, right, 'compare');
}

/**
 * The sum, in the unit of the first. An empty list has none (undefined): not even 0, for 0 of what?
 */
export function sum(list: readonly Quantity[]): Outcome<Quantity> | undefined {
  return folded(list, 'sum', plus);
}

/** The least; the first of equals, undefined for an empty list. */
export function minimum(list: readonly Quantity[]): Outcome<Quantity> | undefined {
  return folded(list, 'minimum', (least, q) => (order(q, least) < 0 ? q : least));
}

/** The greatest; the first of equals, undefined for an empty list. */
export function maximum(list: readonly Quantity[]): Outcome<Quantity> | undefined {
  return folded(list, 'maximum', (greatest, q) => (order(q, greatest) > 0 ? q : greatest));
}

/** 占比: part ÷ total, in %. */
export function share(part: Quantity, total: Quantity): Outcome<Quantity> {
  if (!sameDimension(part.unit, total.unit)) return unlike(part, total, 'share');
  return isZero(total.amount) ? byZero('share') : done(ratio(part, total));
}

/** 增幅: (after − before) ÷ before, in %; negative where it went down. */
export function growth(before: Quantity, after: Quantity): Outcome<Quantity> {
  if (!sameDimension(before.unit, after.unit)) return unlike(before, after, 'growth');
  return isZero(before.amount) ? byZero('growth') : done(ratio(plus(after, negate(before)), before));
}

function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

function failed(problem: ArithmeticProblem): { readonly ok: false; readonly problem: ArithmeticProblem } {
  return { ok: false, problem };
}

function unlike(left: Quantity, right: Quantity, operation: Operation) {
  return failed({ kind: 'unlike-units', left: left.unit, right: right.unit, operation });
}

function byZero(operation: Operation) {
  return failed({ kind: 'division-by-zero', operation });
}

/** left + right; the caller knows that they have one dimension. */
function plus(left: Quantity, right: Quantity): Quantity {
  const { unit } = left;
  const added = inUnit(right.amount, right.unit, unit);
  return {
    amount: left.amount.add(added),
    unit,
    slack: plusSlack(left.slack, inUnit(right.slack, right.unit, unit)),
    places: Math.max(left.places, sameUnit(right.unit, unit) ? right.places : convertedPlaces(right, added, unit)),
  };
}

/** Counts and 元 have no slack at all: most sums need not add here. */
function plusSlack(left: Exact, right: Exact): Exact {
  if (isZero(right)) return left;
  return isZero(left) ? right : left.add(right);
}

function order(left: Quantity, right: Quantity): -1 | 0 | 1 {
  const difference = left.amount.compare(inUnit(right.amount, right.unit, left.unit));
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

function folded(
  list: readonly Quantity[],
  operation: Operation,
  step: (result: Quantity, next: Quantity) => Quantity,
): Outcome<Quantity> | undefined {
  let result = list[0];
  if (!result) return undefined;
  for (const next of list.slice(1)) {
    if (!sameDimension(result.unit, next.unit)) return unlike(result, next, operation);
    result = step(result, next);
  }
  return done(result);
}

/** q times a factor that came from a pure number. It is shown no more coarsely than q was written. */
function scaled(q: Quantity, pure: Quantity, factor: Exact): Quantity {
  const slack = isZero(pure.slack) ? q.slack.mul(factor.abs()) : ZERO;
  const result = quantity(q.amount.mul(factor), q.unit, slack);
  const written = isPure(q.unit) && sameUnit(pure.unit, q.unit) ? Math.max(q.places, pure.places) : q.places;
  return written > result.places ? { ...result, places: written } : result;
}

/** part ÷ whole in %; the caller knows that they have one dimension and that whole is not 0. */
function ratio(part: Quantity, whole: Quantity): Quantity {
  return quantityInBase(inUnit(part.amount, part.unit, whole.unit).div(whole.amount), PERCENT);
}

function baseAmount(q: Quantity): Exact {
  return q.amount.mul(q.unit.factor);
}

function quantityInBase(amount: Exact, unit: Unit): Quantity {
  return quantity(amount.div(unit.factor), unit);
}

/** The unit of a product (power 1) or quotient (power −1): what stands above and below the bar cancels. */
function compoundOf(left: Unit, right: Unit, power: 1 | -1): Unit {
  const factors: UnitFactor[] = [...unitFactors(left)];
  for (const { unit, power: own } of unitFactors(right)) {
    const signed: UnitFactor = { unit, power: own === power ? 1 : -1 };
    const opposite = factors.findIndex((f) => sameDimension(f.unit, unit) && f.power !== signed.power);
    if (opposite < 0) factors.push(signed);
    else factors.splice(opposite, 1);
  }
  return compoundUnit(factors);
}
