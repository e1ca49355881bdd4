import { CstUtils, isLeafCstNode } from 'langium';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { rootOf } from '../cursor.js';
import { sourceOf } from '../navigation/targets.js';

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
  for (const [first, last] of runsOf(commentLines(source.text))) add(first, last, FoldingRangeKind.Comment);
  for (const [first, last] of importRuns(source.pieces)) add(first, last, FoldingRangeKind.Imports);
  return distinct(ranges);
}

/** From the line that opens a block or prose to the last one inside; the closing bracket stays visible. */
function* bracketsIn(piece: ParsedPiece): Generator<[first: number, last: number]> {
  const root = rootOf(piece);
  for (const leaf of root ? CstUtils.flattenCst(root) : []) {
    const kind = leaf.tokenType.name;
    const around = leaf.container;
    if (!around || (kind !== '{' && !kind.startsWith('PROSE_OPEN'))) continue;
    const { line } = around.range.end;
    const last = around.content.at(-1);
    const isClosed = isLeafCstNode(last) && /^(?:\}|PROSE_CLOSE)/.test(last.tokenType.name);
    yield [leaf.range.start.line, isClosed ? line - 1 : line];
  }
}

function commentLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/^[\s\u3000]*(?:\/\/|／／)/.test(line) ? [index] : []));
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
