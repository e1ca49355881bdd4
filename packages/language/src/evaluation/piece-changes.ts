import type { ParsedPiece, SourceFile } from '../syntax/source-file.js';
import { ANY_NAME, INDICATOR_TABLES, labelKey, labelsOf } from './scope.js';
import { definitionsOf, type PerfSymbol } from './symbols.js';

/** What became of the pieces of a file between two of its versions. */
export interface PieceChanges {
  readonly removed: readonly ParsedPiece[];
  readonly added: readonly ParsedPiece[];
  /** Whether nothing but this happened: each added piece stands where the removed one of the same index stood. */
  readonly inPlace: boolean;
}

const NO_PIECES: readonly ParsedPiece[] = [];

/** Compares two versions of a file; a piece whose order among the others changed counts as removed and added. */
export function pieceChanges(before: SourceFile | undefined, now: SourceFile | undefined): PieceChanges {
  if (before === now) return { removed: [], added: [], inPlace: true };
  const [was, is] = changedStretches(before?.pieces ?? NO_PIECES, now?.pieces ?? NO_PIECES);
  const old = new Set(was);
  const fresh = new Set(is);
  const kept = was.filter((piece) => fresh.has(piece));
  // Of two declarations of one name the first in the text counts, so a new order is a change too.
  const moved = is.filter((piece) => old.has(piece)).filter((piece, index) => piece !== kept[index]);
  const gone = was.filter((piece) => !fresh.has(piece));
  const come = is.filter((piece) => !old.has(piece));
  return {
    removed: [...gone, ...moved],
    added: [...come, ...moved],
    inPlace:
      was.length === is.length &&
      was.every((piece, i) => piece === is[i] || !(fresh.has(piece) || old.has(is[i] as ParsedPiece))),
  };
}

/** What two rows of pieces do not have in common at their beginnings and ends. */
function changedStretches(
  before: readonly ParsedPiece[],
  now: readonly ParsedPiece[],
): [readonly ParsedPiece[], readonly ParsedPiece[]] {
  const { start, end } = sameEnds(before, now);
  return [before.slice(start, before.length - end), now.slice(start, now.length - end)];
}

/** How many members two rows have in common at their beginnings and, of the rest, at their ends. */
export function sameEnds<T>(before: readonly T[], now: readonly T[]): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { start, end };
}

/**
 * The names that may stand for something else than before. A piece that was replaced in place and
 * declares the same paths as before changes no name: whoever found one of them rests on the piece.
 */
export function* changedNames({ removed, added, inPlace }: PieceChanges): Generator<string> {
  if (!inPlace) {
    for (const piece of [...removed, ...added])
      for (const symbol of definitionsOf(piece).symbols) yield* keysOf(symbol);
    return;
  }
  for (const [index, piece] of removed.entries()) {
    const other = added[index];
    yield* differingKeys(definitionsOf(piece).symbols, other ? definitionsOf(other).symbols : []);
  }
}

/** Keys of the symbols that only one of two pieces declares, or one more often than the other. */
function* differingKeys(before: readonly PerfSymbol[], now: readonly PerfSymbol[]): Generator<string> {
  const counts = new Map<string, { symbol: PerfSymbol; count: number }>();
  const count = (symbol: PerfSymbol, step: number) => {
    const key = JSON.stringify([symbol.kind, symbol.path, [...labelsOf(symbol)]]);
    const known = counts.get(key);
    if (known) known.count += step;
    else counts.set(key, { symbol, count: step });
  };
  for (const symbol of before) count(symbol, -1);
  for (const symbol of now) count(symbol, 1);
  for (const { symbol, count } of counts.values()) if (count !== 0) yield* keysOf(symbol);
}

/** What a lookup that may have met the symbol was noted as. */
function* keysOf(symbol: PerfSymbol): Generator<string> {
  yield symbol.path.at(-1) ?? '';
  yield ANY_NAME;
  if (symbol.kind === 'indicators') yield INDICATOR_TABLES;
  for (const label of labelsOf(symbol)) yield labelKey(label);
}
