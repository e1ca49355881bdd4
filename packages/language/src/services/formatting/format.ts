import type { Range, TextEdit } from 'vscode-languageserver-types';
import { readSource, type SourceFile } from '../../syntax/source-file.js';
import { formattedFile, replaced, textEdits } from './edits.js';
import type { FormatOptions } from './options.js';
import { isFormattable } from './pieces.js';
import type { LineRange } from './places.js';

/**
 * The edits that format a file: as few and as small as can be, so that cursors and marks in an
 * editor stay where they are. Declarations with syntax errors are left as they are.
 */
export function format(source: SourceFile, options: Partial<FormatOptions> = {}): TextEdit[] {
  return textEdits(formattedFile(source, options));
}

/** The edits of `format` that lie on the lines of a range. */
export function formatRange(source: SourceFile, range: Range, options: Partial<FormatOptions> = {}): TextEdit[] {
  const { start, end } = range;
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  return formatLines(source, { first: start.line, last }, options);
}

/** The edits of `format` that lie on certain lines. */
export function formatLines(source: SourceFile, lines: LineRange, options: Partial<FormatOptions> = {}): TextEdit[] {
  return textEdits(formattedFile(source, options, lines));
}

/** First lines, from 0, of the declarations that formatting leaves alone because they cannot be read. */
export function unformattedDeclarations(source: SourceFile): number[] {
  return source.pieces.filter((piece) => !isFormattable(piece)).map(({ anchor }) => anchor.line);
}

/** The formatted text of a file. */
export function formattedText(source: SourceFile, options: Partial<FormatOptions> = {}): string {
  return replaced(source.text, formattedFile(source, options));
}

/** A text after formatting; for texts that stand in no file yet. */
export function formatText(text: string, options: Partial<FormatOptions> = {}): string {
  return formattedText(readSource('', text), options);
}
