import { comparePositions, type Finding, type Span } from '@jixiao/core';
import {
  AstUtils,
  type CompositeCstNode,
  CompositeCstNodeImpl,
  type CstNode,
  CstUtils,
  type LeafCstNode,
  type RootCstNodeImpl,
} from 'langium';
import * as ast from '../generated/ast.js';
import { allowancesIn } from './allowances.js';
import type { PerfLexingReport } from './lexer.js';
import { grammarServices } from './parser.js';
import type { ParsedPiece } from './source-file.js';
import { syntaxFindings } from './syntax-findings.js';

/*
 * Typing in a long report. The report is one piece, but a block of prose between its brackets is
 * closed in itself: where an edit stays inside one, only that block is read anew and put into the
 * tree in place of the old one; what stands below is moved.
 */

/** Where a text differs from another: the same before `from` and after the two ends. */
interface Difference {
  readonly from: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * The piece for a new text, made by reading one block of prose anew and using the tree of the old
 * piece for the rest; undefined where the edit reaches outside a single block, or where the block
 * does not end as it did. The old piece must not be used afterwards.
 */
export function patchProse(old: ParsedPiece, text: string, offset: number): ParsedPiece | undefined {
  const [declaration, ...others] = old.declarations;
  if (!declaration?.$cstNode || others.length > 0) return undefined;
  const difference = differenceOf(old.text, text);
  const prose = proseAround(declaration.$cstNode, difference);
  const cst = prose?.$cstNode;
  if (!prose || !cst) return undefined;
  const delta = text.length - old.text.length;
  const read = readProse(text.slice(cst.offset, cst.end + delta), cst.range.start.character, old);
  if (!read) return undefined;
  const before = cst.range;
  const move: Move = {
    offset: delta,
    lines: read.lines - (before.end.line - before.start.line),
    line: before.end.line,
    columns: 0,
  };
  const belongsTo = (span: Span) => isWithin(span, before);
  const elsewhere = old.findings.filter((finding) => !belongsTo(finding.at));
  // Findings and allowances below would have to move as well; that is rare enough to read everything.
  if (
    move.lines !== 0 &&
    (elsewhere.some(({ at }) => at.start.line >= before.start.line) || old.allowances.length > 0)
  ) {
    return undefined;
  }
  if (elsewhere.some(({ at }) => at.start.line === before.end.line)) return undefined;
  if (move.lines === 0 && old.allowances.some(({ span }) => belongsTo(span))) return undefined;
  const shifted = move.lines === 0 ? [] : prosesAfter(declaration, cst.end);
  const placed = place(read.prose, cst.offset - before.start.character, before.start.line);
  move.columns = placed.end - before.end.character;
  replace(prose, read.prose);
  (declaration.$cstNode.root as unknown as Writable<RootCstNodeImpl>)._text = text;
  moveWhatFollows(read.prose.$cstNode as CstNode, move);
  const findings = read.findings.map((finding) => movedFinding(finding, before.start.line));
  return {
    text,
    offset,
    anchor: old.anchor,
    declarations: old.declarations,
    allowances: old.allowances,
    findings: [...elsewhere, ...findings],
    stale: [prose, ...shifted],
  };
}

function differenceOf(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (
    same < most - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  return { from, oldEnd: before.length - same, newEnd: after.length - same };
}

/** The block of prose that strictly contains a difference, brackets excluded. */
function proseAround(root: CstNode, { from, oldEnd }: Difference): ast.Prose | undefined {
  const leaf = CstUtils.findLeafNodeBeforeOffset(root, from) ?? CstUtils.findLeafNodeAtOffset(root, from);
  const prose = leaf && AstUtils.getContainerOfType(leaf.astNode, ast.isProse);
  const cst = prose?.$cstNode;
  if (!cst || prose.cut !== undefined || prose.close === undefined) return undefined;
  return cst.offset < from && oldEnd < cst.end ? prose : undefined;
}

/** Reads a block of prose on its own, as if it began in its column of an empty line. */
function readProse(text: string, column: number, old: ParsedPiece) {
  const padded = ' '.repeat(column) + text;
  const result = grammarServices().parser.LangiumParser.parse<ast.Prose>(padded, { rule: 'Prose' });
  const { gaps, proseComments } = result.lexerReport as PerfLexingReport;
  const prose = result.value as ast.Prose | undefined;
  const isWhole =
    result.parserErrors.length === 0 &&
    prose?.close !== undefined &&
    prose.cut === undefined &&
    prose.$cstNode?.end === padded.length;
  if (!prose || !isWhole || gaps.some(({ kind }) => kind === 'prose' || kind === 'block')) return undefined;
  if (allowancesIn(proseComments, padded, old.anchor).length > 0) return undefined;
  const findings = syntaxFindings({ ...result, gaps, text: padded, anchor: old.anchor });
  return { prose, findings, lines: text.split('\n').length - 1 };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] } & { _text: string };

/** How far what follows an edited block moves. Columns only on the line on which the block ended. */
interface Move {
  readonly offset: number;
  readonly lines: number;
  readonly line: number;
  columns: number;
}

interface MutableLeaf {
  _offset: number;
  _startLine: number;
  _endLine: number;
  _startColumn: number;
  _endColumn: number;
}

/** Puts the tokens of a block that was read alone where they stand in the piece. */
function place(prose: ast.Prose, offset: number, line: number): { end: number } {
  let end = 0;
  for (const leaf of leavesOf(prose.$cstNode as CompositeCstNode)) {
    const mutable = leaf as unknown as MutableLeaf;
    mutable._offset += offset;
    mutable._startLine += line;
    mutable._endLine += line;
    end = mutable._endColumn;
  }
  forgetRanges(prose.$cstNode as CstNode);
  return { end };
}

function* leavesOf(node: CstNode): Generator<LeafCstNode> {
  if (isComposite(node)) for (const child of node.content) yield* leavesOf(child);
  else yield node as LeafCstNode;
}

function isComposite(node: CstNode): node is CompositeCstNode {
  return 'content' in node;
}

function forgetRanges(node: CstNode): void {
  if (!isComposite(node)) return;
  (node as unknown as MutableComposite)._rangeCache = undefined;
  for (const child of node.content) forgetRanges(child);
}

/** Puts the new block into both trees in place of the old one. */
function replace(old: ast.Prose, fresh: ast.Prose): void {
  const oldCst = old.$cstNode as CompositeCstNode;
  const { container } = oldCst;
  const made = new CompositeCstNodeImpl();
  made.content = (fresh.$cstNode as CompositeCstNodeImpl).content;
  const freshCst = made as unknown as CompositeCstNode;
  Object.assign(made, { grammarSource: oldCst.grammarSource, container, astNode: fresh });
  for (const child of freshCst.content) Object.assign(child, { container: freshCst });
  if (container) (container.content as CstNode[])[container.content.indexOf(oldCst)] = freshCst;
  const { $container, $containerProperty, $containerIndex } = old;
  const list = ($container as unknown as Record<string, ast.Prose[]>)[$containerProperty ?? ''];
  if (list && $containerIndex !== undefined) list[$containerIndex] = fresh;
  Object.assign(fresh, { $container, $containerProperty, $containerIndex, $cstNode: freshCst });
}

function moveWhatFollows(from: CstNode, move: Move): void {
  for (let node = from; node.container; node = node.container) {
    const { content } = node.container;
    for (let i = content.indexOf(node) + 1; i < content.length; i++) moveNode(content[i] as CstNode, move);
    (node.container as unknown as MutableComposite)._rangeCache = undefined;
  }
}

interface MutableComposite {
  _rangeCache: unknown;
}

/** Runs over every token below an edit, so it does without generators and copies. */
function moveNode(node: CstNode, move: Move): void {
  if (!isComposite(node)) {
    moveLeaf(node as unknown as MutableLeaf, move);
    return;
  }
  (node as unknown as MutableComposite)._rangeCache = undefined;
  const { content } = node;
  for (let i = 0; i < content.length; i++) moveNode(content[i] as CstNode, move);
}

function moveLeaf(leaf: MutableLeaf, move: Move): void {
  if (leaf._startLine === move.line) leaf._startColumn += move.columns;
  if (leaf._endLine === move.line) leaf._endColumn += move.columns;
  leaf._offset += move.offset;
  leaf._startLine += move.lines;
  leaf._endLine += move.lines;
}

function prosesAfter(declaration: ast.Declaration, end: number): ast.Prose[] {
  return AstUtils.streamAst(declaration)
    .filter(ast.isProse)
    .filter((prose) => (prose.$cstNode?.offset ?? 0) >= end)
    .toArray();
}

function isWithin(span: Span, range: CstNode['range']): boolean {
  return comparePositions(span.start, range.start) >= 0 && comparePositions(span.end, range.end) <= 0;
}

function movedFinding(finding: Finding, lines: number): Finding {
  const { anchor, start, end } = finding.at;
  const at = { anchor, start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
  return { ...finding, at };
}
