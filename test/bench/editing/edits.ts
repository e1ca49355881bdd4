import type { GeneratedReport } from '../generate/report.js';
import type { Change } from './client.js';

/** A keystroke and the one that takes it back, so that a file stays what it is however often it is edited. */
export interface Keystrokes {
  readonly name: string;
  readonly edits: readonly [Change, Change];
}

const at = (line: number, character: number, length = 0) => ({
  start: { line, character },
  end: { line, character: character + length },
});

/** Puts a text in, and takes it out again. */
function inserted(line: number, character: number, text: string): readonly [Change, Change] {
  const rows = text.split('\n').length - 1;
  const start = { line, character };
  const end = rows === 0 ? { line, character: character + text.length } : { line: line + rows, character: 0 };
  return [
    { range: at(line, character), text },
    { range: { start, end }, text: '' },
  ];
}

/** Edits in the middle of a report: a digit of a figure, a character of prose, a new row. */
export function keystrokes({ text, figureLine, proseLine }: GeneratedReport): Keystrokes[] {
  const row = text.split('\n')[figureLine] ?? '';
  return [
    { name: 'a digit', edits: inserted(figureLine, row.indexOf('.'), '1') },
    { name: 'a character of prose', edits: inserted(proseLine, 12, '好') },
    { name: 'a new row', edits: inserted(figureLine, 0, '    其他支出 = 1\n') },
  ];
}

/** Edits of how a report is arranged: all that stands below moves, or has another name. */
export function arrangements({ text, proseLine }: GeneratedReport): Keystrokes[] {
  const lines = text.split('\n');
  const quoted = (line: number) => inserted(line, (lines[line] ?? '').indexOf('"') + 1, '好');
  const heading = lines.findLastIndex((line, index) => index < proseLine && line.startsWith('  节 "'));
  const table = lines.findIndex((line, index) => index > proseLine && line.startsWith('    表 '));
  return [
    { name: 'a line break in prose', edits: brokenAt(proseLine, 12) },
    { name: 'a character of a heading', edits: quoted(heading) },
    { name: 'a character of a caption', edits: quoted(table) },
  ];
}

function brokenAt(line: number, character: number): readonly [Change, Change] {
  const start = { line, character };
  return [
    { range: at(line, character), text: '\n' },
    { range: { start, end: { line: line + 1, character: 0 } }, text: '' },
  ];
}
