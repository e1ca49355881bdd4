import type { Position } from '@jixiao/core';
import type { IToken } from 'chevrotain';
import { CstUtils } from 'langium';
import type { PerfLexingReport } from '../../syntax/lexer.js';
import { isNameToken } from '../../syntax/missing-values.js';
import { grammarServices } from '../../syntax/parser.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { isClosed } from '../../syntax/value-converter.js';
import { offsetIn, pieceAt, rootOf } from '../cursor.js';

/** What kind of text the cursor stands in. */
export type Mode = 'code' | 'prose' | 'interpolation' | 'format' | 'text' | 'comment';

/** The token that is being typed; of no length where none is. */
export interface PartialToken {
  /** As far as the cursor. */
  readonly text: string;
  /** Offsets in the piece; the end lies behind the cursor where the cursor stands inside the token. */
  readonly start: number;
  readonly end: number;
}

/** What stands before the cursor, read as tokens without regard to what stands behind it. */
export interface Reading {
  readonly source: SourceFile;
  readonly piece: ParsedPiece;
  /** Offset of the cursor in the piece. */
  readonly offset: number;
  readonly mode: Mode;
  /** The tokens before the partial one; those of an open interpolation included. */
  readonly tokens: readonly IToken[];
  readonly partial: PartialToken;
}

const PROSE = /^PROSE_/;

/** Reads a file up to a position. A position past the end counts as the end. */
export function readUpTo(source: SourceFile, position: Position): Reading | undefined {
  const piece = pieceAt(source, position.line);
  if (!piece) return undefined;
  const offset = cursorOffset(piece, position);
  const before = piece.text.slice(0, offset);
  const result = grammarServices().parser.Lexer.tokenize(before);
  const comments = (result.report as PerfLexingReport | undefined)?.comments ?? [];
  const written = writtenTokens(result.tokens);
  const last = written.at(-1);
  const base = { source, piece, offset };
  const comment = comments.at(-1);
  if (comment && endOf(comment) === offset && comment.startOffset >= (last ? endOf(last) : 0)) {
    return { ...base, mode: 'comment', tokens: written, partial: partialOf(comment, offset, offset) };
  }
  const mode = modeAfter(written);
  if (!last || endOf(last) !== offset) {
    return { ...base, mode, tokens: written, partial: { text: '', start: offset, end: offset } };
  }
  const tokens = written.slice(0, -1);
  const kind = last.tokenType.name;
  if (kind === 'FORMAT') {
    return { ...base, mode: 'format', tokens, partial: formatWord(piece, last, offset) };
  }
  if (kind === 'STRING' && !isClosed(last.image)) {
    const start = last.startOffset + 1;
    const end = textEnd(piece, last, offset);
    return { ...base, mode: 'text', tokens, partial: { text: before.slice(start), start, end } };
  }
  if (isNameToken(last) || kind === 'QUANTITY') {
    return { ...base, mode, tokens, partial: partialOf(last, offset, nameEnd(piece, last, offset)) };
  }
  return { ...base, mode, tokens: written, partial: { text: '', start: offset, end: offset } };
}

function cursorOffset(piece: ParsedPiece, position: Position): number {
  const offset = offsetIn(piece.text, { line: position.line - piece.anchor.line, character: position.character });
  const isBetweenCrLf = piece.text[offset - 1] === '\r' && piece.text[offset] === '\n';
  return isBetweenCrLf ? offset - 1 : offset;
}

function partialOf(token: IToken, offset: number, end: number): PartialToken {
  return { text: token.image.slice(0, offset - token.startOffset), start: token.startOffset, end };
}

export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset - 1) + 1;
}

/** Only what is written, and the closing braces that indentation tells were left out. */
function writtenTokens(tokens: readonly IToken[]): IToken[] {
  const isWritten = ({ image, tokenType }: IToken) => image !== '' && tokenType.name !== 'MISSING';
  const end = tokens.findLastIndex(isWritten) + 1;
  return tokens.slice(0, end).filter((token) => isWritten(token) || token.tokenType.name === '}');
}

/** Where the token at the cursor ends in the whole text. */
function tokenEnd(piece: ParsedPiece, token: IToken, offset: number): number {
  const root = rootOf(piece);
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, token.startOffset);
  return leaf && leaf.offset === token.startOffset && leaf.end >= offset ? leaf.end : offset;
}

/** Where a name ends; one whose closing quote is missing ends at the cursor instead of with the line. */
function nameEnd(piece: ParsedPiece, token: IToken, offset: number): number {
  const isOpen = /^[「`]/.test(token.image) && !/.[」`]$/.test(token.image);
  if (!isOpen) return tokenEnd(piece, token, offset);
  return offset + (quotedRest(token.image, lineBehind(piece, offset))?.length ?? 0);
}

function lineBehind({ text }: ParsedPiece, offset: number): string {
  return /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
}

/** What stands behind the cursor up to the closing quote of its name; undefined if that is one of another name. */
function quotedRest(image: string, line: string): string | undefined {
  if (image.startsWith('「')) return /^[^「」]*」/.exec(line)?.[0];
  const rest = /^[^`]*`/.exec(line)?.[0];
  // Quotes that look alike come in pairs: an odd one belongs to the name at the cursor.
  return (line.split('`').length - 1) % 2 === 1 ? rest : undefined;
}

/** Where the content of the text at the cursor ends: before its closing quote, if that stands on the same line. */
function textEnd(piece: ParsedPiece, token: IToken, offset: number): number {
  const end = tokenEnd(piece, token, offset);
  const image = piece.text.slice(token.startOffset, end);
  return end > offset && isClosed(image) ? end - 1 : offset;
}

/** The word of a format at the cursor: formats are words with spaces between. */
function formatWord(piece: ParsedPiece, token: IToken, offset: number): PartialToken {
  const before = piece.text.slice(token.startOffset + 1, offset);
  const word = /[^\s\u3000]*$/.exec(before)?.[0] ?? '';
  const behind = piece.text.slice(offset, tokenEnd(piece, token, offset));
  const rest = /^[^\s\u3000]*/.exec(behind)?.[0] ?? '';
  return { text: word, start: offset - word.length, end: offset + rest.length };
}

/** The mode in which the lexer would go on after these tokens. */
function modeAfter(tokens: readonly IToken[]): Mode {
  let prose = false;
  let interpolation = false;
  for (const { tokenType } of tokens) {
    const kind = tokenType.name;
    if (kind === 'INTERPOLATION_OPEN') interpolation = true;
    else if (kind.startsWith('INTERPOLATION_')) interpolation = false;
    else if (kind.startsWith('PROSE_OPEN')) prose = true;
    else if (PROSE.test(kind)) {
      prose = false;
      interpolation = false;
    }
  }
  if (interpolation) return 'interpolation';
  return prose ? 'prose' : 'code';
}

/** A place in the piece as a position of the file. */
export function positionAt(reading: Reading, offset: number): Position {
  const before = reading.piece.text.slice(0, offset);
  const line = before.split('\n').length - 1;
  const character = offset - (before.lastIndexOf('\n') + 1);
  return { line: line + reading.piece.anchor.line, character };
}
