import { type Cell, type Language, quantityText, unitOf } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import { writtenCell } from '../../evaluation/cells.js';
import type { Context } from '../../evaluation/context.js';
import type { ColumnDefinition, FigureDefinition } from '../../evaluation/definitions.js';
import type * as ast from '../../generated/ast.js';
import { sourceText } from '../../syntax/spans.js';
import { cellValue, labelled, roundingText } from './amounts.js';
import { breakdownText } from './breakdown.js';
import { escapeMarkdown, inlineCode, paragraphs, table } from './markdown.js';
import { substituted } from './substitution.js';

const TEXTS = {
  zh: {
    states: {
      stated: '',
      computed: '由分项相加得出',
      blank: '空白（—）',
      missing: '没有数值',
      invalid: '有误，见这里的提示',
    },
    formula: '公式',
    byColumn: '按列的公式算出',
    unit: '单位',
    name: '名称',
  },
  en: {
    states: {
      stated: '',
      computed: 'the sum of its parts',
      blank: 'blank (—)',
      missing: 'no value',
      invalid: 'not valid; see the finding here',
    },
    formula: 'Formula',
    byColumn: 'computed by the formula of its column',
    unit: 'Unit',
    name: 'Name',
  },
} as const;

/** A figure: what it is worth, how it came about, what it consists of. With columns, the one that is meant or all. */
export function figureText(
  figure: FigureDefinition,
  column: number | undefined,
  analysis: Analysis,
  language: Language,
): string {
  const { columns } = figure.table;
  const chosen = column === undefined ? undefined : columns[column];
  const isSingle = columns.length <= 1 || chosen !== undefined;
  return paragraphs([
    headOf(figure, chosen),
    isSingle ? cellText(figure, column ?? 0, analysis, language) : rowText(figure, analysis, language),
    ...figure.groups.map((group) => breakdownText(figure, group, column, analysis, language)),
  ]);
}

function headOf(figure: FigureDefinition, column: ColumnDefinition | undefined): string {
  const label = figure.labelled ? ` ${escapeMarkdown(figure.label)}` : '';
  const path = [...figure.path, ...(column ? [column.name] : [])];
  const place = path.length > 1 ? `\n\n${escapeMarkdown(path.join(' › '))}` : '';
  const name = column ? `${figure.name} · ${column.label}` : figure.name;
  return `**${escapeMarkdown(name)}**${label}${place}`;
}

/** The value of one cell, with its formula and its rounding. */
function cellText(figure: FigureDefinition, column: number, analysis: Analysis, language: Language): string {
  const cell = analysis.evaluation.cell(figure, column);
  const texts = TEXTS[language];
  const formula = formulaOf(figure, column);
  const isByColumn = formula !== undefined && !isWritten(figure, column);
  const origin = isByColumn && cell.quantity ? texts.byColumn : texts.states[cell.state];
  const value = cell.quantity ? `**${escapeMarkdown(quantityText(cell.quantity))}**` : '';
  return paragraphs([
    [value, origin].filter(Boolean).join('  '),
    formula && formulaText(formula, cell, cellContext(figure, analysis), language),
    cell.quantity && roundingText(cell.quantity, language),
  ]);
}

/** What the expressions of a row see, its own columns included. */
function cellContext(figure: FigureDefinition, analysis: Analysis): Context {
  const context = analysis.evaluation.contextAt(figure.nameSpan.anchor, figure.path.slice(0, -1));
  return { ...context, row: figure, report: () => undefined };
}

function isWritten(figure: FigureDefinition, column: number): boolean {
  return writtenCell(figure, column) !== undefined;
}

/** The formula of a cell: its own, else that of its column; a plain number is none. */
function formulaOf(figure: FigureDefinition, column: number): ast.Expression | undefined {
  const written = writtenCell(figure, column);
  if (!written) return figure.table.columns[column]?.formula;
  const formula = written.$type === 'FormulaCell' ? written.formula : undefined;
  return formula && formula.$type !== 'Quantity' && formula.$type !== 'MissingExpression' ? formula : undefined;
}

function formulaText(formula: ast.Expression, cell: Cell, context: Context, language: Language): string {
  const values = substituted(formula, context);
  const parts = [inlineCode(sourceText(formula)), values === undefined ? undefined : inlineCode(values)];
  const result = cell.quantity ? escapeMarkdown(quantityText(cell.quantity)) : '—';
  return labelled(TEXTS[language].formula, [...parts, result].filter(Boolean).join(' = '), language);
}

function rowText(figure: FigureDefinition, analysis: Analysis, language: Language): string {
  const { columns } = figure.table;
  const cells = columns.map((_, column) => cellValue(analysis.evaluation.cell(figure, column)));
  return table(
    [TEXTS[language].name, ...columns.map(({ label }) => escapeMarkdown(label))],
    [[`**${escapeMarkdown(figure.label)}**`, ...cells]],
  );
}

/** A column: its wording, unit and formula, and what the outermost row has in it. */
export function columnText(column: ColumnDefinition, analysis: Analysis, language: Language): string {
  const { root } = column.table;
  const label = column.label === column.name ? '' : ` ${escapeMarkdown(column.label)}`;
  const unit =
    column.unit && labelled(TEXTS[language].unit, escapeMarkdown(unitOf(column.unit.symbol).symbol), language);
  const formula = column.formula && labelled(TEXTS[language].formula, inlineCode(sourceText(column.formula)), language);
  const value = analysis.evaluation.cell(root, column.index);
  return paragraphs([
    `**${escapeMarkdown(column.name)}**${label}`,
    unit,
    formula,
    value.quantity && `${escapeMarkdown(root.label)} ${cellValue(value)}`,
  ]);
}
