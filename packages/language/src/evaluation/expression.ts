import {
  catalogue,
  compareDates,
  type EquationSide,
  exact,
  isOverloaded,
  literal,
  multiply,
  NUMBER,
  parseDate,
  type Quantity,
  quantity,
  quantityText,
  type Span,
  toHalfWidth,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { canonicalKeyword } from '../grammar/keywords.js';
import { canonicalMark } from '../syntax/punctuation.js';
import { sourceText, spanOf } from '../syntax/spans.js';
import { calculate, holds, isTooLarge } from './arithmetic.js';
import type { Context } from './context.js';
import type { FigureDefinition, GroupDefinition } from './definitions.js';
import { callFunction } from './functions/call.js';
import { evaluatePath } from './path.js';
import { BLANK, INVALID, KIND_NAMES, MISSING, type Nothing, quantityValue, type Value } from './value.js';
import { isWrittenNumber } from './written.js';

const { values } = catalogue;
const MINUS_ONE = quantity(exact(-1), NUMBER);

/** What an expression stands for in its context. Whatever is wrong with it becomes a finding there. */
export function evaluate(expression: ast.Expression | undefined, context: Context): Value {
  if (!expression) return INVALID;
  switch (expression.$type) {
    case 'Quantity':
      return quantityLiteral(expression, context);
    case 'DateLiteral':
      return dateLiteral(expression.literal, spanOf(expression, context.anchor), context);
    case 'StringLiteral':
      return { kind: 'text', text: expression.text?.value ?? '' };
    case 'MissingExpression':
      return INVALID;
    case 'Grouped':
      return evaluate(expression.inner, context);
    case 'Negation':
      return withQuantity(expression.operand, context, (operand) => quantityValue(multiply(operand, MINUS_ONE)));
    case 'Path':
      return evaluatePath(expression, context);
    case 'Call':
      return callFunction(expression, context);
    case 'Conditional':
      return conditional(expression, context);
    case 'Binary':
      return binary(expression, context);
    default:
      // Half-read by a parser that had to recover; the syntax has been reported.
      return INVALID;
  }
}

/** A number as it is written, such as `2799.38万元`. */
export function quantityLiteral(node: ast.Quantity | undefined, context: Context): Value {
  // The parser leaves half-read nodes behind where it had to recover.
  if (!node?.literal) return INVALID;
  const written = splitQuantity(node.literal);
  if (!written || written.digits.length > 40 || isOverloaded(written.symbol)) {
    context.report(values.tooLarge.at(spanOf(node, context.anchor), {}));
    return INVALID;
  }
  return quantityValue(literal(written.digits, written.symbol));
}

/** The digits and the unit of a quantity token, full-width forms included. */
export function splitQuantity(image: string | undefined): { digits: string; symbol: string } | undefined {
  const match = /^([0-9]+(?:\.[0-9]+)?)(.*)$/.exec(toHalfWidth(image ?? ''));
  return match ? { digits: match[1] ?? '', symbol: match[2] ?? '' } : undefined;
}

export function dateLiteral(image: string | undefined, at: Span, context: Context): Value {
  const parsed = parseDate(toHalfWidth(image ?? ''));
  if (parsed.ok) return { kind: 'date', date: parsed.date };
  context.report(values.badDate.at(at, { text: image ?? '', ...dateProblem(parsed.problem) }));
  return INVALID;
}

export function dateProblem(problem: string): { whyZh: string; whyEn: string } {
  switch (problem) {
    case 'no-such-month':
      return { whyZh: '没有这个月份', whyEn: 'there is no such month' };
    case 'no-such-day':
      return { whyZh: '这个月没有这一天', whyEn: 'the month has no such day' };
    default:
      return { whyZh: '应写成“2025-06-05”或“2025年6月5日”', whyEn: 'write 2025-06-05 or 2025年6月5日' };
  }
}

function conditional(node: ast.Conditional, context: Context): Value {
  const condition = evaluate(node.condition, context);
  if (condition.kind === 'nothing') return condition;
  if (condition.kind !== 'truth')
    return wrongType(condition, '判断', 'a condition', spanOf(node.condition, context.anchor), context);
  return evaluate(condition.truth ? node.then : node.otherwise, context);
}

function binary(node: ast.Binary, context: Context): Value {
  const operator = canonicalMark(canonicalKeyword(node.operator));
  if (operator === '且' || operator === '或') return logical(node, operator, context);
  const left = evaluate(node.left, context);
  const right = evaluate(node.right, context);
  const at = spanOf(node, context.anchor);
  hintAtDate(node, at, context);
  if (left.kind === 'date' && right.kind === 'date') return compareAs(operator, compareDates(left.date, right.date));
  if (left.kind === 'text' && right.kind === 'text' && /^[=!]/.test(operator)) {
    return { kind: 'truth', truth: (left.text === right.text) === (operator !== '!=') };
  }
  const a = quantityOf(left, spanOf(node.left, context.anchor), context);
  const b = quantityOf(right, spanOf(node.right, context.anchor), context);
  if (isNothing(a) || isNothing(b)) return leastKnown(a, b);
  if (/^[-+*/]$/.test(operator)) return calculate(operator, a, b, at, context);
  const side = (quantity: Quantity, from: ast.Expression, value: Value): EquationSide => ({
    quantity,
    // The rules of a rubric draw limits: what they are given counts to the last digit.
    written: context.locals !== undefined || isWrittenNumber(from, value, context),
  });
  const truth = holds(operator, side(a, node.left, left), side(b, node.right, right), at, context);
  return truth === undefined ? INVALID : { kind: 'truth', truth };
}

/** `2024-03` is a subtraction to the language and a month to whoever writes it; nobody else writes 3 as 03. */
function hintAtDate(node: ast.Binary, at: Span, context: Context): void {
  if (node.left?.$type !== 'Quantity' || node.right?.$type !== 'Quantity') return;
  const text = sourceText(node);
  const [, year, month] = /^((?:19|20)\d{2})(?:-(?=\d\d$)|\/(?=0))(0[1-9]|1[0-2])$/.exec(toHalfWidth(text)) ?? [];
  if (year === undefined || month === undefined) return;
  context.report(catalogue.prose.bareDate.at(at, { text, suggestion: `${year}年${Number(month)}月` }));
}

function logical(node: ast.Binary, operator: '且' | '或', context: Context): Value {
  const left = evaluate(node.left, context);
  if (left.kind === 'truth' && left.truth === (operator === '或')) return left;
  const right = evaluate(node.right, context);
  for (const [value, side] of [
    [left, node.left],
    [right, node.right],
  ] as const) {
    if (value.kind === 'nothing') return value;
    if (value.kind !== 'truth') return wrongType(value, '判断', 'a condition', spanOf(side, context.anchor), context);
  }
  return right;
}

function compareAs(operator: string, order: number): Value {
  const truth: Readonly<Record<string, boolean>> = {
    '>=': order >= 0,
    '>': order > 0,
    '<=': order <= 0,
    '<': order < 0,
    '!=': order !== 0,
  };
  return { kind: 'truth', truth: truth[operator] ?? order === 0 };
}

/** Of two values of which one is missing, the reason that says most. */
function leastKnown(a: Quantity | Nothing, b: Quantity | Nothing): Nothing {
  for (const why of [INVALID, MISSING, BLANK]) {
    if ((isNothing(a) && a.why === why.why) || (isNothing(b) && b.why === why.why)) return why;
  }
  return INVALID;
}

function withQuantity(operand: ast.Expression, context: Context, use: (quantity: Quantity) => Value): Value {
  const found = quantityOf(evaluate(operand, context), spanOf(operand, context.anchor), context);
  return isNothing(found) ? found : use(found);
}

export function isNothing(found: Quantity | Nothing): found is Nothing {
  return 'kind' in found;
}

/** The number that a value stands for; a finding where it stands for something else. */
export function quantityOf(value: Value, at: Span, context: Context): Quantity | Nothing {
  switch (value.kind) {
    case 'quantity':
      return isTooLarge(value.quantity.amount) ? INVALID : value.quantity;
    case 'nothing':
      return value;
    case 'figure': {
      const column = columnOf(value, at, context);
      if (column === undefined) return INVALID;
      const cell = context.evaluation.cell(value.figure, column);
      if (cell.quantity) return cell.quantity;
      if (cell.state === 'invalid') return INVALID;
      return cell.state === 'blank' ? BLANK : MISSING;
    }
    case 'group': {
      const column = columnOf(value, at, context);
      if (column === undefined) return INVALID;
      return context.evaluation.sumOfGroup(value.group, column).quantity ?? MISSING;
    }
    default:
      wrongType(value, '数值', 'a number', at, context);
      return INVALID;
  }
}

/** The column in which a figure or a group is read; a finding where there are several and none was chosen. */
export function columnOf(
  value: Extract<Value, { kind: 'figure' | 'group' }>,
  at: Span,
  context: Context,
): number | undefined {
  if (value.column !== undefined) return value.column;
  const { table, name } = value.kind === 'figure' ? value.figure : nameAndTable(value.group);
  if (table.columns.length <= 1) return 0;
  context.report(values.columnNeeded.at(at, { name, columns: table.columns.map((column) => column.name) }));
  return undefined;
}

function nameAndTable({ name, owner }: GroupDefinition): Pick<FigureDefinition, 'name' | 'table'> {
  return { name: name ?? owner.name, table: owner.table };
}

export function wrongType(value: Value, wantedZh: string, wantedEn: string, at: Span, context: Context): Nothing {
  const [foundZh, foundEn] = KIND_NAMES[value.kind];
  context.report(values.wrongType.at(at, { foundZh, foundEn, wantedZh, wantedEn }));
  return INVALID;
}

/** What a value prints in running text; undefined where it has no text. */
export function textOf(value: Value, context: Context): string | undefined {
  switch (value.kind) {
    case 'quantity':
      return quantityText(value.quantity);
    case 'text':
      return value.text;
    case 'list':
      return value.items.join('、');
    case 'truth':
      return value.truth ? '是' : '否';
    case 'unit':
      return value.node.label?.value ?? value.node.name.text;
    case 'figure':
    case 'group': {
      const found = quantityOf(
        value,
        { anchor: context.anchor, start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context,
      );
      return isNothing(found) ? undefined : quantityText(found);
    }
    default:
      return undefined;
  }
}
