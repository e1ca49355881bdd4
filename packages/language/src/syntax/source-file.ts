import type { Anchor, Finding } from '@jixiao/core';
import type { ParseResult } from 'langium';
import type { Declaration, Model, ReportItem } from '../generated/ast.js';
import { ENTRY_RULE } from '../grammar/generated/grammar-json.js';
import { type Allowance, allowancesIn } from './allowances.js';
import type { PerfLexingReport } from './lexer.js';
import { discardGrammarServices, grammarServices, tokensReadSoFar } from './parser.js';
import { patchItem } from './patch.js';
import { cutIntoPieces, type Piece } from './pieces.js';
import { syntaxFindings, tooDeeplyNested } from './syntax-findings.js';
import { differenceOf } from './text-difference.js';

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
  /** The text as it was read, with line breaks that everybody counts alike. */
  readonly plain: string;
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
  const plain = withPlainLines(text);
  const kept = previous ? piecesAroundEdit(previous, plain) : NOTHING_KEPT;
  const first = kept.above.at(-1);
  const start: Place = first
    ? { offset: first.offset + first.text.length, line: first.anchor.line + countLines(first.text) }
    : { offset: 0, line: 0 };
  const end = plain.length - kept.belowLength;
  const { pieces: between, fresh } = readBetween(file, plain.slice(start.offset, end), start, kept.replaced);
  moveBelow(kept.below, end, start.line + countLines(plain.slice(start.offset, end)));
  return {
    file,
    text,
    plain,
    pieces: [...kept.above, ...between, ...kept.below],
    piecesRead: fresh,
    tokensRead: tokensReadSoFar() - tokensBefore,
  };
}

interface Place {
  readonly offset: number;
  readonly line: number;
}

/** The pieces of a file that an edit left alone, above and below it, and those between them. */
interface KeptPieces {
  readonly above: readonly ParsedPiece[];
  readonly replaced: readonly ParsedPiece[];
  readonly below: readonly ParsedPiece[];
  readonly belowLength: number;
}

const NOTHING_KEPT: KeptPieces = { above: [], replaced: [], below: [], belowLength: 0 };

/**
 * Where a piece ends depends on the line that follows it, and where one begins on the comments above
 * it. So the piece next to an edit is looked at again on either side.
 */
function piecesAroundEdit({ pieces, plain }: SourceFile, text: string): KeptPieces {
  const { from, oldEnd } = differenceOf(plain, text);
  const touched = pieces.findIndex((piece) => piece.offset + piece.text.length > from);
  const above = Math.max(0, (touched < 0 ? pieces.length : touched) - 1);
  const untouched = pieces.findIndex((piece) => piece.offset >= oldEnd);
  const below = untouched < 0 ? pieces.length : Math.max(above, untouched + 1);
  const firstBelow = pieces[below];
  return {
    above: pieces.slice(0, above),
    replaced: pieces.slice(above, below),
    below: pieces.slice(below),
    belowLength: firstBelow ? plain.length - firstBelow.offset : 0,
  };
}

/** Reads what stands between the pieces that were kept, as far as it is not known from before. */
function readBetween(
  file: string,
  text: string,
  start: Place,
  replaced: readonly ParsedPiece[],
): { pieces: ParsedPiece[]; fresh: number } {
  if (text === '' && start.offset > 0) return { pieces: [], fresh: 0 };
  const known = new Map<string, ParsedPiece[]>();
  for (const piece of replaced) {
    const same = known.get(piece.text);
    if (same) same.push(piece);
    else known.set(piece.text, [piece]);
  }
  const cut = cutIntoPieces(text).map((piece) => ({
    text: piece.text,
    line: piece.line + start.line,
    offset: piece.offset + start.offset,
  }));
  const same = cut.map((piece) => known.get(piece.text)?.shift());
  const left = [...known.values()].flat();
  const fresh = same.filter((piece) => piece === undefined).length;
  const pieces = cut.map((piece, index): ParsedPiece => {
    const found = same[index];
    if (found) {
      found.anchor.line = piece.line;
      found.offset = piece.offset;
      return found;
    }
    // One piece went, one came: the same declaration after an edit.
    const [old] = left;
    if (!old || fresh !== 1 || left.length !== 1) return readPiece(piece, { file, line: piece.line });
    // What did not change in it still stands at the same lines below the same anchor.
    old.anchor.line = piece.line;
    return patchItem(old, piece.text, piece.offset) ?? readPiece(piece, old.anchor);
  });
  return { pieces, fresh };
}

function moveBelow(pieces: readonly ParsedPiece[], offset: number, line: number): void {
  const [first] = pieces;
  if (!first) return;
  const [offsets, lines] = [offset - first.offset, line - first.anchor.line];
  if (offsets === 0 && lines === 0) return;
  for (const piece of pieces) {
    piece.offset += offsets;
    piece.anchor.line += lines;
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/**
 * The text with line breaks that everybody counts alike, every offset as it was: a byte order mark
 * is a blank, and a lone carriage return, which editors take for a line break, is one.
 */
function withPlainLines(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  return plain.includes('\r') ? plain.replace(/\r(?!\n)/g, '\n') : plain;
}

/** Reads one declaration of a file. */
export function readPiece(piece: Piece, anchor: Anchor): ParsedPiece {
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
    const result = grammarServices().parser.LangiumParser.parse<Model>(text, { rule: ENTRY_RULE });
    if ((result.value as Model | undefined)?.declarations) return result;
  } catch (error) {
    // Where the stack overflows inside a handler of Langium, a half-made node makes a TypeError of it.
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
  }
  // An exception leaves the parser half way; it cannot be used again.
  discardGrammarServices();
  return undefined;
}
