import { executionIndicator, type Form, type FormBlock, type IndicatorTable } from '@jixiao/core';
import { textCell } from './cells.js';
import { fitColumns, roomFor } from './column-widths.js';
import type { Orientation, TableRow } from './document.js';
import type { TableBody } from './figure-table.js';
import { goalRows, propertyRows, signatureRow } from './form-blocks.js';
import { fundsRows } from './funds-table.js';
import { edgesOf, FULL, gridTable, type PlacedCell, type PlacedRow } from './grid.js';
import { chosenColumns, type IndicatorColumn, wordsText } from './indicator-columns.js';
import { headerRow, indicatorRows, totalRow } from './indicator-table.js';
import { rowHeights } from './pagination.js';
import { LINE_PITCH, typeArea } from './paper.js';

/** Width of the column at the left that names a block. */
const TITLE_EDGE = 600;

type IndicatorsBlock = Extract<FormBlock, { kind: 'indicators' }>;

/** The indicators of a form with the edges of their columns, to which the other blocks keep. */
interface Frame {
  readonly columns: readonly IndicatorColumn[];
  readonly edges: readonly number[];
  readonly titled: boolean;
}

/**
 * Lays out an indicator table by a form: its blocks in order, each over the whole width. The table
 * is split before every block of indicators, so that its header can be repeated on each page; the
 * pieces join on paper. Forms are set in the small type, for they say much.
 */
export function layoutForm(form: Form, whole: IndicatorTable, orientation: Orientation): TableBody[] {
  const table = { ...whole, indicators: listedIndicators(form, whole) };
  const frames = new Map<FormBlock, Frame>();
  for (const block of form.blocks)
    if (block.kind === 'indicators') frames.set(block, frameOf(block, table, orientation));
  const frame = [...frames.values()][0];

  const pieces: PlacedRow[][] = [[]];
  let above = frame;
  for (const block of form.blocks) {
    const own = frames.get(block);
    if (block.kind === 'indicators' && own) {
      pieces.push([]);
      above = own;
    }
    pieces[pieces.length - 1]?.push(...blockRows(block, block.kind === 'funds' ? whole : table, above, orientation));
  }
  const bodies = pieces
    .filter((rows) => rows.length > 0)
    .map((rows) => withinPages({ ...gridTable(rows), small: true }, orientation));
  return bodies.map((body, index) => (index < bodies.length - 1 ? { ...body, rows: openedBelow(body.rows) } : body));
}

/**
 * Rows that stay together fit a page: of a block that is higher, only the labels stay with the row
 * below them.
 */
function withinPages(body: TableBody, orientation: Orientation): TableBody {
  const heights = rowHeights(body, orientation);
  const page = typeArea(orientation).lines * LINE_PITCH;
  const rows = [...body.rows];
  for (let from = 0; from < rows.length; from += 1) {
    if (!rows[from]?.keepNext) continue;
    let to = from;
    while (rows[to]?.keepNext) to += 1;
    const height = heights.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
    for (let row = from + 1; height > page && row < to; row += 1)
      rows[row] = { ...rows[row], keepNext: false } as TableRow;
    from = to;
  }
  return { ...body, rows };
}

/** Takes the rule below a piece away, for the next one brings its own. */
function openedBelow(rows: readonly TableRow[]): TableRow[] {
  return rows.map((whole, row) => ({
    ...whole,
    cells: whole.cells.map((cell) => (row + cell.rowSpan === rows.length ? { ...cell, rules: 'openBelow' } : cell)),
  }));
}

/** The budget's execution is not listed again where the funds show its score, unless it needs a reason. */
function listedIndicators(form: Form, table: IndicatorTable): IndicatorTable['indicators'] {
  const shown = form.blocks.some((block) => block.kind === 'funds' && block.columns.some(({ name }) => isScore(name)));
  const execution = executionIndicator(table);
  if (!shown || table.funds.length === 0 || !execution || wordsText(execution, 'remarks') !== '')
    return table.indicators;
  return table.indicators.filter((indicator) => indicator !== execution);
}

function isScore(name: string): boolean {
  return name === '得分' || name === 'score';
}

function blockRows(
  block: FormBlock,
  table: IndicatorTable,
  frame: Frame | undefined,
  orientation: Orientation,
): PlacedRow[] {
  const room = roomFor('smallTable', orientation);
  const onto = frame?.edges ?? [];
  switch (block.kind) {
    case 'properties':
      return propertyRows(block, table, onto);
    case 'funds':
      return titled(block.title, (from) => fundsRows(block, table, from, onto, room));
    case 'goals':
      return titled(block.title, (from) => goalRows(block, table, from, onto));
    case 'indicators':
      return frame ? framedIndicators(block, table, frame) : [];
    case 'total':
      return frame ? framedTotal(block.label, table, frame) : [];
    case 'signatures':
      return [signatureRow(block)];
  }
}

/** Rows that stay together, with the name of their block in a column at the left, if it has one. */
function titled(title: string, rowsFrom: (from: number) => PlacedRow[]): PlacedRow[] {
  const rows = rowsFrom(title === '' ? 0 : TITLE_EDGE);
  const kept = rows.map((row, index) => (index < rows.length - 1 ? { ...row, keepNext: true } : row));
  if (title === '') return kept;
  const [first, ...rest] = kept;
  if (!first) return [];
  const cell = textCell(title, { rowSpan: rest.length + 1, emphasis: true });
  return [{ ...first, cells: [{ from: 0, to: TITLE_EDGE, cell }, ...first.cells] }, ...rest];
}

function frameOf(block: IndicatorsBlock, table: IndicatorTable, orientation: Orientation): Frame {
  const columns = chosenColumns(block.columns);
  const total = totalRow(table, columns, '');
  const rows = [headerRow(columns), ...indicatorRows(table.indicators, columns), ...(total ? [total] : [])];
  const from = block.title === '' ? 0 : TITLE_EDGE;
  const { columns: widths } = fitColumns(rows, columns.length, orientation, 1 - from / FULL, 'small');
  const edges = edgesOf(
    widths.map(({ weight }) => weight),
    from,
    FULL,
  );
  return { columns, edges, titled: from > 0 };
}

/**
 * A repeated header must not reach into the rows below it: its cell and the cell of the title are
 * two that look like one.
 */
function framedIndicators(block: IndicatorsBlock, table: IndicatorTable, frame: Frame): PlacedRow[] {
  const header = placed(headerRow(frame.columns), frame.edges, []);
  const rows = indicatorRows(table.indicators, frame.columns);
  const spanning = new Spanning(frame.edges.length - 1);
  const body = rows.map((row) => placed(row, frame.edges, spanning.take(row)));
  if (!frame.titled) return [header, ...body];
  const empty = textCell('', { header: true, rules: body.length > 0 ? 'openBelow' : 'all' });
  const title = textCell(block.title, { emphasis: true, rowSpan: body.length, rules: 'openAbove' });
  const named = body.map((row, index) => (index === 0 ? prefixed(row, title) : row));
  return [prefixed(header, empty), ...named];
}

function framedTotal(label: string, table: IndicatorTable, frame: Frame): PlacedRow[] {
  const row = totalRow(table, frame.columns, label);
  if (!row) return [];
  const [first, ...rest] = placed(row, frame.edges, []).cells;
  return first ? [{ header: false, cells: [{ ...first, from: 0 }, ...rest] }] : [];
}

function prefixed(row: PlacedRow, cell: PlacedCell['cell']): PlacedRow {
  return { ...row, cells: [{ from: 0, to: TITLE_EDGE, cell }, ...row.cells] };
}

/** Puts the cells of a row between the edges, past the columns that cells from above take. */
function placed(row: TableRow, edges: readonly number[], taken: readonly boolean[]): PlacedRow {
  let column = 0;
  const cells = row.cells.map((cell): PlacedCell => {
    while (taken[column]) column += 1;
    const from = edges[column] ?? FULL;
    column += cell.colSpan;
    return { from, to: edges[column] ?? FULL, cell };
  });
  return { header: row.header, cells };
}

/** Knows which columns of the next row are taken by cells that reach down from above. */
class Spanning {
  readonly #left: number[];

  constructor(columns: number) {
    this.#left = Array.from({ length: columns }, () => 0);
  }

  /** The columns taken in this row, before its own cells are noted. */
  take(row: TableRow): boolean[] {
    const taken = this.#left.map((left) => left > 0);
    for (const [index, left] of this.#left.entries()) this.#left[index] = Math.max(0, left - 1);
    let column = 0;
    for (const cell of row.cells) {
      while (taken[column]) column += 1;
      for (let at = column; at < column + cell.colSpan; at += 1) this.#left[at] = cell.rowSpan - 1;
      column += cell.colSpan;
    }
    return taken;
  }
}
