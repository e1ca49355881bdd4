import { add, catalogue, compare, isZero, type Quantity, quantityText, subtract } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import { type ColumnDefinition, type FigureDefinition, figuresOf } from '../evaluation/definitions.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { tablesOf } from './cells.js';
import { differenceOf } from './weights.js';

/*
 * Relations that hold in every province because the words themselves mean them: 编制, 三公经费,
 * 年末结转. The words are those of the national forms.
 */

const { comparisons } = catalogue;

/** “三公”经费决算不得超过预算控制数. */
export function threePublicExpensesMustStayWithinBudget(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    if (!/三公/.test(`${table.root.name}${table.root.label}`)) continue;
    const budget = table.columns.find(
      ({ name, label }) => /^(?:本年|全年|年)?度?预算/.test(name) || /本年预算/.test(label),
    );
    const actual = table.columns.find(
      ({ name, label }) => /^(?:本年|全年|年)?度?(?:决算|支出)/.test(name) || /本年决算/.test(label),
    );
    if (!budget || !actual) continue;
    for (const figure of figuresOf(table.root)) {
      const spent = evaluation.cell(figure, actual.index);
      const allowed = evaluation.cell(figure, budget.index);
      if (!spent.quantity || !allowed.quantity) continue;
      const order = compare(spent.quantity, allowed.quantity);
      if (!order.ok || order.value <= 0) continue;
      evaluation.report(
        comparisons.overBudget.at(
          spent.span,
          {
            name: figure.label,
            actual: quantityText(spent.quantity),
            budget: quantityText(allowed.quantity),
            actualColumn: actual.label,
            budgetColumn: budget.label,
            difference: differenceOf(spent.quantity, allowed.quantity) ?? '',
          },
          [{ at: allowed.span, message: { zh: budget.label, en: budget.label } }],
        ),
      );
    }
  }
}

const INCOME = /^(?:本年|年度)?收入(?:合计|总计)?$/;
const OPENING = /^(?:年初|上年)结转(?:和?结余)?$/;
const SPENDING = /^(?:本年|年度)?支出(?:合计|总计)?$/;
const CLOSING = /^年末结转(?:和?结余)?$/;

/** 收入 + 年初结转结余 = 支出 + 年末结转结余, among the parts of one figure, in every column. */
export function fundsMustBalance(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    const members = [...figuresOf(table.root)];
    for (const owner of members) {
      const parts = owner.groups.flatMap((group) => group.members);
      const rows = [INCOME, OPENING, SPENDING, CLOSING].map((pattern) => parts.find(({ name }) => pattern.test(name)));
      const [income, opening, spending, closing] = rows;
      if (!income || !opening || !spending || !closing) continue;
      for (let column = 0; column < Math.max(1, table.columns.length); column++) {
        if (table.columns[column]?.formula) continue;
        balance([income, opening, spending, closing], column, evaluation);
      }
    }
  }
}

function balance(rows: readonly FigureDefinition[], column: number, evaluation: Evaluation): void {
  const cells = rows.map((row) => evaluation.cell(row, column));
  const [income, opening, spending, closing] = cells.map(({ quantity }) => quantity);
  const at = cells.at(-1)?.span;
  if (!income || !opening || !spending || !closing || !at) return;
  const left = add(income, opening);
  const right = add(spending, closing);
  const difference = left.ok && right.ok ? subtract(left.value, right.value) : undefined;
  if (!left.ok || !right.ok || !difference?.ok || difference.value.amount.abs().lte(difference.value.slack)) return;
  evaluation.report(
    comparisons.balance.at(
      at,
      {
        income: quantityText(income),
        opening: quantityText(opening),
        spending: quantityText(spending),
        closing: quantityText(closing),
        left: quantityText(left.value),
        right: quantityText(right.value),
        difference: magnitude(difference.value),
      },
      cells.map(({ span }, index) => ({
        at: span,
        message: { zh: rows[index]?.label ?? '', en: rows[index]?.label ?? '' },
      })),
    ),
  );
}

function magnitude(difference: Quantity): string {
  return quantityText({ ...difference, amount: difference.amount.abs() });
}

const ESTABLISHED = /编制(?!外)/;
const RETIRED = /退休|离休/;

/** 离退休人员不占编制, whether 编制 is what they are a part of or the column in which they are counted. */
export function retireesShouldNotCountAsEstablishment(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    const columns = table.columns.filter(({ name, formula }) => ESTABLISHED.test(name) && !formula);
    for (const figure of figuresOf(table.root)) {
      if (RETIRED.test(`${figure.name}${figure.label}`)) reportCounted(figure, columns, evaluation);
      if (!ESTABLISHED.test(figure.name)) continue;
      for (const part of figure.groups.flatMap((group) => group.members)) {
        if (!RETIRED.test(`${part.name}${part.label}`)) continue;
        evaluation.report(comparisons.retirees.at(part.nameSpan, { name: figure.label, part: part.label }));
      }
    }
  }
}

/** A row of retirees with a number in a column of established posts; where it is a sum, its parts are reported. */
function reportCounted(row: FigureDefinition, columns: readonly ColumnDefinition[], evaluation: Evaluation): void {
  for (const { index, label } of columns) {
    const cell = evaluation.cell(row, index);
    if (cell.state !== 'stated' || !cell.quantity || isZero(cell.quantity.amount)) continue;
    evaluation.report(comparisons.retirees.at(cell.span, { name: label, part: row.label }));
  }
}
