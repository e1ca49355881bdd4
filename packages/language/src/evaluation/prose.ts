import {
  catalogue,
  dateText,
  formatQuantity,
  type Paragraph,
  type Position,
  type Prose,
  type Quantity,
  quantityText,
  type Run,
  type Span,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { sourceText, spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import { evaluate, isNothing, quantityOf, textOf, wrongType } from './expression.js';
import { splitProse } from './prose-lines.js';
import type { Value } from './value.js';

const { values } = catalogue;

/** Evaluates a block of prose: a line is a paragraph, `#{…}` prints what it stands for. */
export function evaluateProse(prose: ast.Prose, context: Context): Prose {
  context.evaluation.work.proses++;
  const paragraphs = splitProse(prose, context.anchor).map((line): Paragraph => {
    const runs = line.parts.map((part): Run => {
      if (part.kind === 'text') return { kind: 'text', text: part.text, emphasis: part.emphasis, span: part.span };
      return interpolate(part.node, part.emphasis, part.span, context);
    });
    return { kind: line.kind, runs, span: lineSpan(line.start, line.end, context) };
  });
  return { kind: 'prose', paragraphs, span: spanOf(prose, context.anchor) };
}

function lineSpan(start: Position, end: Position, context: Context): Span {
  return { anchor: context.anchor, start, end };
}

function interpolate(node: ast.Interpolation, emphasis: boolean, span: Span, context: Context): Run {
  const base = { kind: 'value', emphasis, span } as const;
  if (!node.expression) {
    context.report(catalogue.syntax.missingValue.at(span, { after: '#{' }));
    return { ...base, text: '' };
  }
  const value = evaluate(node.expression, context);
  if (value.kind === 'footnote') return { kind: 'footnote', text: value.text, span };
  if (value.kind === 'mention') return { kind: 'reference', target: value.target, span };
  const path = pathOf(value);
  const found = printedQuantity(value, spanOf(node.expression, context.anchor), context);
  const format = node.format?.slice(1).trim() ?? '';
  if (found && !isNothing(found)) {
    const text = formatted(found, format, span, context);
    return { ...base, text, quantity: found, ...(path && { path }) };
  }
  if (value.kind === 'nothing' || found) {
    const why = found ? found.why : value.kind === 'nothing' ? value.why : 'missing';
    if (why !== 'invalid') context.report(values.unavailable.at(span, { name: sourceText(node.expression) }));
    return { ...base, text: '—', ...(path && { path }) };
  }
  if (format !== '') {
    context.report(
      values.badFormat.at(span, { format, whyZh: '只有数值可以规定格式', whyEn: 'only numbers have formats' }),
    );
  }
  const text = value.kind === 'date' ? dateText(value.date) : textOf(value, context);
  if (text === undefined || value.kind === 'truth') {
    wrongType(value, '可以印出的内容', 'something that can be printed', span, context);
    return { ...base, text: '' };
  }
  return { ...base, text, ...(path && { path }) };
}

function printedQuantity(value: Value, at: Span, context: Context) {
  const isNumber = value.kind === 'quantity' || value.kind === 'figure' || value.kind === 'group';
  return isNumber ? quantityOf(value, at, context) : undefined;
}

/** Path of the figure, score or fact that an interpolation prints as it stands, column included. */
function pathOf(value: Value): readonly string[] | undefined {
  if (value.kind === 'quantity' || value.kind === 'text' || value.kind === 'nothing') return value.path;
  if (value.kind === 'group') return value.group.path;
  if (value.kind !== 'figure') return undefined;
  const column = value.column === undefined ? undefined : value.figure.table.columns[value.column];
  return column ? [...value.figure.path, column.name] : value.figure.path;
}

function formatted(found: Quantity, format: string, span: Span, context: Context): string {
  if (format === '') return quantityText(found);
  const result = formatQuantity(found, format);
  if (result.ok) return result.text;
  context.report(values.badFormat.at(span, { format, whyZh: result.why.zh, whyEn: result.why.en }));
  return quantityText(found);
}
