import type { Anchor } from '@jixiao/core';
import { type ParsedPiece, readSource } from '../../syntax/source-file.js';
import { formattedFile, splicesIn } from '../formatting/edits.js';
import { Places } from '../formatting/places.js';
import type { Change } from './changes.js';
import { composed, type Splice, spliced } from './splices.js';

/** What follows a piece while it is formatted on its own, so that its end is treated as it is in the file. */
const FOLLOWER = '核对 0 = 0';

/**
 * The changes, so that what was formatted before is formatted afterwards. Where a declaration was
 * laid out in another way already, its layout is left alone.
 */
export function tidied(changes: readonly Change[], pieces: readonly ParsedPiece[]): Change[] {
  const byAnchor = new Map<Anchor, Change[]>();
  for (const change of changes) {
    const { anchor } = change.span;
    byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), change]);
  }
  return [...byAnchor].flatMap(([anchor, list]) => {
    const index = pieces.findIndex((piece) => piece.anchor === anchor);
    const piece = pieces[index];
    if (!piece) return list;
    return tidiedPiece(list, piece, index === pieces.length - 1);
  });
}

function tidiedPiece(changes: readonly Change[], piece: ParsedPiece, isLast: boolean): Change[] {
  if (!isFormatted(piece, isLast)) return [...changes];
  const places = new Places(piece.text);
  const splices = changes
    .map(({ span, text }) => ({ start: places.offset(span.start), end: places.offset(span.end), text }))
    .sort((a, b) => a.start - b.start);
  const after = spliced(piece.text, splices);
  const further = formatting(after, isLast);
  if (further.length === 0) return [...changes];
  return composed(splices, further, after).map(({ start, end, text }) => ({
    span: { anchor: piece.anchor, start: places.at(start), end: places.at(end) },
    text,
  }));
}

const FORMATTED = new WeakMap<ParsedPiece, boolean>();

function isFormatted(piece: ParsedPiece, isLast: boolean): boolean {
  let known = FORMATTED.get(piece);
  if (known === undefined) {
    known = piece.findings.length === 0 && formatting(piece.text, isLast).length === 0;
    FORMATTED.set(piece, known);
  }
  return known;
}

/** What formatting would change in a text that stands in a file on its own or before something else. */
function formatting(text: string, isLast: boolean): readonly Splice[] {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const whole = isLast ? text : `${text}${FOLLOWER}${lineEnd}`;
  const splices = splicesIn(whole, formattedFile(readSource('', whole), {}));
  return splices.filter(({ end }) => end <= text.length);
}
