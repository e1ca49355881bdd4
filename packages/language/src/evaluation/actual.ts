import {
  type Actual,
  actualAsTarget,
  catalogue,
  convert,
  NUMBER,
  type Quantity,
  quantityText,
  type Target,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import { evaluate, isNothing, quantityLiteral, quantityOf } from './expression.js';
import { attainmentOf } from './rubric.js';
import { isWrittenNumber } from './written.js';

/** Reads what was reached, beside the target that it is measured against. */
export function readActual(actual: ast.Actual, target: Target | undefined, context: Context): Actual | undefined {
  const span = spanOf(actual, context.anchor);
  switch (actual.$type) {
    case 'BlankActual':
      return { kind: 'blank', span };
    case 'AttainmentActual': {
      const degree = actual.degree && quantityOf(quantityLiteral(actual.degree, context), span, context);
      const known = degree && !isNothing(degree) ? { degree } : {};
      return { kind: 'attainment', attainment: attainmentOf(actual.attainment), ...known, span };
    }
    case 'ValueActual': {
      if (actual.value?.$type === 'MissingExpression') return undefined;
      const value = evaluate(actual.value, context);
      if (value.kind === 'text') return { kind: 'text', text: value.text, span };
      const found = quantityOf(value, span, context);
      if (isNothing(found)) return found.why === 'invalid' ? undefined : { kind: 'blank', span };
      if (target?.kind !== 'quantity') return { kind: 'quantity', quantity: found, span };
      const measured = isWrittenNumber(actual.value, value, context) ? found : asRate(found, target.quantity);
      reportUnlikeUnit(measured, target.quantity, span, context);
      return { kind: 'quantity', quantity: measured, span };
    }
  }
}

/** A quotient of two bare numbers is a rate: 47 / 50 is 94% where the target is in %. */
function asRate(found: Quantity, target: Quantity): Quantity {
  const converted = found.unit === NUMBER ? convert(found, target.unit) : undefined;
  return converted?.ok ? converted.value : found;
}

/** A quantitative actual has the target's unit. */
function reportUnlikeUnit(actual: Quantity, target: Quantity, at: Actual['span'], context: Context): void {
  if (actualAsTarget(actual, target)) return;
  context.report(
    catalogue.scores.actualUnit.at(at, {
      actual: quantityText(actual),
      target: quantityText(target),
      unit: target.unit.symbol,
    }),
  );
}
