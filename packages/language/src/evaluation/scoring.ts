import {
  type Actual,
  actualAsTarget,
  catalogue,
  compare,
  convert,
  type Exact,
  exact,
  type Indicator,
  NUMBER,
  PERCENT,
  POINTS,
  type Quantity,
  quantity,
  quantityText,
  roundQuantity,
  type Score,
  type Span,
  subtract,
  type Target,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';
import { type Context, reportingAt } from './context.js';
import { evaluate, isNothing, quantityOf } from './expression.js';
import { NO_POINTS, type OverTargetRule, pointsQuantity, type Rubric, type ScoringMethod } from './rubric.js';
import { BLANK, quantityValue, type Value } from './value.js';

/** What the rubric says of an indicator. */
export interface ComputedScore {
  readonly quantity?: Quantity;
  readonly method?: string;
  readonly band?: NonNullable<Score['band']>;
  /** What the method gave, before it was held between 0 and the points. */
  readonly raw?: Quantity;
  /** The target is written but cannot be read; a finding says why, and there is nothing to score. */
  readonly unread?: true;
}

/** What a method is applied to. */
export interface Measured {
  readonly points: Quantity;
  readonly target: Target | undefined;
  readonly actual: Actual | undefined;
  readonly rate: Quantity | undefined;
  /** The method named by the indicator or by its group in the taxonomy. */
  readonly method: string | undefined;
}

/** Names that methods may take, both spellings. */
export const METHOD_PARAMETERS: Readonly<Record<string, 'target' | 'actual' | 'points'>> = {
  目标: 'target',
  target: 'target',
  实际: 'actual',
  actual: 'actual',
  分值: 'points',
  points: 'points',
};

const NOTHING: ComputedScore = {};
const FULL = quantity(exact(100), PERCENT);

/** The score that the rubric gives; empty where it cannot tell. */
export function scoreByRubric(
  measured: Measured,
  rubric: Rubric | undefined,
  at: Span,
  context: Context,
): ComputedScore {
  if (!rubric) return NOTHING;
  if (measured.target?.kind === 'quality') return qualitativeScore(measured, rubric);
  const applied = methodApplied(measured, rubric);
  if (!applied) return NOTHING;
  const { method, given } = applied;
  const raw = applyMethod(method, given, { ...context, report: reportingAt(at, context) });
  if (!raw) return { method: method.name };
  const lowered = subtract(raw, overTargetDeduction(measured, rubric));
  const score = roundQuantity(lowered.ok ? lowered.value : raw, rubric.places);
  return { quantity: withinPoints(score, measured.points), raw, method: method.name };
}

/** Quantities that a method is applied to. */
export interface Given {
  readonly target: Quantity;
  readonly actual: Quantity;
  readonly points: Quantity;
}

/** The method in force for what was measured, and the quantities it is applied to; undefined where there is none or nothing to apply it to. */
export function methodApplied(
  measured: Measured,
  rubric: Rubric,
): { readonly method: ScoringMethod; readonly given: Given } | undefined {
  const actual = measured.rate ?? (measured.actual?.kind === 'quantity' ? measured.actual.quantity : undefined);
  if (!actual) return undefined;
  const target = measured.target?.kind === 'quantity' ? measured.target.quantity : FULL;
  // Unlike units are reported where the actual is read; no method can make anything of them.
  if (measured.target && !actualAsTarget(actual, target)) return undefined;
  const method = methodFor(measured, rubric);
  return method && { method, given: { target, actual: notNegative(actual), points: measured.points } };
}

/** Points taken off where a target was far exceeded and the rubric says so. */
function overTargetDeduction(measured: Measured, rubric: Rubric): Quantity {
  const { target, actual } = measured;
  if (!target || !actual) return NO_POINTS;
  const rules = rubric.overTarget.filter((rule) => rule.deduction && exceeds({ target, actual }, rule));
  const strictest = rules.sort((a, b) => b.factor.compare(a.factor))[0];
  return strictest?.deduction ?? NO_POINTS;
}

/** The method in force: the named one, else the one for the comparator of the target. */
export function methodFor(measured: Pick<Measured, 'method' | 'target'>, rubric: Rubric): ScoringMethod | undefined {
  if (measured.method !== undefined) return rubric.methods.find(({ name }) => name === measured.method);
  const comparator = measured.target?.kind === 'quantity' ? measured.target.comparator : '>=';
  return rubric.methods.find(({ comparators }) => comparators.includes(comparator));
}

/** Applies a method. The result is in points; undefined where it has no value, and a finding says why. */
export function applyMethod(method: ScoringMethod, given: Given, context: Context): Quantity | undefined {
  const inside = contextInside(method, given, context.report);
  const expression = methodExpression(method, inside);
  if (!expression) return undefined;
  const found = quantityOf(evaluate(expression, inside), spanOf(expression, method.context.anchor), inside);
  if (isNothing(found)) return undefined;
  if (found.unit === NUMBER) return { ...found, unit: POINTS };
  const converted = convert(found, POINTS);
  if (converted.ok) return converted.value;
  const at = spanOf(expression, method.context.anchor);
  context.report(catalogue.values.wrongUnit.at(at, { name: '得分', value: quantityText(found), expected: '分' }));
  return undefined;
}

/** What the expressions of a method see: the names it takes, then the file that declares it. */
export function contextInside(method: ScoringMethod, given: Given, report: Context['report']): Context {
  const locals = new Map<string, Value>();
  for (const name of method.parameters) {
    const which = Object.hasOwn(METHOD_PARAMETERS, name) ? METHOD_PARAMETERS[name] : undefined;
    locals.set(name, which ? quantityValue(given[which]) : BLANK);
  }
  return { ...method.context, locals, report };
}

/** The expression of a method that applies: its body, or the first case whose condition holds. */
export function methodExpression(method: ScoringMethod, inside: Context): ast.Expression | undefined {
  return method.node.body ?? caseFor(method.node, inside);
}

function caseFor(node: ast.Method, context: Context): ast.Expression | undefined {
  for (const item of node.cases) {
    if (item.otherwise) return item.value;
    const condition = evaluate(item.condition, context);
    if (condition.kind !== 'truth') return undefined;
    if (condition.truth) return item.value;
  }
  return undefined;
}

/** A negative actual counts as 0. */
function notNegative(actual: Quantity): Quantity {
  return actual.amount.s < 0n ? { ...actual, amount: exact(0) } : actual;
}

/** Always 0 ≤ score ≤ points. */
function withinPoints(score: Quantity, points: Quantity): Quantity {
  if (score.amount.s < 0n) return { ...score, amount: exact(0) };
  const order = compare(score, points);
  return order.ok && order.value > 0 ? { ...points, places: score.places } : score;
}

function qualitativeScore(measured: Measured, rubric: Rubric): ComputedScore {
  const { actual, points } = measured;
  if (actual?.kind !== 'attainment') return NOTHING;
  const band = rubric.bands.find(({ attainment }) => attainment === actual.attainment);
  if (!band) return NOTHING;
  const best = !rubric.bands.some(({ high }) => high.gt(band.high));
  const limits = { low: partOf(points, band.low, rubric), high: partOf(points, band.high, rubric), highIncluded: best };
  if (actual.degree) {
    const degree = actual.degree.amount.mul(actual.degree.unit.factor);
    return { quantity: partOf(points, degree, rubric), band: limits };
  }
  return best ? { quantity: limits.high, band: limits } : { band: limits };
}

function partOf(points: Quantity, fraction: Exact, rubric: Rubric): Quantity {
  return roundQuantity(pointsQuantity(points.amount.mul(fraction)), rubric.places);
}

/** Whether a stated score lies in the band of its attainment. */
export function liesInBand(score: Quantity, band: NonNullable<Score['band']>): boolean {
  const low = compare(score, band.low);
  const high = compare(score, band.high);
  return low.ok && high.ok && low.value >= 0 && (band.highIncluded ? high.value <= 0 : high.value < 0);
}

/** Whether a target was reached; undefined where target and actual are of unlike units. */
export function isMet(target: Extract<Target, { kind: 'quantity' }>, actual: Quantity): boolean | undefined {
  const measured = actualAsTarget(actual, target.quantity);
  const order = measured && compare(measured, target.quantity);
  if (!order?.ok) return undefined;
  switch (target.comparator) {
    case '<':
      return order.value < 0;
    case '<=':
      return order.value <= 0;
    case '>':
      return order.value > 0;
    default:
      return order.value >= 0;
  }
}

/** Whether an indicator exceeds its target by the factor of a rule. Targets not to be exceeded have no such rule. */
export function exceeds(indicator: Pick<Indicator, 'target' | 'actual'>, rule: OverTargetRule): boolean {
  const { target } = indicator;
  if (target?.kind !== 'quantity' || target.comparator === '<' || target.comparator === '<=') return false;
  const rate = attainmentRate(indicator);
  if (!rate) return false;
  return rule.comparator === '>' ? rate.gt(rule.factor) : rate.gte(rule.factor);
}

/** actual ÷ target as a fraction, where both are numbers of one kind and the target is above 0. */
export function attainmentRate(indicator: Pick<Indicator, 'target' | 'actual'>): Exact | undefined {
  const { target, actual } = indicator;
  if (target?.kind !== 'quantity' || actual?.kind !== 'quantity') return undefined;
  const measured = actualAsTarget(actual.quantity, target.quantity);
  if (!measured || target.quantity.amount.s <= 0n || target.quantity.amount.equals(0)) return undefined;
  return measured.amount.div(target.quantity.amount);
}
