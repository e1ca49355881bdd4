import {
  catalogue,
  decimalText,
  type Exact,
  exact,
  PERCENT,
  POINTS,
  type Quantity,
  quantity,
  quantityText,
  sum,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { Rubric, RubricGroup, ScoringMethod } from '../evaluation/rubric.js';
import { applyMethod, METHOD_PARAMETERS } from '../evaluation/scoring.js';
import { spanOf } from '../syntax/spans.js';
import { differenceOf } from './weights.js';

const { rubrics, values } = catalogue;

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
      tryMethod(method, evaluation);
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

const POINTS_TRIED = quantity(exact(10), POINTS);
const TARGETS = ['0', '50', '90', '95', '100', '120'].map((digits) => exact(digits));
const ACTUALS = [
  '0',
  '1',
  '25',
  '50',
  '69',
  '75',
  '89',
  '90',
  '94',
  '100',
  '101',
  '105',
  '119',
  '125',
  '150',
  '200',
  '300',
  '1000',
].map((digits) => exact(digits));

/** Reports the first thing that goes wrong. What is wrong with the method's text itself shows in any try, and is reported once. */
function tryMethod(method: ScoringMethod, evaluation: Evaluation): void {
  for (const targetAmount of TARGETS) {
    for (const actualAmount of ACTUALS) {
      const target = quantity(targetAmount, PERCENT);
      const actual = quantity(actualAmount, PERCENT);
      const codes: string[] = [];
      const score = applyMethod(
        method,
        { target, actual, points: POINTS_TRIED },
        {
          ...method.context,
          report: (finding) => {
            codes.push(finding.code);
            if (finding.code !== values.divisionByZero.code && codes.length === 1) evaluation.report(finding);
          },
        },
      );
      const facts = {
        name: method.name,
        example: `目标${quantityText(target)}、实际${quantityText(actual)}`,
        exampleEn: `target ${quantityText(target)}, actual ${quantityText(actual)}`,
      };
      if (codes.includes(values.divisionByZero.code)) {
        evaluation.report(rubrics.methodDivides.at(method.span, facts));
        return;
      }
      if (codes.length > 0) return;
      if (!score) {
        evaluation.report(rubrics.methodUncovered.at(method.span, facts));
        return;
      }
      if (score.amount.lt(0) || score.amount.gt(POINTS_TRIED.amount)) {
        evaluation.report(
          rubrics.methodOutside.at(method.span, {
            ...facts,
            score: quantityText(score),
            points: quantityText(POINTS_TRIED),
          }),
        );
        return;
      }
    }
  }
}
