import { catalogue, type Indicator } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { Rubric, RubricGroup } from '../evaluation/rubric.js';
import { libraryNames } from '../library/library.js';
import { indicatorResults } from './weights.js';

const { rubrics } = catalogue;

/** First and second level groups are those of the rubric's taxonomy: old and new ones do not mix. */
export function groupsMustBelongToTheTaxonomy(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    const { rubric, table } = result;
    if (!rubric || rubric.groups.length === 0) continue;
    compare(table.indicators, rubric.groups, 1, rubric, evaluation);
  }
}

export function requiredGroupsShouldBePresent(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    const { rubric, table } = result;
    if (!rubric) continue;
    for (const group of rubric.groups) {
      if (group.optional || table.indicators.some(({ name }) => name === group.name)) continue;
      evaluation.report(rubrics.missingGroup.at(table.nameSpan, { name: group.name, rubric: rubric.name }));
    }
  }
}

function compare(
  indicators: readonly Indicator[],
  groups: readonly RubricGroup[],
  level: number,
  rubric: Rubric,
  evaluation: Evaluation,
): void {
  for (const indicator of indicators) {
    // Below the first level, what has no parts is an indicator of its own and bears any name.
    if (level > 1 && indicator.parts.length === 0) continue;
    const group = groups.find(({ name }) => name === indicator.name);
    if (group) {
      if (group.groups.length > 0) compare(indicator.parts, group.groups, level + 1, rubric, evaluation);
      continue;
    }
    const elsewhere = otherRubrics(rubric, evaluation).find((other) => hasGroup(other.groups, indicator.name, level));
    evaluation.report(
      rubrics.unknownGroup.at(indicator.nameSpan, {
        name: indicator.name,
        rubric: rubric.name,
        known: groups.map(({ name }) => name),
        elsewhere: elsewhere?.name ?? '',
      }),
    );
  }
}

function hasGroup(groups: readonly RubricGroup[], name: string, level: number): boolean {
  return groups.some((group) => (level === 1 ? group.name === name : hasGroup(group.groups, name, level - 1)));
}

/** The rubrics of the standard library: those whose groups are known by name everywhere. */
function otherRubrics(rubric: Rubric, evaluation: Evaluation): Rubric[] {
  const found: Rubric[] = [];
  for (const symbol of libraryNames().symbols()) {
    if (symbol.kind !== 'rubric' || symbol.node.name.text === rubric.name) continue;
    found.push(evaluation.rubric(symbol.node, symbol.nameSpan.anchor));
  }
  return found;
}
