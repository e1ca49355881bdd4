import type * as ast from '../generated/ast.js';
import type { Context } from './context.js';
import type { Value } from './value.js';

/** Whether a number stands there as someone wrote it: a literal, or a figure that is one; not the result of a formula or a sum. */
export function isWrittenNumber(node: ast.Expression, value: Value, context: Context): boolean {
  if (value.kind === 'figure') {
    const cell = context.evaluation.cell(value.figure, value.column ?? 0);
    return cell.state === 'stated' && cell.formula === undefined;
  }
  if (node.$type === 'Grouped') return isWrittenNumber(node.inner, value, context);
  return node.$type === 'Negation' ? node.operand.$type === 'Quantity' : node.$type === 'Quantity';
}
