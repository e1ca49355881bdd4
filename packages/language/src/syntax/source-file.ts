import type { Anchor, Finding } from '@jixiao/core';
import type { ParseResult } from 'langium';
import type { Declaration, Model, ReportItem } from '../generated/ast.js';
import { type Allowance, allowancesIn } from './allowances.js';
import type { PerfLexingReport } from './lexer.js';
import { discardGrammarServices, grammarServices, tokensReadSoFar } from './parser.js';
import { patchItem } from './patch.js';
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
  /** Items of a report of the previous version, and of this one where they moved, for which nothing known holds any longer. */
  readonly stale?: readonly ReportItem[];
}

/** A file of .perf text, read. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly pieces: readonly ParsedPiece[];
  /** How many pieces had to be read anew; the others come from the previous version. */
  readonly piecesRead: number;
  /** How many tokens were read for that, where only a part of a piece was read anew also. */
  readonly tokensRead: number;
}

/**
 * Reads a file. Pieces whose text stood in the previous version are taken from there with their
 * trees, so that the cost follows the edit. The previous version must not be used afterwards.
 */
export function readSource(file: string, text: string, previous?: SourceFile): SourceFile {
  const tokensBefore = tokensReadSoFar();
  const kept = new Map<string, ParsedPiece[]>();
  for (const piece of previous?.pieces ?? []) {
    const same = kept.get(piece.text);
    if (same) same.push(piece);
    else kept.set(piece.text, [piece]);
  }
  const cut = cutIntoPieces(withPlainLines(text));
  const known = cut.map((piece) => kept.get(piece.text)?.shift());
  const left = [...kept.values()].flat();
  const fresh = known.filter((piece) => piece === undefined).length;
  const pieces = cut.map((piece, index): ParsedPiece => {
    const same = known[index];
    if (same) {
      same.anchor.line = piece.line;
      same.offset = piece.offset;
      return same;
    }
    // One piece went, one came: the same declaration after an edit.
    const [old] = left;
    const patched = old && fresh === 1 && left.length === 1 ? patchItem(old, piece.text, piece.offset) : undefined;
    if (!patched) return readPiece(file, piece);
    patched.anchor.line = piece.line;
    return patched;
  });
  return { file, text, pieces, piecesRead: fresh, tokensRead: tokensReadSoFar() - tokensBefore };
}

/**
 * The text with line breaks that everybody counts alike, every offset as it was: a byte order mark
 * is a blank, and a lone carriage return, which editors take for a line break, is one.
 */
function withPlainLines(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  return plain.includes('\r') ? plain.replace(/\r(?!\n)/g, '\n') : plain;
}

function readPiece(file: string, piece: Piece): ParsedPiece {
  const anchor: Anchor = { file, line: piece.line };
  const { text, offset } = piece;
  const result = parse(text);
  if (!result) return { text, anchor, offset, declarations: [], allowances: [], findings: [tooDeeplyNested(anchor)] };
  const { comments, proseComments, gaps } = result.lexerReport as PerfLexingReport;
  return {
    text,
    anchor,
    offset,
    declarations: result.value.declarations,
    allowances: allowancesIn([...comments, ...proseComments], text, anchor),
    findings: syntaxFindings({ ...result, gaps, text, anchor }),
  };
}

/** The syntax tree of a text; undefined where it is nested too deeply, for the parser calls itself once a level. */
function parse(text: string): ParseResult<Model> | undefined {
  try {
    const result = grammarServices().parser.LangiumParser.parse<Model>(text);
    if ((result.value as Model | undefined)?.declarations) return result;
  } catch (error) {
    // Where the stack overflows inside a handler of Langium, a half-made node makes a TypeError of it.
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
  }
  // An exception leaves the parser half way; it cannot be used again.
  discardGrammarServices();
  return undefined;
}
