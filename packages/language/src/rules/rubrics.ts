import { catalogue, decimalText, type Exact, exact, type Quantity, quantityText, sum } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { Rubric, RubricGroup, ScoringMethod } from '../evaluation/rubric.js';
import { METHOD_PARAMETERS } from '../evaluation/scoring.js';
import { spanOf } from '../syntax/spans.js';
import { tryMethod } from './method-trial.js';
import { differenceOf } from './weights.js';

const { rubrics } = catalogue;

/** The points of a rubric make its total, and those of a group's parts make the group's. */
export function rubricWeightsMustAddUp(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const rubric of file.rubrics) {
    if (!isOwn(rubric, rubric.groups[0]?.span.anchor)) continue;
    if (rubric.total) compareWeights(rubric.name, rubric.total, rubric.groups, rubric.span, evaluation);
    const walk = (group: RubricGroup) => {
      if (group.points) compareWeights(group.name, group.points, group.groups, group.span, evaluation);
      group.groups.forEach(walk);
    };
    rubric.groups.forEach(walk);
  }
}

function isOwn(rubric: Rubric, anchor: unknown): boolean {
  return anchor === rubric.span.anchor;
}

function compareWeights(
  name: string,
  total: Quantity,
  groups: readonly RubricGroup[],
  at: RubricGroup['span'],
  evaluation: Evaluation,
): void {
  const points = groups.flatMap((group) => (group.points ? [group.points] : []));
  const added = points.length === groups.length ? sum(points) : undefined;
  const difference = added?.ok ? differenceOf(total, added.value) : undefined;
  if (!added?.ok || difference === undefined) return;
  evaluation.report(
    rubrics.weights.at(at, { name, total: quantityText(total), sum: quantityText(added.value), difference }),
  );
}

const FULL = exact(1);
const NONE = exact(0);

/** The bands of qualitative scores cover 0 to 100 % once. */
export function rubricBandsMustCoverEverything(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const rubric of file.rubrics) {
    const bands = [...rubric.bands].sort((a, b) => a.low.compare(b.low));
    if (!isOwn(rubric, bands[0]?.span.anchor)) continue;
    let reached: Exact = NONE;
    for (const band of bands) {
      if (band.low.gt(reached)) report(rubrics.bandGap, reached, band.low, band.span, evaluation);
      else if (band.low.lt(reached)) {
        report(rubrics.bandOverlap, band.low, band.high.lt(reached) ? band.high : reached, band.span, evaluation);
      }
      if (band.high.gt(reached)) reached = band.high;
    }
    const last = bands.at(-1);
    if (last && reached.lt(FULL)) report(rubrics.bandGap, reached, FULL, last.span, evaluation);
  }
}

function report(
  kind: typeof rubrics.bandGap,
  from: Exact,
  to: Exact,
  at: RubricGroup['span'],
  evaluation: Evaluation,
): void {
  evaluation.report(kind.at(at, { from: percent(from), to: percent(to) }));
}

function percent(fraction: Exact): string {
  return `${decimalText(fraction.mul(100), { atMost: 2 })}%`;
}

/** Every total from 0 up has one grade. */
export function rubricGradesMustCoverEverything(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const rubric of file.rubrics) {
    const grades = [...rubric.grades].sort((a, b) => a.threshold.amount.compare(b.threshold.amount));
    const [lowest] = grades;
    if (!lowest || !isOwn(rubric, lowest.span.anchor)) continue;
    if (lowest.threshold.amount.gt(0) || lowest.comparator === '>') {
      evaluation.report(
        rubrics.gradeGap.at(lowest.span, { lowest: lowest.name, threshold: quantityText(lowest.threshold) }),
      );
    }
    grades.forEach((grade, index) => {
      const next = grades[index + 1];
      if (!next?.threshold.amount.equals(grade.threshold.amount)) return;
      evaluation.report(
        rubrics.gradeOverlap.at(next.span, {
          first: grade.name,
          second: next.name,
          threshold: quantityText(grade.threshold),
        }),
      );
    });
  }
}

/** A method gives a score from 0 to the points for whatever target and actual; tried on a grid of them. */
export function rubricMethodsMustStayWithinPoints(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const rubric of file.rubrics) {
    for (const method of rubric.methods) {
      if (method.span.anchor !== rubric.span.anchor || !parametersAreKnown(method, evaluation)) continue;
      for (const finding of tryMethod(method)) evaluation.report(finding);
    }
  }
}

function parametersAreKnown(method: ScoringMethod, evaluation: Evaluation): boolean {
  const unknown = method.node.parameters.filter(({ text }) => !Object.hasOwn(METHOD_PARAMETERS, text));
  for (const parameter of unknown) {
    evaluation.report(
      rubrics.methodParameter.at(spanOf(parameter, method.context.anchor), {
        name: parameter.text,
        known: Object.keys(METHOD_PARAMETERS).filter((name) => /^[^a-z]/.test(name)),
      }),
    );
  }
  return unknown.length === 0;
}
