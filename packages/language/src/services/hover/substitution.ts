import { type Quantity, quantityText } from '@jixiao/core';
import { AstUtils } from 'langium';
import type { Context } from '../../evaluation/context.js';
import { evaluate, isNothing, quantityOf } from '../../evaluation/expression.js';
import type * as ast from '../../generated/ast.js';
import { sourceText, spanOf } from '../../syntax/spans.js';

/** The text of a formula with the value of each name in its place; undefined where it names nothing. */
export function substituted(expression: ast.Expression, context: Context): string | undefined {
  const start = expression.$cstNode?.offset ?? 0;
  const source = sourceText(expression);
  let text = '';
  let done = 0;
  for (const path of pathsIn(expression)) {
    const at = path.$cstNode;
    if (!at || at.offset - start < done) continue;
    text += source.slice(done, at.offset - start) + valueIn(path, context);
    done = at.end - start;
  }
  return done === 0 ? undefined : text + source.slice(done);
}

function* pathsIn(expression: ast.Expression): Generator<ast.Path> {
  for (const node of AstUtils.streamAst(expression)) if (node.$type === 'Path') yield node as ast.Path;
}

function valueIn(path: ast.Path, context: Context): string {
  const value = evaluate(path, context);
  switch (value.kind) {
    case 'text':
      return `"${value.text}"`;
    case 'quantity':
    case 'figure':
    case 'group': {
      const found = quantityOf(value, spanOf(path, context.anchor), context);
      return isNothing(found) ? '—' : quantityText(found);
    }
    default:
      return sourceText(path);
  }
}

/** What a formula comes to; undefined where it has no value. */
export function resultOf(expression: ast.Expression, context: Context): Quantity | undefined {
  const value = evaluate(expression, context);
  if (value.kind !== 'quantity' && value.kind !== 'figure' && value.kind !== 'group') return undefined;
  const found = quantityOf(value, spanOf(expression, context.anchor), context);
  return isNothing(found) ? undefined : found;
}
