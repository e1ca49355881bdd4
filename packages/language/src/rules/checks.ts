import { catalogue, type Quantity, quantityText, subtract } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Context } from '../evaluation/context.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { evaluate, isNothing, quantityOf, wrongType } from '../evaluation/expression.js';
import type * as ast from '../generated/ast.js';
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
  if (value.truth) return;
  const [left, right] = sidesOf(node.condition, context);
  const difference = left && right ? subtract(left, right) : undefined;
  context.report(
    checks.failed.at(at, {
      condition,
      left: left ? quantityText(left) : '',
      right: right ? quantityText(right) : '',
      difference: difference?.ok ? quantityText({ ...difference.value, amount: difference.value.amount.abs() }) : '',
      explanation: node.message?.value ?? '',
    }),
  );
}

/** The two numbers of a comparison, for the message. */
function sidesOf(condition: ast.Expression, context: Context): [Quantity | undefined, Quantity | undefined] {
  const inner = condition.$type === 'Grouped' ? condition.inner : condition;
  if (inner.$type !== 'Binary') return [undefined, undefined];
  const silent: Context = { ...context, report: () => undefined };
  const side = (node: ast.Expression) => {
    const value = evaluate(node, silent);
    if (value.kind !== 'quantity' && value.kind !== 'figure' && value.kind !== 'group') return undefined;
    const found = quantityOf(value, spanOf(node, context.anchor), silent);
    return isNothing(found) ? undefined : found;
  };
  return [side(inner.left), side(inner.right)];
}
