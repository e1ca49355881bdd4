import { type CompositeCstNode, type CstNode, isLeafCstNode, type LeafCstNode } from 'langium';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { rootOf } from '../cursor.js';
import { sourceOf } from '../navigation/targets.js';
import { isProseBlock, leavesAroundProse } from '../syntax-nodes.js';
import { WORK } from '../work.js';

/** What can be folded away: blocks, prose, runs of comments, the imports on top. */
export function foldingRanges(analysis: Analysis, file: string): FoldingRange[] {
  const source = sourceOf(analysis, file);
  if (!source) return [];
  const ranges: FoldingRange[] = [];
  const add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  for (const piece of source.pieces) {
    for (const [first, last] of bracketsIn(piece)) add(first + piece.anchor.line, last + piece.anchor.line);
  }
  for (const [first, last] of runsOf(source.pieces.flatMap(commentLines))) add(first, last, FoldingRangeKind.Comment);
  for (const [first, last] of importRuns(source.pieces)) add(first, last, FoldingRangeKind.Imports);
  return distinct(ranges);
}

type Stretch = readonly [first: number, last: number];

const BRACKETS = new WeakMap<ParsedPiece, readonly Stretch[]>();

/** From the line that opens a block or prose to the last one inside; the closing bracket stays visible. */
function bracketsIn(piece: ParsedPiece): readonly Stretch[] {
  let brackets = BRACKETS.get(piece);
  if (!brackets) {
    WORK.folds++;
    // Nothing inside a block of prose can be folded.
    brackets = leavesAroundProse(rootOf(piece)).flatMap((part) => {
      const stretch = isProseBlock(part) ? proseStretch(part) : blockStretch(part);
      return stretch ? [stretch] : [];
    });
    BRACKETS.set(piece, brackets);
  }
  return brackets;
}

function blockStretch(leaf: LeafCstNode): Stretch | undefined {
  return leaf.tokenType.name === '{' ? stretchFrom(leaf) : undefined;
}

function proseStretch({ $cstNode }: ast.Prose): Stretch | undefined {
  let first: CstNode | undefined = $cstNode;
  while (first && 'content' in first) [first] = (first as CompositeCstNode).content;
  return first && stretchFrom(first);
}

function stretchFrom(opening: CstNode): Stretch | undefined {
  const around = opening.container;
  if (!around) return undefined;
  const last = around.content.at(-1);
  const isClosed = isLeafCstNode(last) && /^(?:\}|PROSE_CLOSE)/.test(last.tokenType.name);
  const { line } = around.range.end;
  return [opening.range.start.line, isClosed ? line - 1 : line];
}

const COMMENTS = new WeakMap<ParsedPiece, readonly number[]>();

/** Lines of the file that are comments. */
function commentLines(piece: ParsedPiece): number[] {
  let lines = COMMENTS.get(piece);
  if (!lines) {
    const isComment = (line: string) => /^[\s\u3000]*(?:\/\/|／／)/.test(line);
    lines = piece.text.split('\n').flatMap((line, index) => (isComment(line) ? [index] : []));
    COMMENTS.set(piece, lines);
  }
  return lines.map((line) => line + piece.anchor.line);
}

/** Lines that follow each other directly. */
function runsOf(lines: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}

function importRuns(pieces: readonly ParsedPiece[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  let open = false;
  for (const { anchor, declarations } of pieces) {
    for (const node of declarations) {
      const range = node.$cstNode?.range;
      const run = runs.at(-1);
      if (!ast.isImport(node) || !range) open = false;
      else if (open && run) run[1] = range.end.line + anchor.line;
      else {
        runs.push([range.start.line + anchor.line, range.end.line + anchor.line]);
        open = true;
      }
    }
  }
  return runs;
}

/** Of several constructs that begin on one line the outermost folds. */
function distinct(ranges: readonly FoldingRange[]): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const range of ranges) {
    const known = byLine.get(range.startLine);
    if (!known || known.endLine < range.endLine) byLine.set(range.startLine, range);
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}
