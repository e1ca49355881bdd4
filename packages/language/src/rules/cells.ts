import { catalogue } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import { writtenColumns } from '../evaluation/cells.js';
import { type FigureDefinition, figuresOf, type TableDefinition } from '../evaluation/definitions.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { definitionsOf } from '../evaluation/symbols.js';

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
