import { type CellValue, plainLabel, readCell, splitHeading, unitLine } from './values.js';

/** A block of spreadsheet cells, understood as a table with a label and numbers in each row. */
export interface Spreadsheet {
  /** Lines above the table, such as its title. */
  readonly remarks: readonly string[];
  /** What stands above each column of numbers; undefined where there is no such row. */
  readonly headings: readonly string[] | undefined;
  /** The unit of each column as its heading or a line above says; '' where none does. */
  readonly units: readonly string[];
  readonly rows: readonly SpreadsheetRow[];
}

export interface SpreadsheetRow {
  readonly label: string;
  /** White space before the label: what belongs to the row above is often set further in. */
  readonly inset: number;
  readonly cells: readonly CellValue[];
  /** What else stands in the row, such as a note. */
  readonly remarks: readonly string[];
}

const ROW_NUMBERS = /^(?:序号|编号|序|No\.?)$/i;
/** What a spreadsheet shows where a number is too long for its cell or could not be computed: never a heading. */
const NUMBER_NOT_SHOWN = /^(?:[-+]?\d[\d.]*e[-+]?\d+|#+|#(?:REF|DIV\/0|VALUE|NUM|NULL)!|#N\/A|#NAME\?)$/i;
const LABEL_HEADINGS = /^(?:项目|科目|名称|单位名称|指标|类别|内容|item|name)/i;

/** Understands cells as a table; undefined where they are none: no labels, or no numbers. */
export function readSpreadsheet(cells: readonly (readonly string[])[]): Spreadsheet | undefined {
  const width = cells[0]?.length ?? 0;
  if (width < 2) return undefined;
  const { remarks, unit, rest } = linesAbove(cells);
  const [first, ...below] = rest;
  if (!first) return undefined;
  const headed = below.length > 0 && isHeading(first, below);
  const body = headed ? below : rest;
  const label = labelColumn(body, headed ? first : undefined);
  if (label === undefined) return undefined;
  const columns = Array.from({ length: width }, (_, column) => column);
  const numbers = columns.filter((column) => column > label && holdsNumbers(body, column));
  if (numbers.length === 0) return undefined;
  const heading = (column: number) => (headed ? plainLabel(first[column] ?? '') : '');
  const others = columns.filter(
    (column) =>
      column !== label && !numbers.includes(column) && !isCounter(body, column) && !ROW_NUMBERS.test(heading(column)),
  );
  return {
    remarks,
    headings: headed ? numbers.map((column) => splitHeading(first[column] ?? '').text) : undefined,
    units: numbers.map((column) => (headed ? splitHeading(first[column] ?? '').unit : '') || unit),
    rows: body.map((row) => ({
      label: plainLabel(row[label] ?? ''),
      inset: /^[\s\u3000]*/.exec(row[label] ?? '')?.[0].length ?? 0,
      cells: numbers.map((column) => readCell(row[column] ?? '')),
      remarks: [
        ...others.flatMap((column) => remark(heading(column), row[column] ?? '')),
        ...numbers.flatMap((column) =>
          readCell(row[column] ?? '').kind === 'text' ? remark(heading(column), row[column] ?? '') : [],
        ),
      ],
    })),
  };
}

function remark(heading: string, cell: string): string[] {
  const text = plainLabel(cell);
  if (text === '') return [];
  return [heading === '' ? text : `${heading}：${text}`];
}

/** Rows above the table in which a single cell says something: its title, the unit of its amounts. */
function linesAbove(cells: readonly (readonly string[])[]) {
  const remarks: string[] = [];
  let unit = '';
  let count = 0;
  for (const row of cells) {
    const written = row.filter((cell) => cell.trim() !== '');
    const [only = ''] = written;
    if (written.length !== 1 || readCell(only).kind !== 'text' || count === cells.length - 1) break;
    const found = unitLine(only);
    // A label without numbers is a row of the table unless a row of headings follows.
    if (found === undefined && !hasHeadingBelow(cells, count)) break;
    if (found === undefined) remarks.push(plainLabel(only));
    else unit = found;
    count++;
  }
  return { remarks, unit, rest: cells.slice(count) };
}

function hasHeadingBelow(cells: readonly (readonly string[])[], index: number): boolean {
  const below = cells.slice(index + 1).find((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  return below?.every((cell) => readCell(cell).kind !== 'number' || isYear(cell)) ?? false;
}

/** Whether a row stands above columns of numbers and holds none: years are headings where a word like 项目 stands beside them. */
function isHeading(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const numeric = row.flatMap((cell, column) => (holdsNumbers(below, column) ? [cell] : []));
  if (numeric.length === 0 || numeric.every((cell) => readCell(cell).kind === 'blank')) return false;
  const years = numeric.every((cell) => isYear(cell));
  if (years) return row.some((cell) => LABEL_HEADINGS.test(plainLabel(cell)) || cell.trim() === '');
  return numeric.every((cell) => readCell(cell).kind !== 'number' && !NUMBER_NOT_SHOWN.test(cell.trim()));
}

function isYear(cell: string): boolean {
  return /^(?:19|20)\d\d年?度?$/.test(cell.trim());
}

function holdsNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  return rows.some((row) => readCell(row[column] ?? '').kind === 'number');
}

/** The first column that holds words in most rows. */
function labelColumn(
  rows: readonly (readonly string[])[],
  headings: readonly string[] | undefined,
): number | undefined {
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    if (ROW_NUMBERS.test(plainLabel(headings?.[column] ?? ''))) continue;
    const words = rows.filter((row) => isWord(row[column] ?? '')).length;
    if (words * 2 > rows.length) return column;
  }
  return undefined;
}

function isWord(cell: string): boolean {
  return readCell(cell).kind === 'text' && !/^[（(]?[一二三四五六七八九十]+[)）、]?$/.test(cell.trim());
}

/** 1, 2, 3 … beside the labels. */
function isCounter(rows: readonly (readonly string[])[], column: number): boolean {
  return rows.every((row, index) => (row[column] ?? '').trim() === `${index + 1}`);
}
