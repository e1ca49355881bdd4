import {
  catalogue,
  convert,
  differenceBetween,
  type Quantity,
  quantityText,
  roundQuantity,
  sameWithin,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import { byFormula, writtenColumns } from '../evaluation/cells.js';
import {
  type ColumnDefinition,
  type FigureDefinition,
  figuresOf,
  type TableDefinition,
} from '../evaluation/definitions.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { definitionsOf } from '../evaluation/symbols.js';
import type { Expression } from '../generated/ast.js';
import { sourceText } from '../syntax/spans.js';

const { values } = catalogue;

/** The declarations of figures in a file. */
export function* tablesOf(file: EvaluatedFile): Generator<TableDefinition> {
  for (const piece of file.pieces) yield* definitionsOf(piece).tables.values();
}

/** A row writes one cell for each column, or for each that is not computed. */
export function cellsMustFillTheColumns(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    for (const figure of figuresOf(table.root)) {
      const cells = figure.cells.length;
      const written = writtenColumns(figure).length;
      if (cells === 0 || cells === written || cells === table.columns.length) continue;
      evaluation.report(values.cellCount.at(figure.nameSpan, { name: figure.name, cells, columns: written }));
    }
  }
}

/** A row may write the cell of a computed column itself; it then has to be what the column computes, as rounded there. */
export function writtenCellsMustFollowTheirColumn(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    for (const column of table.columns) {
      if (!column.formula) continue;
      for (const figure of figuresOf(table.root)) compareWithColumn(figure, column, column.formula, evaluation);
    }
  }
}

function compareWithColumn(
  figure: FigureDefinition,
  { index, label }: ColumnDefinition,
  formula: Expression,
  evaluation: Evaluation,
): void {
  const { state, quantity: value, span } = evaluation.cell(figure, index);
  const computed = state === 'stated' && value ? byFormula(figure, index, evaluation) : undefined;
  if (!value || !computed) return;
  const agreement = sameWithin(value, computed);
  if (!agreement.ok) {
    const facts = { name: label, value: quantityText(value), expected: computed.unit.symbol };
    evaluation.report(values.wrongUnit.at(span, facts));
    return;
  }
  const expected = inTheMannerOf(value, computed);
  if (agreement.value.within || expected.amount.equals(value.amount)) return;
  evaluation.report(
    values.columnMismatch.at(span, {
      name: figure.label,
      column: label,
      formula: sourceText(formula),
      value: quantityText(value),
      expected: quantityText(expected),
      ...differenceFrom(value, computed),
    }),
  );
}

/** As exactly as what is written; two rates lie percentage points apart. */
function differenceFrom(value: Quantity, computed: Quantity): { difference: string; inPoints: boolean } {
  const { amount, inPoints } = differenceBetween(value, computed) ?? { amount: value, inPoints: false };
  const rounded = roundQuantity(amount, value.places);
  return { difference: quantityText(rounded, inPoints ? { unit: 'none' } : {}), inPoints };
}

/** In the unit of what is written, with as many decimals. */
function inTheMannerOf(value: Quantity, computed: Quantity): Quantity {
  const converted = convert(computed, value.unit);
  return converted.ok ? roundQuantity(converted.value, value.places) : computed;
}

export function columnsMustStandOutermost(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    for (const { name, nameSpan } of table.nestedColumns) {
      evaluation.report(values.nestedColumns.at(nameSpan, { name }));
    }
  }
}

/** A breakdown breaks down a figure; inside another breakdown it has none. */
export function breakdownsMustBelongToAFigure(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    for (const at of table.nestedGroups) evaluation.report(values.nestedGroup.at(at, {}));
  }
}

/** A figure with neither value nor parts. Where something refers to it, it cannot be computed. */
export function figuresMustHaveValues(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    for (const figure of figuresOf(table.root)) {
      if (hasNoValue(figure)) evaluation.report(values.missing.at(figure.nameSpan, { name: figure.name }));
    }
  }
}

function hasNoValue(figure: FigureDefinition): boolean {
  return figure.cells.length === 0 && figure.groups.every(({ members }) => members.length === 0);
}

/** A rate over nothing is no rate; the cell stays blank, and one hint a column says so. */
export function ratesNeedADivisor(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const table of tablesOf(file)) {
    for (const column of table.columns) {
      const rows = evaluation.missingRates(column);
      if (rows.length === 0) continue;
      const facts = { column: column.label, rows: rows.map(({ label }) => label) };
      evaluation.report(
        values.noRate.at(
          column.nameSpan,
          facts,
          rows.map((row) => ({ at: row.nameSpan, message: { zh: row.label, en: row.label } })),
        ),
      );
    }
  }
}
