import {
  absolute,
  catalogue,
  differenceBetween,
  type EquationSide,
  equality,
  type Quantity,
  quantityText,
  sameWithin,
  tellingPlaces,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Context } from '../evaluation/context.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { evaluate, isNothing, quantityOf, wrongType } from '../evaluation/expression.js';
import { isWrittenNumber } from '../evaluation/written.js';
import type * as ast from '../generated/ast.js';
import { canonicalKeyword } from '../grammar/keywords.js';
import { canonicalMark } from '../syntax/punctuation.js';
import { sourceText, spanOf } from '../syntax/spans.js';
import { tablesOf } from './cells.js';

const { checks } = catalogue;

/** A relation that the author wrote down must hold. */
export function checksMustHold(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const piece of file.pieces) {
    for (const node of piece.declarations) {
      if (node.$type === 'Check') check(node, evaluation.contextAt(piece.anchor));
    }
  }
  for (const table of tablesOf(file)) {
    for (const { node, around } of table.checks) check(node, evaluation.contextAt(table.span.anchor, around));
  }
}

function check(node: ast.Check, context: Context): void {
  if (!node.condition) return;
  const at = spanOf(node.condition, context.anchor);
  const value = evaluate(node.condition, context);
  const condition = sourceText(node.condition);
  if (value.kind === 'nothing') {
    if (value.why !== 'invalid') context.report(checks.undecided.at(at, { condition }));
    return;
  }
  if (value.kind !== 'truth') {
    wrongType(value, '判断，如“甲 <= 乙”', 'a condition such as “a <= b”', at, context);
    return;
  }
  if (value.truth) {
    for (const equation of equationsIn(node.condition)) remarkOnRounding(equation, context);
    return;
  }
  const [left, right] = sidesOf(node.condition, context).map((side) => side?.quantity);
  context.report(checks.failed.at(at, { condition, ...factsOf(left, right), explanation: node.message?.value ?? '' }));
}

/** The two numbers with as many decimals as it takes to tell them apart, and what lies between them. */
function factsOf(left: Quantity | undefined, right: Quantity | undefined) {
  const difference = left && right ? differenceBetween(left, right) : undefined;
  if (!difference) return { left: saidOf(left), right: saidOf(right), difference: '', inPoints: false };
  const { amount, inPoints } = difference;
  const atMost = tellingPlaces(amount.amount, Math.max(amount.unit.places, amount.places === 0 ? 0 : 2));
  return {
    left: saidOf(left, atMost),
    right: saidOf(right, atMost),
    difference: quantityText(amount, { atMost, ...(inPoints && { unit: 'none' as const }) }),
    inPoints,
  };
}

function saidOf(quantity: Quantity | undefined, atLeast = 0): string {
  return quantity ? quantityText(quantity, { atMost: Math.max(quantity.unit.places, quantity.places, atLeast) }) : '';
}

/** The equations that all have to hold for a condition to hold. */
function equationsIn(condition: ast.Expression): ast.Binary[] {
  if (condition.$type === 'Grouped') return equationsIn(condition.inner);
  if (condition.$type !== 'Binary') return [];
  const operator = canonicalMark(canonicalKeyword(condition.operator));
  if (operator === '且') return [...equationsIn(condition.left), ...equationsIn(condition.right)];
  return operator === '=' || operator === '==' ? [condition] : [];
}

function remarkOnRounding(equation: ast.Binary, context: Context): void {
  const [left, right] = sidesOf(equation, context);
  const outcome = left && right && equality(left, right);
  if (!left || !right || !outcome?.ok || outcome.value !== 'rounded') return;
  const agreement = sameWithin(left.quantity, right.quantity);
  if (!agreement.ok) return;
  const { difference, bound } = agreement.value;
  context.report(
    checks.rounding.at(spanOf(equation, context.anchor), {
      condition: sourceText(equation),
      left: quantityText(left.quantity),
      right: quantityText(right.quantity),
      difference: quantityText(absolute(difference)),
      bound: quantityText(bound),
    }),
  );
}

/** The two numbers of a comparison. */
function sidesOf(condition: ast.Expression, context: Context): [EquationSide | undefined, EquationSide | undefined] {
  const inner = condition.$type === 'Grouped' ? condition.inner : condition;
  if (inner.$type !== 'Binary') return [undefined, undefined];
  const silent: Context = { ...context, report: () => undefined };
  const side = (node: ast.Expression): EquationSide | undefined => {
    const value = evaluate(node, silent);
    if (value.kind !== 'quantity' && value.kind !== 'figure' && value.kind !== 'group') return undefined;
    const quantity = quantityOf(value, spanOf(node, context.anchor), silent);
    return isNothing(quantity) ? undefined : { quantity, written: isWrittenNumber(node, value, silent) };
  };
  return [side(inner.left), side(inner.right)];
}
