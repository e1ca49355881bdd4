import {
  type ArithmeticProblem,
  add,
  catalogue,
  compare,
  divide,
  type EquationSide,
  type Exact,
  equality,
  multiply,
  NUMBER,
  type Outcome,
  type Quantity,
  quantityText,
  type Span,
  subtract,
} from '@jixiao/core';
import type { Context } from './context.js';
import { INVALID, type Nothing, quantityValue, type Value } from './value.js';

const { values } = catalogue;

/** Numbers beyond this are slips of the pen; left to grow by multiplication they would fill the memory. */
const LIMIT = 10n ** 400n;

export function isTooLarge(amount: Exact): boolean {
  return amount.n > LIMIT || amount.d > LIMIT;
}

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  add: ['相加', 'added'],
  subtract: ['相减', 'subtracted'],
  compare: ['比较', 'compared'],
  sum: ['相加', 'added'],
  share: ['计算占比', 'put into a share'],
  growth: ['计算增幅', 'put into a growth rate'],
  convert: ['换算', 'converted into each other'],
  minimum: ['比较', 'compared'],
  maximum: ['比较', 'compared'],
  divide: ['相除', 'divided'],
};

/** Reports why an operation on two quantities is impossible. */
export function reportProblem(
  problem: ArithmeticProblem,
  left: Quantity,
  right: Quantity,
  at: Span,
  context: Context,
): Nothing {
  if (problem.kind === 'division-by-zero') {
    context.report(values.divisionByZero.at(at, { dividend: quantityText(left), divisor: quantityText(right) }));
  } else {
    const [operationZh, operationEn] = WORDS[problem.operation] ?? ['运算', 'combined'];
    context.report(
      values.unlike.at(at, { left: quantityText(left), right: quantityText(right), operationZh, operationEn }),
    );
  }
  return INVALID;
}

/** The value of an outcome; where there is none, a finding says why. */
export function settled(
  outcome: Outcome<Quantity>,
  left: Quantity,
  right: Quantity,
  at: Span,
  context: Context,
): Value {
  if (!outcome.ok) return reportProblem(outcome.problem, left, right, at, context);
  if (isTooLarge(outcome.value.amount)) {
    context.report(values.tooLarge.at(at, {}));
    return INVALID;
  }
  return quantityValue(outcome.value);
}

export function calculate(operator: string, left: Quantity, right: Quantity, at: Span, context: Context): Value {
  switch (operator) {
    case '+':
      return settled(add(left, right), left, right, at, context);
    case '-':
      return settled(subtract(left, right), left, right, at, context);
    case '*':
      return settled({ ok: true, value: multiply(left, right) }, left, right, at, context);
    default:
      return settled(divide(left, right), left, right, at, context);
  }
}

/** A bare 0 is nothing of anything: it compares with every unit. */
function alike(q: Quantity, other: Quantity): Quantity {
  return q.unit === NUMBER && q.amount.equals(0) ? { ...q, unit: other.unit } : q;
}

/** Whether a comparison of two quantities holds. Equality allows for rounding where something was computed, order does not. */
export function holds(
  operator: string,
  first: EquationSide,
  second: EquationSide,
  at: Span,
  context: Context,
): boolean | undefined {
  const left = alike(first.quantity, second.quantity);
  const right = alike(second.quantity, first.quantity);
  if (operator === '==' || operator === '=' || operator === '!=') {
    const outcome = equality({ ...first, quantity: left }, { ...second, quantity: right });
    if (!outcome.ok) {
      reportProblem(outcome.problem, left, right, at, context);
      return undefined;
    }
    return (outcome.value !== 'different') === (operator !== '!=');
  }
  const order = compare(left, right);
  if (!order.ok) {
    reportProblem(order.problem, left, right, at, context);
    return undefined;
  }
  switch (operator) {
    case '>=':
      return order.value >= 0;
    case '>':
      return order.value > 0;
    case '<=':
      return order.value <= 0;
    default:
      return order.value < 0;
  }
}
