import type { Position } from '@jixiao/core';
import { type AstNode, type CstNode, CstUtils, type LeafCstNode } from 'langium';
import type { ParsedPiece, SourceFile } from '../syntax/source-file.js';

/** A place in a file as the syntax sees it. */
export interface Cursor {
  readonly source: SourceFile;
  readonly piece: ParsedPiece;
  /** Offset in the text of the piece. */
  readonly offset: number;
  /** The token at the place, or directly before it; undefined in white space and comments. */
  readonly leaf: LeafCstNode | undefined;
  /** The innermost syntax node around the place. */
  readonly node: AstNode | undefined;
}

/** The piece in which a line of a file lies. */
export function pieceAt(source: SourceFile, line: number): ParsedPiece | undefined {
  let low = 0;
  let high = source.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.pieces[middle]?.anchor.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return source.pieces[low];
}

/** What lies at a position of a file. */
export function cursorAt(source: SourceFile, position: Position): Cursor | undefined {
  const piece = pieceAt(source, position.line);
  if (!piece) return undefined;
  const offset = offsetIn(piece.text, { line: position.line - piece.anchor.line, character: position.character });
  const root = rootOf(piece);
  const leaf = root && CstUtils.findLeafNodeBeforeOffset(root, offset);
  const touching = leaf && leaf.offset <= offset && offset <= leaf.end ? leaf : undefined;
  return { source, piece, offset, leaf: touching, node: (touching ?? leaf)?.astNode };
}

/** The concrete syntax of a piece; undefined for one that could not be read at all. */
export function rootOf(piece: ParsedPiece): CstNode | undefined {
  return piece.declarations[0]?.$cstNode?.root;
}

/** Offset of a position in a text; past the end of a line, that end. */
export function offsetIn(text: string, position: Position): number {
  let start = 0;
  for (let line = 0; line < position.line; line++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + position.character, end < 0 ? text.length : end);
}
