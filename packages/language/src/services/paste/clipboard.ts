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

function plainCell(text: string, at: number): ReadCell {
  const length = text.slice(at).search(/[\t\n]/);
  const end = length < 0 ? text.length : at + length;
  return { cell: text.slice(at, end), end };
}

/** A cell in quotes; one whose quotes do not end where the cell does is plain text that begins with a quote. */
function quotedCell(text: string, at: number): ReadCell {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(at));
  if (!match) return plainCell(text, at);
  return { cell: (match[1] ?? '').replaceAll('""', '"'), end: at + match[0].length };
}

function rectangle(rows: readonly string[][]): string[][] {
  const used = rows.flatMap((row) => row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column])));
  const first = Math.min(...used);
  const last = Math.max(...used);
  return rows.map((row) => Array.from({ length: last - first + 1 }, (_, column) => row[first + column] ?? ''));
}
