import { catalogue, compare, exact, type Indicator, PERCENT, printedScore, quantity, quantityText } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import { type Context, reportingAt } from '../evaluation/context.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { evaluate } from '../evaluation/expression.js';
import type { IndicatorResult } from '../evaluation/indicators.js';
import type { RequirementRule } from '../evaluation/rubric.js';
import { attainmentRate } from '../evaluation/scoring.js';
import { BLANK, quantityValue, type Value } from '../evaluation/value.js';
import { isWritten } from '../syntax/allowances.js';
import { sourceText } from '../syntax/spans.js';
import { differenceOf, indicatorResults, withParts } from './weights.js';

const { scores } = catalogue;

/** What a rubric demands of an indicator in words: reasons and measures, under its conditions. */
export function requiredTextsShouldBeGiven(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    for (const indicator of withParts(result.table.indicators)) {
      if (indicator.parts.length > 0 || !indicator.score) continue;
      examine(indicator, result, evaluation);
    }
  }
}

function examine(indicator: Indicator, result: IndicatorResult, evaluation: Evaluation): void {
  const lost = lostPoints(indicator);
  const requirements = result.rubric?.requirements ?? [];
  const demanded = (subject: RequirementRule['subject']) =>
    requirements.find((rule) => rule.subject === subject && applies(rule, indicator, evaluation));
  const reason = demanded('reason');
  // A deduction has a reason under every rubric, also where none is named.
  if (isBlank(indicator.reason)) {
    if (lost) evaluation.report(scores.noReason.at(indicator.score?.span ?? indicator.nameSpan, lost));
    else if (reason && indicator.rate) {
      evaluation.report(
        scores.lowExecution.at(indicator.rate.span, {
          name: indicator.label,
          rate: quantityText(indicator.rate.quantity),
          condition: sourceText(reason.condition),
          rubric: result.rubric?.name ?? '',
        }),
      );
    }
  } else if (lost && isBlank(indicator.measure) && demanded('measure')) {
    evaluation.report(scores.noMeasure.at(indicator.score?.span ?? indicator.nameSpan, lost));
  }
}

function isBlank(text: string | undefined): boolean {
  return !isWritten(text ?? '');
}

function lostPoints(indicator: Indicator) {
  const printed = printedScore(indicator);
  const order = printed && indicator.points && compare(printed, indicator.points);
  if (!printed || !indicator.points || !order?.ok || order.value >= 0) return undefined;
  return {
    name: indicator.label,
    score: quantityText(printed),
    points: quantityText(indicator.points),
    difference: differenceOf(printed, indicator.points) ?? '',
  };
}

/** Names that the condition of a requirement may use, both spellings. */
export const REQUIREMENT_NAMES = {
  score: ['得分', 'score'],
  points: ['分值', 'points'],
  execution: ['执行率', 'execution'],
  attainment: ['完成率', 'attainment'],
} as const;

function applies(rule: RequirementRule, indicator: Indicator, evaluation: Evaluation): boolean {
  const printed = printedScore(indicator);
  const rate = attainmentRate(indicator);
  const known: Readonly<Record<keyof typeof REQUIREMENT_NAMES, Value>> = {
    score: printed ? quantityValue(printed) : BLANK,
    points: indicator.points ? quantityValue(indicator.points) : BLANK,
    execution: indicator.rate ? quantityValue(indicator.rate.quantity) : BLANK,
    attainment: rate ? quantityValue(quantity(rate.mul(exact(100)), PERCENT)) : BLANK,
  };
  const locals = new Map<string, Value>();
  for (const [name, spellings] of Object.entries(REQUIREMENT_NAMES)) {
    for (const spelling of spellings) locals.set(spelling, known[name as keyof typeof REQUIREMENT_NAMES]);
  }
  const own = evaluation.contextAt(indicator.nameSpan.anchor);
  const context: Context = { ...rule.context, locals, report: reportingAt(indicator.nameSpan, own) };
  const value = evaluate(rule.condition, context);
  return value.kind === 'truth' && value.truth;
}
