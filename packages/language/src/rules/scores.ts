import { type Attainment, catalogue, compare, type Indicator, printedScore, quantityText } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { IndicatorResult } from '../evaluation/indicators.js';
import { liesInBand } from '../evaluation/scoring.js';
import { bothLanguages, differenceOf, indicatorResults, withParts } from './weights.js';

const { scores } = catalogue;

function* scoredIndicators(
  file: EvaluatedFile,
  evaluation: Evaluation,
): Generator<readonly [Indicator, IndicatorResult]> {
  for (const { result } of indicatorResults(file, evaluation)) {
    for (const indicator of withParts(result.table.indicators)) yield [indicator, result];
  }
}

/** 0 ≤ 得分 ≤ 分值, always. */
export function scoresMustLieWithinPoints(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const [indicator] of scoredIndicators(file, evaluation)) {
    const stated = indicator.score?.stated;
    if (!stated || !indicator.score) continue;
    const at = indicator.score.span;
    if (stated.amount.s < 0n && !stated.amount.equals(0)) {
      evaluation.report(scores.negative.at(at, { name: indicator.label, score: quantityText(stated) }));
    }
    const order = indicator.points && compare(stated, indicator.points);
    if (indicator.points && order?.ok && order.value > 0) {
      evaluation.report(
        scores.abovePoints.at(at, {
          name: indicator.label,
          score: quantityText(stated),
          points: quantityText(indicator.points),
          difference: differenceOf(stated, indicator.points) ?? '',
        }),
      );
    }
  }
}

const ATTAINMENTS: Readonly<Record<Attainment, readonly [string, string]>> = {
  met: ['达成', 'met'],
  partly: ['部分达成', 'partly met'],
  unmet: ['未达成', 'not met'],
};

/** A written score is the one that the rubric gives, or lies in the band of its attainment. */
export function scoresMustFollowTheRubric(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const [indicator] of scoredIndicators(file, evaluation)) {
    const { score, actual } = indicator;
    if (!score?.stated) continue;
    if (score.band && actual?.kind === 'attainment' && !actual.degree) {
      if (liesInBand(score.stated, score.band)) continue;
      const [attainmentZh, attainmentEn] = ATTAINMENTS[actual.attainment];
      evaluation.report(
        scores.outsideBand.at(score.span, {
          name: indicator.label,
          score: quantityText(score.stated),
          attainmentZh,
          attainmentEn,
          low: quantityText(score.band.low),
          high: quantityText(score.band.high),
        }),
      );
      continue;
    }
    const difference = score.computed && differenceOf(score.stated, score.computed);
    if (!score.computed || !difference) continue;
    evaluation.report(
      scores.scoreMismatch.at(
        score.span,
        {
          name: indicator.label,
          score: quantityText(score.stated),
          expected: quantityText(score.computed),
          method: score.method ?? '',
          degree: actual?.kind === 'attainment' && actual.degree ? quantityText(actual.degree) : '',
          difference,
        },
        indicator.target && indicator.actual
          ? [
              { at: indicator.target.span, message: { zh: '指标值', en: 'the target' } },
              { at: indicator.actual.span, message: { zh: '实际完成值', en: 'the actual' } },
            ]
          : [],
      ),
    );
  }
}

/** 自评得分 = Σ得分, held down by a cap where the rubric has one. */
export function totalsMustBeTheSumOfScores(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    const { table, uncapped } = result;
    const difference = table.statedTotal && table.total && differenceOf(table.statedTotal.quantity, table.total);
    if (!table.statedTotal || !table.total || !difference) continue;
    evaluation.report(
      scores.totalMismatch.at(
        table.statedTotal.span,
        {
          name: table.label,
          total: quantityText(table.statedTotal.quantity),
          sum: quantityText(table.total),
          difference,
          capped: uncapped !== undefined && differenceOf(uncapped, table.total) !== undefined,
        },
        table.indicators.flatMap((indicator) => {
          const printed = printedScore(indicator);
          return printed
            ? [
                {
                  at: indicator.score?.span ?? indicator.nameSpan,
                  message: bothLanguages(`${indicator.label} ${quantityText(printed)}`),
                },
              ]
            : [];
        }),
      ),
    );
  }
}

export function gradesMustFollowFromTheTotal(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    const { table } = result;
    const total = table.statedTotal?.quantity ?? table.total;
    if (!table.statedGrade || !total || table.grade === undefined || table.grade === table.statedGrade.text) continue;
    evaluation.report(
      scores.gradeMismatch.at(table.statedGrade.span, {
        grade: table.statedGrade.text,
        expected: table.grade,
        total: quantityText(total),
        rubric: table.rubric ?? '',
      }),
    );
  }
}
