import { isAllowance } from './allowances.js';
import { declarationStartsAt } from './declaration-start.js';

/** A stretch of a file that lexer and parser read on its own: one declaration with the comments above it. */
export interface Piece {
  readonly text: string;
  /** Line of the piece's first character, which always stands in column 0. */
  readonly line: number;
  /** Offset of the piece's first character. */
  readonly offset: number;
}

/**
 * Cuts a text where declarations begin at the start of a line, whatever was left open above.
 * Comment lines directly above a declaration belong to it, and so do those with an allowance above
 * empty lines: it speaks of the next line with code. The pieces make up the whole text.
 */
export function cutIntoPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let startLine = 0;
  let comments = -1;
  let commentsLine = 0;
  let allows = false;
  let line = 0;
  for (let offset = 0; ; ) {
    if (declarationStartsAt(text, offset)) {
      const cut = comments >= 0 ? comments : offset;
      if (cut > start) {
        pieces.push({ text: text.slice(start, cut), line: startLine, offset: start });
        start = cut;
        startLine = comments >= 0 ? commentsLine : line;
      }
      comments = -1;
    } else if (isCommentAt(text, offset)) {
      if (comments < 0) {
        comments = offset;
        commentsLine = line;
        allows = false;
      }
      allows ||= isAllowance(lineAt(text, offset));
    } else if (!allows || !isEmptyLine(text, offset)) {
      comments = -1;
    }
    const end = text.indexOf('\n', offset);
    if (end < 0) break;
    offset = end + 1;
    line++;
  }
  pieces.push({ text: text.slice(start), line: startLine, offset: start });
  return pieces;
}

function isEmptyLine(text: string, offset: number): boolean {
  return lineAt(text, offset).trim() === '';
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end);
}

function isCommentAt(text: string, offset: number): boolean {
  const two = text.slice(offset, offset + 2);
  return two === '//' || two === '／／';
}
