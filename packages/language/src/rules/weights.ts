import { catalogue, type Indicator, literal, type Quantity, quantityText, subtract, sum } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { IndicatorResult } from '../evaluation/indicators.js';
import type { RubricGroup } from '../evaluation/rubric.js';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';

const { scores } = catalogue;

/** The tables of indicators of a file with all that was computed for them. */
export function* indicatorResults(
  file: EvaluatedFile,
  evaluation: Evaluation,
): Generator<{ readonly node: ast.IndicatorDeclaration; readonly result: IndicatorResult }> {
  for (const piece of file.pieces) {
    for (const node of piece.declarations) {
      if (node.$type !== 'IndicatorDeclaration') continue;
      const result = evaluation.indicatorTable(node, piece.anchor);
      if (result) yield { node, result };
    }
  }
}

/** An indicator and those below it. */
export function* withParts(indicators: readonly Indicator[]): Generator<Indicator> {
  for (const indicator of indicators) {
    yield indicator;
    yield* withParts(indicator.parts);
  }
}

/** 三级指标分值之和 = 二级指标分值, 二级之和 = 一级, 一级之和 = 总分: exactly. */
export function pointsMustAddUp(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    const { table, rubric } = result;
    for (const indicator of withParts(table.indicators)) {
      if (!indicator.points || !indicator.pointsSpan || indicator.parts.length === 0) continue;
      const parts = addedPoints(indicator.parts);
      const difference = parts && differenceOf(indicator.points, parts);
      if (!parts || !difference) continue;
      evaluation.report(
        scores.weightParts.at(
          indicator.pointsSpan,
          { name: indicator.label, points: quantityText(indicator.points), sum: quantityText(parts), difference },
          indicator.parts.map((part) => ({
            at: part.pointsSpan ?? part.nameSpan,
            message: bothLanguages(`${part.label} ${part.points ? quantityText(part.points) : '—'}`),
          })),
        ),
      );
    }
    if (!rubric && table.points) reportUnusualTotal(table.label, table.points, table.nameSpan, evaluation);
    const total = rubric?.total;
    const difference = total && table.points && differenceOf(total, table.points);
    if (!total || !table.points || !difference) continue;
    const facts = { name: table.label, total: quantityText(total), sum: quantityText(table.points), difference };
    evaluation.report(
      scores.weightTotal.at(
        table.nameSpan,
        facts,
        table.indicators.map((part) => ({
          at: part.pointsSpan ?? part.nameSpan,
          message: bothLanguages(`${part.label} ${part.points ? quantityText(part.points) : '—'}`),
        })),
      ),
    );
  }
}

const HUNDRED_POINTS = literal('100', '分');

/** Without a rubric nothing says that the points make 100, but they usually do. */
function reportUnusualTotal(name: string, points: Quantity, at: Indicator['nameSpan'], evaluation: Evaluation): void {
  const difference = differenceOf(points, HUNDRED_POINTS);
  if (difference === undefined) return;
  evaluation.report(scores.weightHundred.at(at, { name, sum: quantityText(points), difference }));
}

/** The points that a rubric gives to a group are not the table's to choose. */
export function groupPointsMustFollowTheRubric(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    const { table, rubric } = result;
    if (rubric) compareGroups(table.indicators, rubric.groups, rubric.name, evaluation);
  }
}

function compareGroups(
  indicators: readonly Indicator[],
  groups: readonly RubricGroup[],
  rubric: string,
  evaluation: Evaluation,
): void {
  for (const indicator of indicators) {
    const group = groups.find(({ name }) => name === indicator.name);
    if (!group) continue;
    const difference = group.points && indicator.points && differenceOf(group.points, indicator.points);
    if (group.points && indicator.points && difference) {
      evaluation.report(
        scores.weightRubric.at(
          indicator.pointsSpan ?? indicator.nameSpan,
          {
            name: indicator.label,
            points: quantityText(indicator.points),
            expected: quantityText(group.points),
            rubric,
            difference,
          },
          [{ at: group.span, message: { zh: `“${rubric}”的规定`, en: `what “${rubric}” says` } }],
        ),
      );
    }
    compareGroups(indicator.parts, group.groups, rubric, evaluation);
  }
}

/** A method that an indicator names is one of its rubric. */
export function methodsMustExist(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { node, result } of indicatorResults(file, evaluation)) {
    const { rubric, table } = result;
    if (!rubric) continue;
    const walk = (nodes: readonly ast.IndicatorNode[]) => {
      for (const indicator of nodes) {
        for (const note of indicator.notes) {
          if (note.$type !== 'MethodNote' || !note.method) continue;
          const name = note.method.text;
          if (rubric.methods.some((method) => method.name === name)) continue;
          evaluation.report(
            scores.unknownMethod.at(spanOf(note.method, table.span.anchor), {
              name,
              rubric: rubric.name,
              known: rubric.methods.map((method) => method.name),
            }),
          );
        }
        walk(indicator.block?.indicators ?? []);
      }
    };
    walk(node.block?.indicators ?? []);
  }
}

function addedPoints(indicators: readonly Indicator[]): Quantity | undefined {
  const points = indicators.flatMap((indicator) => (indicator.points ? [indicator.points] : []));
  const total = points.length === indicators.length ? sum(points) : undefined;
  return total?.ok ? total.value : undefined;
}

/** The difference as text, without its sign; undefined where there is none. */
export function differenceOf(a: Quantity, b: Quantity): string | undefined {
  const difference = subtract(a, b);
  if (!difference.ok || difference.value.amount.equals(0)) return undefined;
  return quantityText({ ...difference.value, amount: difference.value.amount.abs() });
}

export function bothLanguages(text: string): { zh: string; en: string } {
  return { zh: text, en: text };
}
