import { executionIndicator, type FormBlock, type FundsRow, type IndicatorTable, type Unit } from '@jixiao/core';
import { AmountColumn, amountIn, saidUnit } from './amounts.js';
import { BLANK, figureCell, textCell } from './cells.js';
import { atLeast } from './column-shares.js';
import { leastWidths } from './column-widths.js';
import type { TableCell } from './document.js';
import { edgesOf, FULL, type PlacedCell, type PlacedRow, snapEdges } from './grid.js';
import { indicatorCell } from './indicator-table.js';

type FundsBlock = Extract<FormBlock, { kind: 'funds' }>;

/** Share of the column with the names of the funds beside one of amounts. */
const NAME_WEIGHT = 2;

/**
 * 年度资金总额 and its parts over the columns of the form. Amounts are bare where the title of the
 * block names their unit: 项目资金（万元）.
 */
export function fundsRows(
  block: FundsBlock,
  table: IndicatorTable,
  from: number,
  onto: readonly number[],
  room: number,
): PlacedRow[] {
  const rows = fundsCells(block, table);
  const edges = fundsEdges(rows, from, onto, room);
  return rows.map((cells) => ({
    header: false,
    cells: cells.map((cell, index) => ({ from: edges[index] ?? FULL, to: edges[index + 1] ?? FULL, cell })),
  }));
}

/** Columns of one width, unless the amounts of one ask for more; `room` is the width of the form in characters. */
function fundsEdges(
  rows: readonly (readonly TableCell[])[],
  from: number,
  onto: readonly number[],
  room: number,
): number[] {
  const count = rows[0]?.length ?? 0;
  const least = leastWidths(
    rows.map((cells) => ({ header: false, cells })),
    count,
  );
  const own = (room * (FULL - from)) / FULL;
  const weights = least.map((_, index) => (index === 0 ? NAME_WEIGHT : 1));
  const widths = least.map((width) => (width / room) * FULL);
  return snapEdges(edgesOf(atLeast(weights, least, own), from, FULL), onto, widths);
}

function fundsCells(block: FundsBlock, table: IndicatorTable): TableCell[][] {
  const labels = block.columns.map(({ label, span }) => textCell(label, { emphasis: true }, span));
  const header = [textCell(''), ...labels];
  if (table.funds.length === 0) return [header, [BLANK, ...labels.map(() => BLANK)].map((text) => textCell(text))];

  const columns = block.columns.map(({ name }) => {
    const amounts = table.funds.map((row) => amountOf(row, name));
    return { name, amounts, printer: new AmountColumn(amounts.filter((amount) => amount !== undefined)) };
  });
  const all = columns.flatMap(({ amounts }) => amounts.filter((amount) => amount !== undefined));
  const said = unitInTitle(block.title, saidUnit(all, undefined));
  const execution = executionCells(table);
  const rows = table.funds.map((row, index) => {
    const cells = columns.map(({ name, amounts, printer }) => {
      const amount = amounts[index];
      if (!amount && index === 0 && execution.has(name)) return execution.get(name) ?? textCell(BLANK);
      const source = { path: [...row.path, name], span: row.span };
      return figureCell(amount && printer.text(amount, said), source);
    });
    return [nameCell(row), ...cells];
  });
  return [header, ...rows];
}

/** What the first row of the funds shows of that indicator, by the name of the column. */
function executionCells(table: IndicatorTable): ReadonlyMap<string, PlacedCell['cell']> {
  const indicator = executionIndicator(table);
  if (!indicator) return new Map();
  const cell = (kind: 'points' | 'score' | 'actual') => indicatorCell(indicator, kind);
  return new Map(
    [
      { names: ['执行率', 'execution'], cell: cell('actual') },
      { names: ['分值', 'points'], cell: cell('points') },
      { names: ['得分', 'score'], cell: cell('score') },
    ].flatMap(({ names, cell: shown }) => names.map((name) => [name, shown] as const)),
  );
}

function nameCell(row: FundsRow) {
  return textCell(row.label, { align: 'left', indent: row.level }, row.span);
}

function amountOf(row: FundsRow, column: string) {
  const quantity = row.cells.get(column);
  return quantity && amountIn(quantity, undefined);
}

function unitInTitle(title: string, unit: Unit | undefined): Unit | undefined {
  return unit && title.includes(unit.symbol) ? unit : undefined;
}
