/**
 * The cells of a block copied from a spreadsheet: tabs between cells, line breaks between rows. A
 * cell with either of them, or with quotes, stands in quotes, with quotes doubled. Rows and columns
 * at the edges in which nothing stands fall away.
 */
export function cellsOf(clipboard: string): string[][] {
  const rows: string[][] = [[]];
  const text = clipboard
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  for (let at = 0; ; ) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    rows.at(-1)?.push(cell);
    if (end >= text.length) break;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rectangle(rows.filter((row) => row.some((cell) => cell.trim() !== '')));
}

interface ReadCell {
  readonly cell: string;
  /** Where the tab or line break behind it stands, or the end of the text. */
  readonly end: number;
}

const PLAIN = /[^\t\n]*/y;

function plainCell(text: string, at: number): ReadCell {
  PLAIN.lastIndex = at;
  const cell = PLAIN.exec(text)?.[0] ?? '';
  return { cell, end: at + cell.length };
}

/**
 * A cell in quotes; one whose quotes do not end where the cell does is plain text that begins with a
 * quote. The first single quote decides, so that no text is searched twice by the cells within it.
 */
function quotedCell(text: string, at: number): ReadCell {
  let quote = text.indexOf('"', at + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  const end = quote + 1;
  if (quote < 0 || !(end === text.length || text[end] === '\t' || text[end] === '\n')) return plainCell(text, at);
  return { cell: text.slice(at + 1, quote).replaceAll('""', '"'), end };
}

function rectangle(rows: readonly string[][]): string[][] {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (cell.trim() === '') continue;
      first = Math.min(first, column);
      last = Math.max(last, column);
    }
  }
  return rows.map((row) => Array.from({ length: last - first + 1 }, (_, column) => row[first + column] ?? ''));
}
