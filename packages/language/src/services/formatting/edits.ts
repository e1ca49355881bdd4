import type { Position } from '@jixiao/core';
import type { TextEdit } from 'vscode-languageserver-types';
import { readSource, type SourceFile } from '../../syntax/source-file.js';
import { Attributes } from './attributes.js';
import { completeOptions, type FormatOptions } from './options.js';
import { applied, formatPiece, type Replacement } from './pieces.js';

/** The replacements that format a file. */
export interface FormattedFile {
  /** The text in which they stand: that of the file with plain line feeds. */
  readonly text: string;
  readonly replacements: readonly Replacement[];
  /** How most lines of the file end, and new ones will. */
  readonly lineEnd: '\n' | '\r\n';
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Lines of a file, from 0; both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const ALL_LINES: LineRange = { first: 0, last: Number.POSITIVE_INFINITY };

/**
 * Formats piece by piece, those that reach into the given lines. A file with carriage returns of
 * their own is left alone: nobody agrees where its lines end.
 */
export function formattedFile(
  source: SourceFile,
  given: Partial<FormatOptions>,
  { first, last }: LineRange = ALL_LINES,
): FormattedFile {
  const options = completeOptions(given);
  const lineEnd = usualLineEnd(source.text);
  const text = source.text.replaceAll('\r\n', '\n');
  if (text.includes('\r')) return { text, replacements: [], lineEnd };
  const { pieces } = text === source.text ? source : readSource(source.file, text);
  const least = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const attributes = attributesFor(source, options);
  const replacements = pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    if (piece.anchor.line > last || (next && next.anchor.line < first)) return [];
    return formatPiece(piece, next ? 'piece' : 'end', options, attributes).map((replacement) => ({
      ...replacement,
      start: Math.max(least, replacement.start + piece.offset),
      end: Math.max(least, replacement.end + piece.offset),
    }));
  });
  return { text, replacements: replacements.flatMap((replacement) => smallest(replacement, text)), lineEnd };
}

function attributesFor({ file }: SourceFile, { keywords, analysis }: FormatOptions): Attributes | undefined {
  return keywords === 'keep' || !analysis ? undefined : new Attributes(file, analysis);
}

function usualLineEnd(text: string): FormattedFile['lineEnd'] {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > all ? '\r\n' : '\n';
}

/**
 * What really changes, without what is the same at both ends; the end of the first line, the line
 * breaks and the beginning of the last line each on their own, so that lines can be told apart.
 */
function smallest(replacement: Replacement, text: string): Replacement[] {
  const { start, end } = replacement;
  const before = text.slice(start, end).split('\n');
  const after = replacement.text.split('\n');
  if (before.length === 1 || after.length === 1) return trimmed(replacement, text);
  const from = start + (before[0] ?? '').length;
  const to = end - (before.at(-1) ?? '').length;
  return [
    { ...replacement, end: from, text: after[0] ?? '' },
    { ...replacement, start: from, end: to, text: '\n'.repeat(after.length - 1) },
    { ...replacement, start: to, text: after.at(-1) ?? '' },
  ].flatMap((part) => trimmed(part, text));
}

function trimmed(replacement: Replacement, text: string): Replacement[] {
  const before = text.slice(replacement.start, replacement.end);
  const after = replacement.text;
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front++;
  let back = 0;
  while (back < shorter - front && before.at(-1 - back) === after.at(-1 - back)) back++;
  const start = replacement.start + front;
  return [{ ...replacement, start, end: replacement.end - back, text: after.slice(front, after.length - back) }];
}

/** The replacements as edits of the file as it is, with its own line ends. */
export function textEdits({ text, replacements, lineEnd }: FormattedFile): TextEdit[] {
  const places = new Places(text);
  return replacements.map((replacement) => ({
    range: { start: places.at(replacement.start), end: places.at(replacement.end) },
    newText: replacement.text.replaceAll('\n', lineEnd),
  }));
}

/** The file as it is with the replacements made; line ends that nothing touches stay what they are. */
export function replaced(source: string, { text, replacements, lineEnd }: FormattedFile): string {
  if (source === text) return applied(text, replacements);
  const here = new Places(text);
  const there = new Places(source);
  const inSource = (offset: number) => there.offset(here.at(offset));
  const moved = replacements.map((replacement) => ({
    start: inSource(replacement.start),
    end: inSource(replacement.end),
    text: replacement.text.replaceAll('\n', lineEnd),
  }));
  return applied(source, moved);
}

/** Lines and characters of a text by offset. */
export class Places {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }
  offset({ line, character }: Position): number {
    return (this.starts[line] ?? 0) + character;
  }
}
