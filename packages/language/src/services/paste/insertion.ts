import type { Range, TextEdit } from 'vscode-languageserver-types';
import { readSource, type SourceFile } from '../../syntax/source-file.js';
import { offsetIn } from '../cursor.js';
import { formatLines } from '../formatting/format.js';
import { completeOptions } from '../formatting/options.js';

/** Rows put into a text. */
export interface Insertion {
  /** The rows as they are put at the place, aligned with those around. */
  readonly text: string;
  /** That, and what aligns the rows around with them. */
  readonly edits: readonly TextEdit[];
}

/** Puts rows on lines of their own, in the depth of their block. */
export function insertion(source: SourceFile, place: Range, rows: readonly string[], depth: number): Insertion {
  const { indent } = completeOptions();
  const lines = source.text.split(/\r?\n/);
  const before = (lines[place.start.line] ?? '').slice(0, place.start.character);
  const after = (lines[place.end.line] ?? '').slice(place.end.character);
  const blanks = ' '.repeat(depth * indent);
  const written = rows.map((row) => blanks + row);
  const onOwnLine = before.trim() === '';
  if (onOwnLine) written[0] = (written[0] ?? '').slice(Math.min(before.length, blanks.length));
  else written.unshift('');
  if (after.trim() !== '') written.push(indentationOf(after, depth, indent));
  const firstLine = place.start.line + (onOwnLine ? 0 : 1);
  return aligned(source, place, written, { first: firstLine, last: firstLine + rows.length - 1 });
}

/** Blanks in front of what stood behind the place and comes to stand on a line of its own. */
function indentationOf(after: string, depth: number, indent: number): string {
  const inside = /^[\s\u3000]*[}｝]/.test(after) ? depth - 1 : depth;
  return ' '.repeat(Math.max(0, inside * indent - (after.length - after.trimStart().length)));
}

/** Aligns the written lines with the rows directly above and below. */
function aligned(
  source: SourceFile,
  place: Range,
  written: readonly string[],
  rows: { readonly first: number; readonly last: number },
): Insertion {
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
  const from = offsetIn(source.text, place.start);
  const to = offsetIn(source.text, place.end);
  const text = source.text.slice(0, from) + written.join(lineEnd) + source.text.slice(to);
  const lines = text.split(/\r?\n/);
  const grown = lines.length - source.text.split(/\r?\n/).length;
  const run = { first: runEnd(lines, rows.first, -1), last: runEnd(lines, rows.last, 1) };
  const result = [...written];
  const around: TextEdit[] = [];
  // From the end, so that an edit does not move those before it on its line.
  for (const edit of formatLines(readSource(source.file, text), run).reverse()) {
    const { start, end } = edit.range;
    const line = start.line - place.start.line;
    // What stood behind the place is on another line now, in other columns.
    const pushed = start.line > rows.last && line < written.length;
    if (start.line !== end.line || pushed) continue;
    if (start.line < rows.first) around.unshift(edit);
    else if (start.line > rows.last) around.unshift(movedUp(edit, grown));
    else result[line] = changed(result[line] ?? '', edit, line === 0 ? place.start.character : 0);
  }
  const inserted = result.join(lineEnd);
  return { text: inserted, edits: [...around, { range: place, newText: inserted }] };
}

/** The last line in a direction that belongs to the same run of rows: no blank line, no brace. */
function runEnd(lines: readonly string[], line: number, step: 1 | -1): number {
  let end = line;
  while (/^[^{}｛｝]*\S[^{}｛｝]*$/.test(lines[end + step] ?? '')) end += step;
  return end;
}

function movedUp({ range, newText }: TextEdit, lines: number): TextEdit {
  const { start, end } = range;
  return {
    range: { start: { ...start, line: start.line - lines }, end: { ...end, line: end.line - lines } },
    newText,
  };
}

/** A line after an edit, the line beginning in a column; what lies before that is not part of it. */
function changed(line: string, { range, newText }: TextEdit, column: number): string {
  const start = range.start.character - column;
  const end = range.end.character - column;
  return start < 0 ? line : line.slice(0, start) + newText + line.slice(end);
}
