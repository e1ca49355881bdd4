import {
  catalogue,
  compare,
  decimalText,
  type Indicator,
  type Quantity,
  quantityText,
  toHalfWidth,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { OverTargetRule } from '../evaluation/rubric.js';
import { attainmentRate, exceeds, isMet } from '../evaluation/scoring.js';
import { isWritten } from '../syntax/allowances.js';
import { differenceOf, indicatorResults, withParts } from './weights.js';

const { scores } = catalogue;

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' };

/** A quantitative actual is a number; 照抄指标值 and words such as “完成” are not. */
export function actualsMustFitTheirTargets(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    for (const indicator of withParts(result.table.indicators)) examine(indicator, evaluation);
  }
}

function examine(indicator: Indicator, evaluation: Evaluation): void {
  const { target, actual, label: name } = indicator;
  if (!target || !actual) return;
  if (actual.kind === 'text') {
    if (target.kind === 'quality') {
      const copied = plain(actual.text) === plain(target.text);
      const kind = copied ? scores.actualCopied : scores.actualNotState;
      evaluation.report(kind.at(actual.span, { name, actual: actual.text }));
      return;
    }
    const unit = target.quantity.unit.symbol;
    const copied = isCopy(actual.text, target.quantity);
    evaluation.report(
      copied
        ? scores.actualCopied.at(actual.span, { name, actual: actual.text })
        : scores.actualNotNumber.at(actual.span, { name, actual: actual.text, unit }),
    );
  } else if (actual.kind === 'attainment' && target.kind === 'quantity') {
    const word = { met: '达成', partly: '部分达成', unmet: '未达成' }[actual.attainment];
    evaluation.report(
      scores.actualNotNumber.at(actual.span, { name, actual: word, unit: target.quantity.unit.symbol }),
    );
  } else if (actual.kind === 'quantity' && target.kind === 'quality') {
    evaluation.report(scores.actualNotState.at(actual.span, { name, actual: quantityText(actual.quantity) }));
  }
}

function plain(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '');
}

/** `≥266米` where the target is 266米: the whole target, comparison and all. */
function isCopy(text: string, target: Quantity): boolean {
  const match = /^(?:≥|>=|>|≤|<=|<|=|不低于|不少于|不超过|大于|小于|达到)(.+)$/.exec(plain(text));
  return match !== null && match[1] === quantityText(target);
}

/** An indicator that is no group has a target or a rate; else nothing can be scored. */
export function indicatorsMustSayWhatIsMeasured(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    for (const indicator of withParts(result.table.indicators)) {
      if (indicator.parts.length > 0 || indicator.score) continue;
      evaluation.report(scores.incomplete.at(indicator.nameSpan, { name: indicator.name }));
    }
  }
}

export function actualsShouldBeGiven(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    for (const indicator of withParts(result.table.indicators)) {
      const { target, actual, score, label: name } = indicator;
      if (indicator.parts.length > 0 || !(target || indicator.score)) continue;
      if (result.computed.get(indicator)?.unread) continue;
      if (target && (!actual || actual.kind === 'blank')) {
        evaluation.report(scores.actualBlank.at(actual?.span ?? indicator.nameSpan, { name }));
      } else if (indicator.points && !score?.stated && !score?.computed) {
        evaluation.report(scores.noScore.at(indicator.nameSpan, { name }));
      }
    }
  }
}

/** Where no method decides, the plain contradictions are still worth a question. */
export function scoresShouldAgreeWithTheOutcome(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    for (const indicator of withParts(result.table.indicators)) {
      const { target, actual, score, points } = indicator;
      if (target?.kind !== 'quantity' || actual?.kind !== 'quantity' || !score?.stated || score.computed || !points)
        continue;
      const met = isMet(target, actual.quantity);
      const order = compare(score.stated, points);
      if (met === undefined || !order.ok) continue;
      const facts = {
        name: indicator.label,
        target: `${SIGNS[target.comparator] ?? ''}${quantityText(target.quantity)}`,
        actual: quantityText(actual.quantity),
        score: quantityText(score.stated),
      };
      if (met && order.value < 0) {
        const difference = differenceOf(points, score.stated) ?? '';
        evaluation.report(
          scores.deductedThoughMet.at(score.span, { ...facts, points: quantityText(points), difference }),
        );
      } else if (!met && order.value === 0) evaluation.report(scores.fullThoughMissed.at(score.span, facts));
    }
  }
}

/** A target that was far exceeded may have been set too low; some rubrics demand a reason. */
export function farExceededTargetsShouldBeExplained(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    for (const indicator of withParts(result.table.indicators)) {
      const rules = (result.rubric?.overTarget ?? []).filter((rule) => exceeds(indicator, rule));
      const strictest = rules.find(({ action }) => action === 'explain') ?? rules[0];
      if (strictest) reportExceeded(indicator, strictest, evaluation);
    }
  }
}

function reportExceeded(indicator: Indicator, rule: OverTargetRule, evaluation: Evaluation): void {
  const { target, actual } = indicator;
  const rate = attainmentRate(indicator);
  if (target?.kind !== 'quantity' || actual?.kind !== 'quantity' || !rate) return;
  const facts = {
    name: indicator.label,
    target: quantityText(target.quantity),
    actual: quantityText(actual.quantity),
    factor: percent(rate),
    threshold: `${SIGNS[rule.comparator] ?? ''}${percent(rule.factor)}`,
  };
  if (isWritten(indicator.reason ?? '')) return;
  const kind = rule.action === 'explain' ? scores.overTargetReason : scores.overTarget;
  evaluation.report(
    kind.at(actual.span, facts, [{ at: rule.span, message: { zh: '评分办法的规定', en: 'the rule of the rubric' } }]),
  );
}

function percent(fraction: Quantity['amount']): string {
  return `${decimalText(fraction.mul(100), { atMost: 2 })}%`;
}
