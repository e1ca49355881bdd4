import { plainText } from './cells.js';
import { shareRoom, type Wish } from './column-shares.js';
import type { Orientation, TableCell, TableColumn, TableRow } from './document.js';
import { TYPE_SIZE, typeArea } from './paper.js';
import { textWidth } from './text-width.js';

/** All widths here are in characters of the table's type. */
const NARROWEST = 2;
const WIDEST = 28;

/** Text beyond this width wraps; of what is longer, only a part widens its column. */
const COMFORTABLE = 16;

/** Room beside the text of a cell, and the least of it. */
const PADDING = 1;
const TIGHT = 0.8;

/** Numbers up to this width are never broken into lines. */
const WIDEST_NUMBER = 12;

/** Longer headings break into lines rather than widen a column of short numbers. */
const HEADER_LINE = 6;

/** Words of Latin letters or digits, which do not break; a sign before a number belongs to it, and so do brackets. */
const WORD = /[≥≤＞＜（]?[!-\u024f]+(?:分）)?/g;

/** A number with its sign and its unit, in brackets or not. */
const NUMBER = /^[（(]?[≥≤＞＜=]?-?\d[\d,.]*\S{0,4}$/;

/** Columns that are wider than the page by less than this share give way before the type does. */
const GIVE = 1.1;

/** Of which size the type of a table is: the usual one unless it does not fit, or the small one. */
export type TypeChoice = 'fitting' | 'small';

/**
 * Column widths by their content, and whether they ask for the smaller type. `share` is the part of
 * the table's width that the columns have.
 */
export function fitColumns(
  rows: readonly TableRow[],
  count: number,
  orientation: Orientation,
  share = 1,
  type: TypeChoice = 'fitting',
): { readonly columns: TableColumn[]; readonly small: boolean } {
  const wishes = wishesOf(rows, count);
  const room = share * roomFor('table', orientation);
  const small = type === 'small' || isTooWide(wishes, room);
  const widths = shareRoom(wishes, small ? share * roomFor('smallTable', orientation) : room, TIGHT);
  return { columns: widths.map((weight) => ({ weight })), small };
}

/** Wider than the page, or so wide that numbers would break. */
function isTooWide(wishes: readonly Wish[], room: number): boolean {
  const natural = wishes.reduce((sum, wish) => sum + wish.natural, 0);
  const least = wishes.reduce((sum, wish) => sum + Math.max(wish.number, wish.word, Math.min(wish.text, 2) + TIGHT), 0);
  return natural > GIVE * room || (natural > room && least > room);
}

/** What the columns have at least, so that no number breaks. */
export function leastWidths(rows: readonly TableRow[], count: number): number[] {
  return wishesOf(rows, count).map(({ word, number, text }) => Math.max(word, number, Math.min(text, 2) + TIGHT));
}

function wishesOf(rows: readonly TableRow[], count: number): Wish[] {
  const wishes = Array.from({ length: count }, (): Wish => ({ ...NOTHING }));
  eachCell(rows, count, (cell, column) => {
    const wish = wishes[column];
    if (cell.colSpan > 1 || !wish) return;
    const own = wishOf(cell);
    wishes[column] = {
      word: Math.max(wish.word, own.word),
      number: Math.max(wish.number, own.number),
      natural: Math.max(wish.natural, own.natural),
      full: Math.max(wish.full, own.full),
      text: Math.max(wish.text, own.text),
    };
  });
  return wishes;
}

const NOTHING: Wish = { word: 0, number: 0, natural: NARROWEST, full: NARROWEST, text: 0 };

/** Visits every cell with the column it starts in, past cells that reach down from rows above. */
export function eachCell(
  rows: readonly TableRow[],
  count: number,
  visit: (cell: TableCell, column: number, row: number) => void,
): void {
  const reach = Array.from({ length: count }, () => 0);
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.cells) {
      while (column < count && (reach[column] ?? 0) > rowIndex) column += 1;
      visit(cell, column, rowIndex);
      for (let at = column; at < column + cell.colSpan; at += 1) reach[at] = rowIndex + cell.rowSpan;
      column += cell.colSpan;
    }
  });
}

/** The characters of a type that fit between the margins. */
export function roomFor(type: keyof typeof TYPE_SIZE, orientation: Orientation): number {
  return (typeArea(orientation).characters * TYPE_SIZE.text) / TYPE_SIZE[type];
}

function wishOf(cell: TableCell): Wish {
  const text = plainText(cell.runs);
  const lines = text.split('\n');
  const widest = lines.reduce((most, line) => Math.max(most, printedWidth(line)), 0);
  const total = lines.reduce((sum, line) => sum + printedWidth(line), 0);
  const beside = cell.indent + TIGHT;
  // Bold digits are wider still.
  const bold = cell.emphasis ? 0.04 * (text.match(/[!-\u024f]/g)?.length ?? 0) : 0;
  const word = longestWord(text) + beside + bold;
  if (cell.header) {
    const natural = Math.min(widest, HEADER_LINE) + PADDING;
    return { word, number: 0, natural, full: natural, text: Math.min(widest, HEADER_LINE) };
  }
  return {
    word,
    number: longestNumber(lines) + beside + bold,
    natural: Math.min(comfortable(widest) + cell.indent + PADDING, WIDEST),
    full: widest + cell.indent + PADDING,
    // What reaches over several rows has their height.
    text: total / cell.rowSpan,
  };
}

function comfortable(width: number): number {
  return width <= COMFORTABLE ? width : COMFORTABLE + (width - COMFORTABLE) / 4;
}

function longestWord(text: string): number {
  let longest = Math.min(printedWidth(text), 1);
  for (const [word] of text.matchAll(WORD)) longest = Math.max(longest, printedWidth(word));
  return Math.min(longest, WIDEST_NUMBER);
}

function longestNumber(lines: readonly string[]): number {
  let longest = 0;
  for (const line of lines) if (NUMBER.test(line)) longest = Math.max(longest, printedWidth(line));
  return longest <= WIDEST_NUMBER ? longest : 0;
}

/** Digits of many faces are wider than a half, and a per cent sign is nearly as wide as a Han character. */
function printedWidth(text: string): number {
  let slack = 0;
  for (const character of text) if (character >= '!' && character <= '\u024f') slack += character === '%' ? 0.35 : 0.06;
  return textWidth(text) + slack;
}
