import {
  catalogue,
  compare,
  convert,
  type FundsRow,
  type Goal,
  type Indicator,
  type IndicatorTable,
  NUMBER,
  POINTS,
  printedScore,
  type Quantity,
  quantityText,
  roundQuantity,
  type Score,
  type Span,
  subtract,
  sum,
  type Target,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf, spanOfProperty } from '../syntax/spans.js';
import { readActual } from './actual.js';
import { type Context, reportingAt } from './context.js';
import { evaluate, isNothing, quantityOf } from './expression.js';
import { fundsRows } from './funds.js';
import { resolveSymbol } from './path.js';
import { comparatorOf, points, type Rubric, type RubricGroup } from './rubric.js';
import { type ComputedScore, scoreByRubric } from './scoring.js';
import { isFormFact } from './symbols.js';
import type { Nothing } from './value.js';

/** An evaluated table and what its rules need besides. */
export interface IndicatorResult {
  readonly table: IndicatorTable;
  readonly rubric: Rubric | undefined;
  /** Points lost, of the whole table. */
  readonly deduction: Quantity | undefined;
  /** Points lost, by indicator. */
  readonly deductions: ReadonlyMap<Indicator, Quantity>;
  /** What the method gave before it was held between 0 and the points. */
  readonly computed: ReadonlyMap<Indicator, ComputedScore>;
  /** The sum of the scores before a cap. */
  readonly uncapped: Quantity | undefined;
}

interface Reading {
  readonly context: Context;
  readonly rubric: Rubric | undefined;
  readonly computed: Map<Indicator, ComputedScore>;
  readonly deductions: Map<Indicator, Quantity>;
}

/** Evaluates a table of indicators: targets, actuals, scores, total and grade. */
export function evaluateIndicators(node: ast.IndicatorDeclaration, context: Context): IndicatorResult {
  const symbol = node.rubric && resolveSymbol(node.rubric, ['rubric'], context);
  const rubric = symbol && context.evaluation.rubric(symbol.node, symbol.nameSpan.anchor);
  const reading: Reading = { context, rubric, computed: new Map(), deductions: new Map() };
  const { block } = node;
  const nodes = (block?.indicators ?? []).filter((item) => item.name);
  const around = node.name ? [node.name.text] : [];
  const indicators = nodes
    .filter((item) => !isFormFact(item))
    .map((item) => readIndicator(item, around, rubric?.groups ?? [], 1, undefined, reading));
  const full = sumOf(indicators.map((indicator) => indicator.points));
  const uncapped = sumOf(indicators.map(printedScore));
  const executionRate = findRate(indicators);
  const total =
    uncapped && cappedTotal(uncapped, executionRate, rubric, spanOf(node.name ?? node, context.anchor), context);
  const statedTotal = block?.totals.at(-1);
  const statedScore = statedTotal?.score && points(statedTotal.score, context);
  const statedGrade = block?.grades.at(-1);
  const effective = statedScore ?? total;
  const grade = effective && gradeOf(effective, rubric);
  const lost = full && effective ? subtract(full, effective) : undefined;
  const table: IndicatorTable = {
    name: node.name?.text ?? '',
    label: node.label?.value ?? node.name?.text ?? '',
    ...(rubric && { rubric: rubric.name }),
    ...(executionRate && { executionRate }),
    indicators,
    ...(total && { total }),
    ...(full && { points: full }),
    ...(statedScore &&
      statedTotal && { statedTotal: { quantity: statedScore, span: spanOf(statedTotal.score, context.anchor) } }),
    ...(grade !== undefined && { grade }),
    ...(statedGrade?.grade && {
      statedGrade: { text: statedGrade.grade, span: spanOfProperty(statedGrade, 'grade', context.anchor) },
    }),
    funds: (block?.funds ?? []).flatMap((funds): FundsRow[] => fundsRows(funds, context)),
    goals: (block?.goals ?? []).map(
      (goal): Goal => ({
        planned: goal.planned?.value ?? '',
        ...(goal.reached && { reached: goal.reached.value }),
        span: spanOf(goal, context.anchor),
      }),
    ),
    properties: nodes.filter(isFormFact).map((item) => ({ name: item.name.text, value: item.label?.value ?? '' })),
    nameSpan: spanOf(node.name ?? node, context.anchor),
    span: spanOf(node, context.anchor),
  };
  return {
    table,
    rubric,
    deduction: lost?.ok ? lost.value : undefined,
    deductions: reading.deductions,
    computed: reading.computed,
    uncapped,
  };
}

function readIndicator(
  node: ast.IndicatorNode,
  around: readonly string[],
  groups: readonly RubricGroup[],
  level: number,
  inherited: string | undefined,
  reading: Reading,
): Indicator {
  const { context, rubric } = reading;
  const { anchor } = context;
  const path = [...around, node.name.text];
  const group = groups.find(({ name }) => name === node.name.text);
  const method = named(node) ?? group?.method ?? inherited;
  const parts = (node.block?.indicators ?? [])
    .filter((part) => part.name)
    .map((part) => readIndicator(part, path, group?.groups ?? [], level + 1, method, reading));
  const stated = node.points && points(node.points, context);
  const full = stated ?? sumOf(parts.map((part) => part.points));
  const read = node.target && readTarget(node.target, context);
  const target = read?.kind === 'nothing' ? undefined : read;
  const actual = node.actual && readActual(node.actual, target, context);
  const rate = node.rate && readRate(node.rate, context);
  const statedScore = node.score && readScore(node.score, context);
  const computed: ComputedScore =
    parts.length > 0
      ? summed(parts)
      : read?.kind === 'nothing'
        ? { ...(read.why === 'invalid' && { unread: true }) }
        : full
          ? scoreByRubric(
              { points: full, target, actual, rate: rate?.quantity, method },
              rubric,
              spanOf(node.name, anchor),
              context,
            )
          : {};
  const reason = node.notes.find((note) => note.$type === 'ReasonNote');
  const measure = node.notes.find((note) => note.$type === 'MeasureNote');
  const isScored = parts.length > 0 || node.target || node.rate;
  const score: Score = {
    ...(statedScore && { stated: statedScore }),
    ...(computed.quantity && { computed: computed.quantity }),
    ...(computed.band && { band: computed.band }),
    ...(computed.method !== undefined && { method: computed.method }),
    span: node.score ? spanOf(node.score, anchor) : spanOf(node.name, anchor),
  };
  const indicator: Indicator = {
    path,
    name: node.name.text,
    label: node.label?.value ?? node.name.text,
    level,
    ...(full && { points: full }),
    ...(stated && { pointsSpan: spanOf(node.points, anchor) }),
    parts,
    ...(target && { target }),
    ...(rate && { rate }),
    ...(actual && { actual }),
    ...(isScored && { score }),
    ...(reason?.$type === 'ReasonNote' && { reason: reason.text?.value ?? '' }),
    ...(measure?.$type === 'MeasureNote' && { measure: measure.text?.value ?? '' }),
    span: spanOf(node, anchor),
    nameSpan: spanOf(node.name, anchor),
  };
  reading.computed.set(indicator, computed);
  const printed = printedScore(indicator);
  const lost = full && printed ? subtract(full, printed) : undefined;
  if (lost?.ok) reading.deductions.set(indicator, lost.value);
  return indicator;
}

/** The method that an indicator names itself. */
function named(node: ast.IndicatorNode): string | undefined {
  const note = node.notes.find((candidate) => candidate.$type === 'MethodNote');
  return note?.$type === 'MethodNote' ? note.method?.text : undefined;
}

function summed(parts: readonly Indicator[]): ComputedScore {
  const total = sumOf(parts.map(printedScore));
  return total ? { quantity: total } : {};
}

/** The sum; undefined while one of them is. */
function sumOf(list: readonly (Quantity | undefined)[]): Quantity | undefined {
  const known = list.filter((item) => item !== undefined);
  if (known.length < list.length) return undefined;
  const total = sum(known);
  return total?.ok ? total.value : undefined;
}

/** A target; nothing where it is half-typed or has no value, which is not the same as none being set. */
function readTarget(target: ast.Target, context: Context): Target | Nothing {
  const span = spanOf(target, context.anchor);
  const value = evaluate(target.value, context);
  if (value.kind === 'text') return { kind: 'quality', text: value.text, span };
  const found = quantityOf(value, span, context);
  return isNothing(found)
    ? found
    : { kind: 'quantity', comparator: comparatorOf(target.operator ?? '='), quantity: found, span };
}

function readRate(node: ast.Expression, context: Context): Indicator['rate'] {
  const span = spanOf(node, context.anchor);
  const found = quantityOf(evaluate(node, context), span, context);
  return isNothing(found) ? undefined : { quantity: found, span };
}

function readScore(node: ast.Expression, context: Context): Quantity | undefined {
  const span = spanOf(node, context.anchor);
  const found = quantityOf(evaluate(node, context), span, context);
  if (isNothing(found)) return undefined;
  if (found.unit === NUMBER) return { ...found, unit: POINTS };
  if (convert(found, POINTS).ok) return found;
  context.report(catalogue.values.wrongUnit.at(span, { name: '得分', value: quantityText(found), expected: '分' }));
  return undefined;
}

function findRate(indicators: readonly Indicator[]): Quantity | undefined {
  for (const indicator of indicators) {
    const found = indicator.rate?.quantity ?? findRate(indicator.parts);
    if (found) return found;
  }
  return undefined;
}

/** The total, held down by the rubric where the budget was executed too slowly. */
function cappedTotal(
  total: Quantity,
  rate: Quantity | undefined,
  rubric: Rubric | undefined,
  at: Span,
  context: Context,
): Quantity {
  let capped = total;
  if (!rate) return capped;
  const locals = new Map([
    ['执行率', { kind: 'quantity' as const, quantity: rate }],
    ['execution', { kind: 'quantity' as const, quantity: rate }],
  ]);
  for (const cap of rubric?.caps ?? []) {
    const inside: Context = { ...cap.context, locals, report: reportingAt(at, context) };
    const condition = evaluate(cap.condition, inside);
    if (condition.kind !== 'truth' || !condition.truth) continue;
    const limit = quantityOf(evaluate(cap.limit, inside), cap.span, inside);
    if (isNothing(limit)) continue;
    const order = compare(capped, limit);
    if (order.ok && order.value > 0) capped = limit;
  }
  return capped;
}

/** The grade of a total: the first whose threshold it meets, from the highest down. */
export function gradeOf(total: Quantity, rubric: Rubric | undefined): string | undefined {
  const ordered = [...(rubric?.grades ?? [])].sort((a, b) => b.threshold.amount.compare(a.threshold.amount));
  return ordered.find(({ comparator, threshold }) => {
    const order = compare(roundQuantity(total, rubric?.places ?? 2), threshold);
    return order.ok && (comparator === '>' ? order.value > 0 : order.value >= 0);
  })?.name;
}

/** The indicator at a path of names, the table's first. */
export function findIndicator(table: IndicatorTable, path: readonly string[]): Indicator | undefined {
  let level = table.indicators;
  let found: Indicator | undefined;
  for (const name of path.slice(1)) {
    found = level.find((indicator) => indicator.name === name);
    if (!found) return undefined;
    level = found.parts;
  }
  return found;
}
