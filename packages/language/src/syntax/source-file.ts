import type { Anchor, Finding } from '@jixiao/core';
import type { ParseResult } from 'langium';
import type { Declaration, Model } from '../generated/ast.js';
import { type Allowance, allowancesIn } from './allowances.js';
import type { PerfLexingReport } from './lexer.js';
import { discardGrammarServices, grammarServices } from './parser.js';
import { cutIntoPieces, type Piece } from './pieces.js';
import { syntaxFindings, tooDeeplyNested } from './syntax-findings.js';

/** A piece of a file after reading: usually one declaration. Kept for as long as its text stays the same. */
export interface ParsedPiece {
  readonly text: string;
  /** Where the piece begins now; its line moves with the text above. */
  readonly anchor: Anchor;
  /** Offset of the piece's first character in the file, kept up to date. */
  offset: number;
  readonly declarations: readonly Declaration[];
  readonly allowances: readonly Allowance[];
  readonly findings: readonly Finding[];
}

/** A file of .perf text, read. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly pieces: readonly ParsedPiece[];
  /** How many pieces had to be read anew; the others come from the previous version. */
  readonly piecesRead: number;
}

/**
 * Reads a file. Pieces whose text stood in the previous version are taken from there with their
 * trees, so that the cost follows the edit. The previous version must not be used afterwards.
 */
export function readSource(file: string, text: string, previous?: SourceFile): SourceFile {
  const kept = new Map<string, ParsedPiece[]>();
  for (const piece of previous?.pieces ?? []) {
    const same = kept.get(piece.text);
    if (same) same.push(piece);
    else kept.set(piece.text, [piece]);
  }
  let piecesRead = 0;
  const pieces = cutIntoPieces(withoutByteOrderMark(text)).map((piece) => {
    const known = kept.get(piece.text)?.shift();
    if (known) {
      known.anchor.line = piece.line;
      known.offset = piece.offset;
      return known;
    }
    piecesRead++;
    return readPiece(file, piece);
  });
  return { file, text, pieces, piecesRead };
}

/** A byte order mark is not text; a space in its place keeps every offset. */
function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
}

function readPiece(file: string, piece: Piece): ParsedPiece {
  const anchor: Anchor = { file, line: piece.line };
  const { text, offset } = piece;
  const result = parse(text);
  if (!result) return { text, anchor, offset, declarations: [], allowances: [], findings: [tooDeeplyNested(anchor)] };
  const { comments, gaps } = result.lexerReport as PerfLexingReport;
  return {
    text,
    anchor,
    offset,
    declarations: result.value.declarations,
    allowances: allowancesIn(comments, text, anchor),
    findings: syntaxFindings({ ...result, gaps, text, anchor }),
  };
}

/** The syntax tree of a text; undefined where it is nested too deeply, for the parser calls itself once a level. */
function parse(text: string): ParseResult<Model> | undefined {
  try {
    const result = grammarServices().parser.LangiumParser.parse<Model>(text);
    if ((result.value as Model | undefined)?.declarations) return result;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  // An exception leaves the parser half way; it cannot be used again.
  discardGrammarServices();
  return undefined;
}
