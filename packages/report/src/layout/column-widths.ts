import { plainText } from './cells.js';
import type { Orientation, TableCell, TableColumn, TableRow } from './document.js';
import { TYPE_SIZE, typeArea } from './paper.js';
import { textWidth } from './text-width.js';

/** All widths here are in characters of the table's type. */
const NARROWEST = 2;
const WIDEST = 28;

/** Text beyond this width wraps; of what is longer, only a part widens its column. */
const COMFORTABLE = 16;

/** Room beside the text of a cell. */
const PADDING = 1;

/** Numbers up to this width are never broken into lines. */
const WIDEST_NUMBER = 9;

/** Longer headings break into lines rather than widen a column of short numbers. */
const HEADER_LINE = 6;

/** Words of Latin letters or digits, which do not break. */
const WORD = /[!-\u024f]+/g;

/** The least width of a column and the one at which nothing breaks. */
interface Wish {
  least: number;
  natural: number;
}

/** Columns that are wider than the page by less than this share give way before the type does. */
const GIVE = 1.1;

/**
 * Column widths by their content, and whether they ask for the smaller type. `share` is the part of
 * the table's width that the columns have.
 */
export function fitColumns(
  rows: readonly TableRow[],
  count: number,
  orientation: Orientation,
  share = 1,
): { readonly columns: TableColumn[]; readonly small: boolean } {
  const wishes = Array.from({ length: count }, (): Wish => ({ least: NARROWEST, natural: NARROWEST }));
  eachCell(rows, count, (cell, column) => {
    const wish = wishes[column];
    if (cell.colSpan > 1 || !wish) return;
    const { least, natural } = wishOf(cell);
    wish.least = Math.max(wish.least, least);
    wish.natural = Math.max(wish.natural, natural);
  });
  const natural = wishes.reduce((sum, wish) => sum + wish.natural, 0);
  const room = share * roomFor('table', orientation);
  const small = natural > GIVE * room;
  return { columns: shareRoom(wishes, natural, small ? share * roomFor('smallTable', orientation) : room), small };
}

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

/** What fits keeps its proportions; what does not gives way where text can break. */
function shareRoom(wishes: readonly Wish[], natural: number, room: number): TableColumn[] {
  if (natural <= room) return wishes.map((wish) => ({ weight: wish.natural }));
  const least = wishes.reduce((sum, wish) => sum + wish.least, 0);
  const stretch = natural === least ? 0 : Math.max(0, room - least) / (natural - least);
  return wishes.map((wish) => ({ weight: wish.least + (wish.natural - wish.least) * stretch }));
}

function wishOf(cell: TableCell): Wish {
  const text = plainText(cell.runs);
  const widest = text.split('\n').reduce((most, line) => Math.max(most, textWidth(line)), 0);
  const room = cell.indent + PADDING;
  if (cell.header) return { least: Math.min(widest, 2) + PADDING, natural: Math.min(widest, HEADER_LINE) + PADDING };
  const natural = Math.min(comfortable(widest) + room, WIDEST);
  const number = cell.runs.some(({ kind }) => kind === 'value') && widest <= WIDEST_NUMBER;
  return { least: Math.min(number ? widest + room : longestWord(text) + room, natural), natural };
}

function comfortable(width: number): number {
  return width <= COMFORTABLE ? width : COMFORTABLE + (width - COMFORTABLE) / 4;
}

function longestWord(text: string): number {
  let longest = Math.min(textWidth(text), 2);
  for (const [word] of text.matchAll(WORD)) longest = Math.max(longest, word.length / 2);
  return longest;
}
