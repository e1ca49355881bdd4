import { displayWidth } from '@jixiao/core';
import type { IToken } from 'chevrotain';
import type { AstNode, LeafCstNode } from 'langium';
import type * as ast from '../../generated/ast.js';
import type { PerfLexingReport } from '../../syntax/lexer.js';
import { grammarServices } from '../../syntax/parser.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { rootOf } from '../cursor.js';
import { isProseBlock, leavesAroundProse, leavesBelow } from '../syntax-nodes.js';
import { WORK } from '../work.js';
import { commentText, type Respelling, spellingOf } from './spelling.js';

/**
 * A stretch of text that formatting moves as a whole: a token, a comment, or what a line of prose
 * has between its interpolations. Atoms never leave their order and never span lines; everything
 * between them is white space.
 */
export interface Atom {
  /** Place in the text of the piece. */
  readonly start: number;
  readonly end: number;
  /** Line in the source, counted from the piece. */
  readonly line: number;
  /** What stands there after formatting, and how many columns it takes. */
  readonly text: string;
  readonly width: number;
  /** Name of the token's type: a mark in its half-width form, a Chinese keyword, `NAME`, `COMMENT` … */
  readonly kind: string;
  /** The syntax node that the token belongs to directly; undefined for comments. */
  readonly node: AstNode | undefined;
}

export const COMMENT = 'COMMENT';
export const TEXT = 'TEXT';
export const PROSE_OPEN = 'PROSE_OPEN';
export const PROSE_CLOSE = 'PROSE_CLOSE';

const PROSE_KINDS: ReadonlySet<string> = new Set([TEXT, PROSE_OPEN, PROSE_CLOSE]);

/** The atoms of a piece that was read without errors. */
export function atomsOf(piece: ParsedPiece, respelling: Respelling): Atom[] {
  const atoms: Atom[] = [];
  for (const part of leavesAroundProse(rootOf(piece))) {
    if (isProseBlock(part)) addProse(part, respelling, atoms);
    else if (kindOf(part) !== MISSING) atoms.push(atom(part, spellingOf(part, respelling)));
  }
  const comments = commentsIn(piece.text).map((token) => commentAtom(token, respelling));
  return comments.length === 0 ? atoms : [...atoms, ...comments].sort((a, b) => a.start - b.start);
}

/** What stands for a value that was left out is no text. */
const MISSING = 'MISSING';

/** The atoms of blocks of prose as if each began its text; an edit elsewhere leaves them as they are. */
const KEPT_PROSE = new WeakMap<ast.Prose, readonly Atom[]>();

function addProse(prose: ast.Prose, respelling: Respelling, atoms: Atom[]): void {
  // What names are written as depends on what they stand for.
  if (respelling.keywords !== 'keep') {
    atoms.push(...proseAtoms(prose, respelling));
    return;
  }
  const { offset = 0, range } = prose.$cstNode ?? {};
  const line = range?.start.line ?? 0;
  let kept = KEPT_PROSE.get(prose);
  if (!kept) {
    WORK.words++;
    kept = proseAtoms(prose, respelling).map((own) => movedBy(own, -offset, -line));
    KEPT_PROSE.set(prose, kept);
  }
  for (const own of kept) atoms.push(movedBy(own, offset, line));
}

function movedBy({ start, end, line, text, width, kind, node }: Atom, offset: number, lines: number): Atom {
  return { start: start + offset, end: end + offset, line: line + lines, text, width, kind, node };
}

function proseAtoms(prose: ast.Prose, respelling: Respelling): Atom[] {
  const leaves = leavesBelow(prose.$cstNode).filter((leaf) => kindOf(leaf) !== MISSING);
  return leaves.flatMap((leaf, index) =>
    kindOf(leaf) === TEXT
      ? textAtoms(leaf, leaves[index - 1], leaves[index + 1])
      : [atom(leaf, spellingOf(leaf, respelling))],
  );
}

/** Each kind of bracket has prose tokens of its own, which are named after it behind a blank. */
function kindOf({ tokenType: { name } }: LeafCstNode): string {
  const blank = name.indexOf(' ');
  const kind = blank > 0 ? name.slice(0, blank) : name;
  return blank > 0 && PROSE_KINDS.has(kind) ? kind : name;
}

function atom(leaf: LeafCstNode, text: string): Atom {
  return {
    start: leaf.offset,
    end: leaf.end,
    line: leaf.range.start.line,
    text,
    width: displayWidth(text),
    kind: kindOf(leaf),
    node: leaf.astNode,
  };
}

function commentsIn(text: string): readonly IToken[] {
  // The tree has no comments; the text is read again for them only where there may be some.
  if (!/\/\/|／／/.test(text)) return [];
  const { report } = grammarServices().parser.Lexer.tokenize(text);
  return (report as PerfLexingReport).comments;
}

function commentAtom(token: IToken, respelling: Respelling): Atom {
  const image = token.image.trimEnd();
  const text = commentText(image, respelling);
  return {
    start: token.startOffset,
    end: token.startOffset + image.length,
    line: (token.startLine ?? 1) - 1,
    text,
    width: displayWidth(text),
    kind: COMMENT,
    node: undefined,
  };
}

/**
 * The lines of a stretch of prose. White space at the ends of a line does not reach the paper;
 * what stands beside an interpolation does.
 */
function textAtoms(leaf: LeafCstNode, before: LeafCstNode | undefined, after: LeafCstNode | undefined): Atom[] {
  const lines = leaf.text.split('\n');
  let offset = leaf.offset;
  return lines.flatMap((line, index): Atom[] => {
    const lineStart = offset;
    offset += line.length + 1;
    const beginsLine = index > 0 || (before !== undefined && kindOf(before) === PROSE_OPEN);
    const endsLine = index < lines.length - 1 || (after !== undefined && kindOf(after) === PROSE_CLOSE);
    const from = beginsLine ? line.length - line.trimStart().length : 0;
    const to = endsLine ? Math.max(from, endOfWords(line)) : line.length;
    if (to === from) return [];
    const text = line.slice(from, to);
    return [
      {
        start: lineStart + from,
        end: lineStart + to,
        line: leaf.range.start.line + index,
        text,
        width: displayWidth(text),
        kind: TEXT,
        node: leaf.astNode,
      },
    ];
  });
}

/** Where the words of a line end. A blank behind a backslash belongs to them: the two are one sign. */
function endOfWords(line: string): number {
  const end = line.trimEnd().length;
  const backslashes = /\\*$/.exec(line.slice(0, end))?.[0].length ?? 0;
  return backslashes % 2 === 1 ? Math.min(end + 1, line.length) : end;
}
