import {
  catalogue,
  convert,
  exact,
  type Quantity,
  quantity,
  quantityText,
  type RelatedPlace,
  sameWithin,
  subtract,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import { type FigureDefinition, figuresOf, type GroupDefinition } from '../evaluation/definitions.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { tablesOf } from './cells.js';

const { sums } = catalogue;

/** A column in which a figure states a total and a group adds up. */
interface Addition {
  readonly figure: FigureDefinition;
  readonly group: GroupDefinition;
  readonly column: number;
  readonly total: Quantity;
  readonly sum: Quantity;
  readonly blanks: number;
}

function* additionsOf(file: EvaluatedFile, evaluation: Evaluation): Generator<Addition> {
  for (const table of tablesOf(file)) {
    for (const figure of figuresOf(table.root)) {
      for (const group of figure.groups) yield* additionsIn(figure, group, evaluation);
    }
  }
}

function* additionsIn(figure: FigureDefinition, group: GroupDefinition, evaluation: Evaluation): Generator<Addition> {
  const { columns } = figure.table;
  for (let column = 0; column < Math.max(1, columns.length); column++) {
    if (columns[column]?.formula) continue;
    const total = evaluation.cell(figure, column).quantity;
    const added = evaluation.sumOfGroup(group, column);
    if (total && added.quantity) yield { figure, group, column, total, sum: added.quantity, blanks: added.blanks };
  }
}

/** Total and parts: a difference beyond what rounding explains is an error, within it a hint (尾差). */
export function totalsMustEqualTheirParts(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const addition of additionsOf(file, evaluation)) {
    const { figure, group, column, total, sum } = addition;
    if (group.kind === 'including') continue;
    const agreement = sameWithin(total, sum);
    if (!agreement.ok || agreement.value.equal) continue;
    const { within, difference, bound } = agreement.value;
    const facts = {
      ...naming(addition),
      total: quantityText(total),
      sum: textIn(sum, total),
      difference: magnitude(difference),
      bound: bound.amount.equals(0) ? '' : quantityText(bound),
      path: figure.path,
    };
    const at = evaluation.cell(figure, column).span;
    const related = partsOf(addition, evaluation);
    evaluation.report(
      within
        ? sums.rounding.at(at, facts, related)
        : sums.mismatch.at(at, { ...facts, blanks: addition.blanks }, related),
    );
  }
}

/** 其中: some of the parts, which together may not exceed the total. */
export function partialBreakdownsMustNotExceedTheirTotal(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const addition of additionsOf(file, evaluation)) {
    const { figure, group, column, total, sum } = addition;
    if (group.kind !== 'including') continue;
    const over = subtract(sum, total);
    if (!over.ok || over.value.amount.lte(over.value.slack)) continue;
    const facts = {
      ...naming(addition),
      total: quantityText(total),
      sum: textIn(sum, total),
      difference: magnitude(over.value),
    };
    evaluation.report(sums.exceeds.at(evaluation.cell(figure, column).span, facts, partsOf(addition, evaluation)));
  }
}

/**
 * One total in two breakdowns, by category and by kind of spending: where all kinds but one are
 * broken down by the same categories, the last kind's categories follow, and none may be negative.
 */
export function twoBreakdownsImplyAThird(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    if (table.columns.length > 0) continue;
    for (const figure of figuresOf(table.root)) {
      const partitions = figure.groups.filter(({ kind }) => kind !== 'including');
      for (const categories of partitions) {
        for (const kinds of partitions) if (kinds !== categories) deriveRest(categories, kinds, evaluation);
      }
    }
  }
}

function deriveRest(categories: GroupDefinition, kinds: GroupDefinition, evaluation: Evaluation): void {
  const names = new Set(categories.members.map(({ name }) => name));
  const broken = kinds.members.filter((kind) => groupBy(kind, names));
  const [rest, ...others] = kinds.members.filter((kind) => !groupBy(kind, names));
  if (!rest || others.length > 0 || broken.length === 0) return;
  const parts: string[] = [];
  for (const category of categories.members) {
    const whole = evaluation.cell(category, 0).quantity;
    if (!whole) return;
    let left = whole;
    let known = quantity(exact(0), whole.unit);
    for (const kind of broken) {
      const member = groupBy(kind, names)?.members.find(({ name }) => name === category.name);
      const value = member && evaluation.cell(member, 0).quantity;
      if (!member) continue;
      const next = value && subtract(left, value);
      if (!value || !next?.ok) return;
      left = next.value;
      const converted = convert(value, whole.unit);
      if (converted.ok) known = { ...known, amount: known.amount.add(converted.value.amount) };
    }
    if (left.amount.s < 0n && left.amount.abs().gt(left.slack)) {
      evaluation.report(
        sums.derivedNegative.at(
          evaluation.cell(category, 0).span,
          {
            name: rest.label,
            part: category.label,
            whole: quantityText(whole),
            basic: quantityText(known),
            difference: quantityText(left),
          },
          [{ at: rest.nameSpan, message: { zh: `“${rest.label}”`, en: `“${rest.label}”` } }],
        ),
      );
      return;
    }
    if (left.amount.s > 0n && !left.amount.equals(0)) parts.push(`${category.label}${quantityText(left)}`);
  }
  if (parts.length > 0) evaluation.report(sums.derived.at(rest.nameSpan, { name: rest.label, parts }));
}

/** The breakdown of a figure whose parts are all among the given names. */
function groupBy(figure: FigureDefinition, names: ReadonlySet<string>): GroupDefinition | undefined {
  return figure.groups.find(
    ({ kind, members }) => kind !== 'including' && members.length > 0 && members.every(({ name }) => names.has(name)),
  );
}

function naming({ figure, group, column }: Addition): { name: string; group: string; column: string } {
  return {
    name: figure.label,
    group: group.label ?? group.name ?? '',
    column: figure.table.columns[column]?.label ?? '',
  };
}

function textIn(sum: Quantity, total: Quantity): string {
  const converted = convert(sum, total.unit);
  return quantityText(converted.ok ? converted.value : sum);
}

function magnitude(difference: Quantity): string {
  return quantityText({ ...difference, amount: difference.amount.abs() });
}

function partsOf({ group, column }: Addition, evaluation: Evaluation): RelatedPlace[] {
  return group.members.flatMap((member) => {
    const cell = evaluation.cell(member, column);
    if (!cell.quantity) return [];
    const text = `${member.label} ${quantityText(cell.quantity)}`;
    return [{ at: cell.span, message: { zh: text, en: text } }];
  });
}
