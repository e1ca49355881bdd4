import type { Position } from '@jixiao/core';
import type { IToken } from 'chevrotain';
import type { TextEdit } from 'vscode-languageserver-types';
import { grammarServices } from '../../syntax/parser.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { offsetIn, pieceAt } from '../cursor.js';
import { formatLines } from './format.js';
import { completeOptions, type FormatOptions } from './options.js';

/** Characters after which an editor asks to format what was typed. */
export const FORMAT_TRIGGERS = { first: '}', more: [']', '｝', '］', '】', '\n'] } as const;

/**
 * The edits after a character was typed, `position` being behind it. A closing bracket formats its
 * block, a line break the line above with the rows that it is aligned with. In a declaration that
 * cannot be read yet, only the line itself is indented.
 */
export function formatOnType(
  source: SourceFile,
  position: Position,
  character: string,
  given: Partial<FormatOptions> = {},
): TextEdit[] {
  const piece = pieceAt(source, position.line);
  if (!piece) return [];
  const options = completeOptions(given);
  return character === '\n'
    ? afterLineBreak(source, piece, position, options)
    : afterClosing(source, piece, position, options);
}

function afterLineBreak(
  source: SourceFile,
  piece: ParsedPiece,
  position: Position,
  options: FormatOptions,
): TextEdit[] {
  const lines = source.text.split(/\r?\n/);
  const line = lines[position.line] ?? '';
  const blank = line.trim() === '';
  // The mark of the next item, which the editor has put there: its text is still to be typed.
  const begun = blank || /^[\s\u3000]*[+＋-][\s\u3000]*$/.test(line);
  let first = position.line - 1;
  while (first > 0 && isPlainRow(lines[first]) && isPlainRow(lines[first - 1])) first--;
  const above = formatLines(source, { first, last: begun ? position.line - 1 : position.line }, options);
  if (!blank) return above;
  const open = openBrackets(piece, { line: position.line - piece.anchor.line, character: 0 });
  return [...above, ...indentLine(position.line, line, ' '.repeat(open.length * options.indent))];
}

function isPlainRow(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '' && !/[{}[\]｛｝［］【】]/.test(line);
}

function afterClosing(source: SourceFile, piece: ParsedPiece, position: Position, options: FormatOptions): TextEdit[] {
  const behind = { line: position.line - piece.anchor.line, character: position.character };
  const closed = openBrackets(piece, { ...behind, character: behind.character - 1 }).at(-1);
  if (!closed) return [];
  const openedOn = piece.anchor.line + (closed.startLine ?? 1) - 1;
  const edits = formatLines(source, { first: openedOn, last: position.line }, options);
  if (edits.length > 0 || piece.findings.length === 0) return edits;
  const lines = source.text.split(/\r?\n/);
  const line = lines[position.line] ?? '';
  if (line.slice(0, position.character).trim().length !== 1) return [];
  return indentLine(position.line, line, blanksOf(lines[openedOn] ?? ''));
}

/** The brackets that are open at a position of a piece, the outermost first. */
function openBrackets(piece: ParsedPiece, position: Position): IToken[] {
  const end = offsetIn(piece.text, position);
  const open: IToken[] = [];
  for (const token of grammarServices().parser.Lexer.tokenize(piece.text).tokens) {
    // Tokens without text were put in where something was left out.
    if (token.image === '' || token.startOffset >= end) continue;
    if (/^(?:\{|PROSE_OPEN.*)$/.test(token.tokenType.name)) open.push(token);
    else if (/^(?:\}|PROSE_CLOSE.*)$/.test(token.tokenType.name)) open.pop();
  }
  return open;
}

function blanksOf(line: string): string {
  return /^[\s\u3000]*/.exec(line)?.[0] ?? '';
}

function indentLine(line: number, text: string, indentation: string): TextEdit[] {
  const written = blanksOf(text);
  if (written === indentation) return [];
  return [
    {
      range: { start: { line, character: 0 }, end: { line, character: written.length } },
      newText: indentation,
    },
  ];
}
