import type { FundsRow, Quantity } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import type { Context } from './context.js';
import type { FigureDefinition } from './definitions.js';
import { resolveSymbol } from './path.js';

/** The funds block of a form: a figure with columns, one row for it and one for each part below. */
export function fundsRows(node: ast.Funds, context: Context): FundsRow[] {
  const symbol = resolveSymbol(node.figure, ['figure', 'group'], context);
  if (!symbol) return [];
  const rows: FundsRow[] = [];
  const add = (figure: FigureDefinition, level: number) => {
    const { path, label, span } = figure;
    rows.push({ path, label, cells: cellsOf(figure, context), level, span });
    for (const group of figure.groups) for (const member of group.members) add(member, level + 1);
  };
  if (symbol.kind === 'figure') add(symbol.figure, 0);
  else for (const member of symbol.group.members) add(member, 0);
  return rows;
}

function cellsOf(figure: FigureDefinition, context: Context): Map<string, Quantity | undefined> {
  const { columns } = figure.table;
  return new Map(columns.map((column) => [column.name, context.evaluation.cell(figure, column.index).quantity]));
}
