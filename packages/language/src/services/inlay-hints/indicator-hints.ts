import { type Indicator, type Language, quantityText, subtract, sum } from '@jixiao/core';
import type { AstNode } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { IndicatorResult } from '../../evaluation/indicators.js';
import { isFormFact } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { percentText } from '../hover/percent.js';
import { mentionsSomething } from './figure-hints.js';
import { assignment, behind, type Hint } from './hint.js';

const TEXTS = {
  zh: {
    byMethod: (method: string) => `按“${method}”算出`,
    byBand: '按完成情况的档次算出',
    ofParts: '下级指标得分之和',
    score: (score: string) => `得${score}`,
    in: (value: string) => `（${value}）`,
    value: '算出的值',
    left: (points: string) => `还剩${points}`,
    over: (points: string) => `多出${points}`,
    points: '下级指标分值之和与本级分值的差',
    pointsSum: '下级指标分值之和',
    total: '各项得分之和与等级',
    separator: '，',
  },
  en: {
    byMethod: (method: string) => `computed by “${method}”`,
    byBand: 'computed by the band that was attained',
    ofParts: 'the sum of the scores below',
    score: (score: string) => `scores ${score}`,
    in: (value: string) => `(${value})`,
    value: 'what this comes to',
    left: (points: string) => `${points} left`,
    over: (points: string) => `${points} too many`,
    points: 'how the points below differ from the points here',
    pointsSum: 'the sum of the points below',
    total: 'the sum of the scores, and the grade',
    separator: ', ',
  },
} as const;

/** Hints in the tables of indicators of a piece. */
export function* indicatorHints(piece: ParsedPiece, analysis: Analysis, language: Language): Generator<Hint> {
  for (const node of piece.declarations) {
    if (node.$type !== 'IndicatorDeclaration') continue;
    const result = analysis.evaluation.indicatorTable(node, piece.anchor);
    if (!result) continue;
    yield* tableHints(node, result, language);
    const nodes = (node.block?.indicators ?? []).filter((item) => item.name && !isFormFact(item));
    yield* hintsOf(nodes, result.table.indicators, language);
  }
}

/** Behind the head of a table: points that the rubric still has to give, total and grade. */
function* tableHints(
  node: ast.IndicatorDeclaration,
  { table, rubric }: IndicatorResult,
  language: Language,
): Generator<Hint> {
  const at = behind(node.name, node.label, node.rubric);
  if (!at) return;
  const texts = TEXTS[language];
  const shown = [
    !table.statedTotal && table.total ? quantityText(table.total) : '',
    table.statedGrade ? '' : (table.grade ?? ''),
  ].filter(Boolean);
  if (shown.length > 0 && table.indicators.length > 0) {
    yield { kind: 'grades', at, label: shown.join(texts.separator), tooltip: texts.total };
  }
  const left = rubric?.total && pointsLeft(rubric.total, table.indicators, language);
  if (left) yield { kind: 'points', at, label: left, tooltip: texts.points };
}

function* hintsOf(
  nodes: readonly ast.IndicatorNode[],
  indicators: readonly Indicator[],
  language: Language,
): Generator<Hint> {
  for (const [index, node] of nodes.entries()) {
    const indicator = indicators[index];
    if (!indicator) continue;
    if (indicator.parts.length === 0) yield* measuredHints(node, indicator, language);
    else {
      yield* groupHints(node, indicator, language);
      yield* hintsOf(
        (node.block?.indicators ?? []).filter(({ name }) => name),
        indicator.parts,
        language,
      );
    }
  }
}

/** Behind the name or the points of a group: its points or those left, and its score. */
function* groupHints(node: ast.IndicatorNode, indicator: Indicator, language: Language): Generator<Hint> {
  const at = behind(node.name, node.label, node.points);
  if (!at) return;
  const texts = TEXTS[language];
  const { points, score } = indicator;
  if (points && !node.points) {
    yield { kind: 'points', at, label: quantityText(points), tooltip: texts.pointsSum };
  }
  const left = points && node.points && pointsLeft(points, indicator.parts, language);
  if (left) yield { kind: 'points', at, label: left, tooltip: texts.points };
  if (score?.computed && !score.stated) {
    yield { kind: 'scores', at, label: texts.score(quantityText(score.computed)), tooltip: texts.ofParts };
  }
}

/** Behind target, actual and rate: what their formulas come to; behind the last, the score. */
function* measuredHints(node: ast.IndicatorNode, indicator: Indicator, language: Language): Generator<Hint> {
  const texts = TEXTS[language];
  const { target, actual, rate, score } = indicator;
  if (target?.kind === 'quantity') yield* formulaHint(node.target?.value, quantityText(target.quantity), language);
  if (actual?.kind === 'quantity' && node.actual?.$type === 'ValueActual') {
    yield* formulaHint(node.actual.value, quantityText(actual.quantity), language);
  }
  const at = behind(node.target, node.rate, node.actual);
  if (rate && at && node.rate && mentionsSomething(node.rate)) {
    yield { kind: 'rates', at, label: texts.in(percentText(rate.quantity)), tooltip: texts.value };
  }
  if (!at || !score?.computed || score.stated) return;
  const insert = assignment(score.computed);
  yield {
    kind: 'scores',
    at,
    label: `= ${quantityText(score.computed)}`,
    tooltip: score.method === undefined ? texts.byBand : texts.byMethod(score.method),
    ...(insert !== undefined && { insert }),
  };
}

function* formulaHint(formula: ast.Expression | undefined, value: string, language: Language): Generator<Hint> {
  const at = behind(formula as AstNode | undefined);
  if (!formula || !at || !mentionsSomething(formula)) return;
  yield { kind: 'formulas', at, label: TEXTS[language].in(value), tooltip: TEXTS[language].value };
}

/** How the points of the parts differ from those of the whole; undefined where they do not. */
function pointsLeft(
  whole: NonNullable<Indicator['points']>,
  parts: readonly Indicator[],
  language: Language,
): string | undefined {
  const given = sum(parts.flatMap(({ points }) => points ?? []));
  const left = given?.ok ? subtract(whole, given.value) : undefined;
  if (!left?.ok || left.value.amount.equals(0)) return undefined;
  const amount = quantityText({ ...left.value, amount: left.value.amount.abs() });
  return left.value.amount.s > 0n ? TEXTS[language].left(amount) : TEXTS[language].over(amount);
}
