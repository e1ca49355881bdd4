import { type Cell, type Language, quantityText } from '@jixiao/core';
import { AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { writtenColumns } from '../../evaluation/cells.js';
import { type FigureDefinition, figuresOf } from '../../evaluation/definitions.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { nodesBelow } from '../syntax-nodes.js';
import { assignment, behind, type Hint } from './hint.js';

const TEXTS = {
  zh: { total: '分项之和', rate: '按列的公式算出', formula: '算出的值', in: (value: string) => `（${value}）` },
  en: {
    total: 'the sum of the parts',
    rate: 'computed by the formula of the column',
    formula: 'what this comes to',
    in: (value: string) => `(${value})`,
  },
} as const;

/** Hints in the declarations of figures of a piece. */
export function* figureHints(piece: ParsedPiece, analysis: Analysis, language: Language): Generator<Hint> {
  for (const [node, table] of definitionsOf(piece).tables) {
    const nodes = nodesByPlace(node);
    for (const figure of figuresOf(table.root)) {
      const { line, character } = figure.nameSpan.start;
      const row = nodes.get(`${line}:${character}`);
      if (row) yield* rowHints(row, figure, analysis, language);
    }
  }
}

type RowNode = ast.FigureDeclaration | ast.Row;

/** The rows of a declaration by where their names stand, which is how their definitions know them. */
function nodesByPlace(declaration: ast.FigureDeclaration): Map<string, RowNode> {
  const nodes = new Map<string, RowNode>();
  for (const node of nodesBelow(declaration)) {
    if (node.$type !== 'Row' && node.$type !== 'FigureDeclaration') continue;
    const row = node as RowNode;
    const start = row.name?.$cstNode?.range.start;
    if (start) nodes.set(`${start.line}:${start.character}`, row);
  }
  return nodes;
}

function* rowHints(row: RowNode, figure: FigureDefinition, analysis: Analysis, language: Language): Generator<Hint> {
  if (row.cells.length === 0) {
    yield* totalHint(row, figure, analysis, language);
    return;
  }
  yield* formulaHints(row, figure, analysis, language);
  yield* rateHints(row, figure, analysis, language);
}

/** Behind the name of a figure without a value: what its parts make, in each column. */
function* totalHint(row: RowNode, figure: FigureDefinition, analysis: Analysis, language: Language): Generator<Hint> {
  const at = behind(row.name, row.label, row.unit);
  if (!at || figure.groups.length === 0) return;
  const count = Math.max(1, figure.table.columns.length);
  const cells = Array.from({ length: count }, (_, column) => analysis.evaluation.cell(figure, column));
  if (!cells.some(({ state, quantity }) => state === 'computed' && quantity)) return;
  const [only] = cells;
  const insert = count === 1 && only?.quantity ? assignment(only.quantity) : undefined;
  yield {
    kind: 'totals',
    at,
    label: `= ${cells.map(textOf).join(' | ')}`,
    tooltip: TEXTS[language].total,
    ...(insert !== undefined && { insert }),
  };
}

/** Behind a formula: what it comes to. */
function* formulaHints(
  row: RowNode,
  figure: FigureDefinition,
  analysis: Analysis,
  language: Language,
): Generator<Hint> {
  const columns = row.cells.length === figure.table.columns.length ? undefined : writtenColumns(figure);
  for (const [index, cell] of row.cells.entries()) {
    const formula = cell.$type === 'FormulaCell' ? cell.formula : undefined;
    const at = behind(formula);
    if (!formula || !at || !mentionsSomething(formula)) continue;
    const value = analysis.evaluation.cell(figure, columns ? (columns[index] ?? index) : index).quantity;
    if (!value) continue;
    yield { kind: 'formulas', at, label: TEXTS[language].in(quantityText(value)), tooltip: TEXTS[language].formula };
  }
}

/** A formula of nothing but numbers needs no explanation. */
export function mentionsSomething(formula: ast.Expression): boolean {
  return AstUtils.streamAst(formula).some((node) => node.$type === 'Path' || node.$type === 'Call');
}

/** Behind the last written cell of a row: the computed columns. */
function* rateHints(row: RowNode, figure: FigureDefinition, analysis: Analysis, language: Language): Generator<Hint> {
  const { columns } = figure.table;
  const at = behind(...row.cells);
  if (!at || row.cells.length === columns.length) return;
  const rates = columns.flatMap((column) => {
    const value = column.formula && analysis.evaluation.cell(figure, column.index).quantity;
    return value ? [`${column.label} ${quantityText(value)}`] : [];
  });
  if (rates.length > 0) yield { kind: 'rates', at, label: rates.join('  '), tooltip: TEXTS[language].rate };
}

function textOf({ quantity }: Cell): string {
  return quantity ? quantityText(quantity) : '—';
}
