import { comparePositions, type Finding, type Span } from '@jixiao/core';
import { AstUtils, type CstNode, CstUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { allowancesIn } from './allowances.js';
import type { PerfLexingReport } from './lexer.js';
import { grammarServices } from './parser.js';
import type { ParsedPiece } from './source-file.js';
import { type Move, moveWhatFollows, place, replace, setText } from './splice.js';
import { syntaxFindings } from './syntax-findings.js';
import { type Difference, differenceOf } from './text-difference.js';

/*
 * Typing in a long report. The report is one piece, but a block of prose between its brackets, or a
 * section that ends with one, is closed in itself: where an edit stays inside, only that is read
 * anew and put into the tree in place of the old; what stands below is moved.
 */

/** An item of a report that ends with a bracket of its own. */
type ClosedItem = ast.Prose | ast.Section | ast.Annex;

/** How many items, from the inside out, are tried before the whole piece is read. */
const MOST_TRIES = 3;

/** Findings of a tree whose brackets are where the author meant them to be. */
const HARMLESS: ReadonlySet<string> = new Set(['syntax/missing-value']);

/**
 * The piece for a new text, made by reading one item of a report anew and using the tree of the old
 * piece for the rest; undefined where the edit reaches outside every such item, or where the item
 * does not end as it did. The old piece must not be used afterwards.
 */
export function patchItem(old: ParsedPiece, text: string, offset: number): ParsedPiece | undefined {
  const [declaration, ...others] = old.declarations;
  if (declaration?.$type !== 'ReportDeclaration' || !declaration.$cstNode || others.length > 0) return undefined;
  const difference = differenceOf(old.text, text);
  for (const item of itemsAround(declaration.$cstNode, difference).slice(0, MOST_TRIES)) {
    const patched = withItemReadAnew(item, declaration, old, text, offset);
    if (patched) return patched;
  }
  return undefined;
}

function withItemReadAnew(
  item: ClosedItem,
  declaration: ast.ReportDeclaration,
  old: ParsedPiece,
  text: string,
  offset: number,
): ParsedPiece | undefined {
  const cst = item.$cstNode;
  if (!cst || (item.$type !== 'Prose' && old.findings.some(({ code }) => !HARMLESS.has(code)))) return undefined;
  const delta = text.length - old.text.length;
  const read = readItem(item.$type, text.slice(cst.offset, cst.end + delta), cst.range.start.character, old);
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
  const shifted = moves(old.text, cst.end, move)
    ? [...itemsIn(declaration)].filter(({ $cstNode: other }) => other !== undefined && other.offset >= cst.end)
    : [];
  const placed = place(read.item, cst.offset - before.start.character, before.start.line);
  move.columns = placed.end - before.end.character;
  replace(item, read.item);
  setText(declaration.$cstNode as CstNode, text);
  moveWhatFollows(read.item.$cstNode as CstNode, move);
  const findings = read.findings.map((finding) => movedFinding(finding, before.start.line));
  return {
    text,
    offset,
    anchor: old.anchor,
    declarations: old.declarations,
    allowances: old.allowances,
    findings: [...elsewhere, ...findings],
    stale: [item, ...shifted],
  };
}

/** Whether an item behind the edited one has to move; brackets that close what is around it are none. */
function moves(text: string, end: number, { lines }: Move): boolean {
  if (lines !== 0) return true;
  const lineEnd = text.indexOf('\n', end);
  return /[^\s}｝\]］】]/.test(text.slice(end, lineEnd < 0 ? undefined : lineEnd));
}

/** The closed items that strictly contain a difference, outer brackets excluded, from the inside out. */
function itemsAround(root: CstNode, { from, oldEnd }: Difference): ClosedItem[] {
  const leaf = CstUtils.findLeafNodeBeforeOffset(root, from) ?? CstUtils.findLeafNodeAtOffset(root, from);
  const items: ClosedItem[] = [];
  const isItem = (node: unknown): node is ClosedItem => ast.isProse(node) || ast.isSection(node) || ast.isAnnex(node);
  let item = leaf && AstUtils.getContainerOfType(leaf.astNode, isItem);
  while (item) {
    const { $cstNode: cst } = item;
    if (cst && cst.offset < from && oldEnd < cst.end && isClosed(item)) items.push(item);
    item = AstUtils.getContainerOfType(item.$container, isItem);
  }
  return items;
}

function isClosed(item: ClosedItem): boolean {
  if (item.$type === 'Prose') return item.cut === undefined && item.close !== undefined;
  const text = item.$cstNode?.text ?? '';
  return CLOSING.has(text.at(-1) ?? '');
}

const CLOSING: ReadonlySet<string> = new Set(['}', '｝', ']', '］', '】']);

/** Reads an item on its own, as if it began in its column of an empty line. */
function readItem(type: ClosedItem['$type'], text: string, column: number, old: ParsedPiece) {
  const padded = ' '.repeat(column) + text;
  const result = grammarServices().parser.LangiumParser.parse<ClosedItem>(padded, { rule: type });
  const { gaps, comments, proseComments } = result.lexerReport as PerfLexingReport;
  const item = result.value as ClosedItem | undefined;
  const isWhole =
    result.parserErrors.length === 0 &&
    item?.$type === type &&
    isClosed(item) &&
    item.$cstNode?.end === padded.length &&
    !gaps.some(({ kind }) => kind === 'prose' || kind === 'block');
  if (!item || !isWhole || allowancesIn([...comments, ...proseComments], padded, old.anchor).length > 0)
    return undefined;
  const findings = syntaxFindings({ ...result, gaps, text: padded, anchor: old.anchor });
  if (type !== 'Prose' && findings.some(({ code }) => !HARMLESS.has(code))) return undefined;
  return { item, findings, lines: text.split('\n').length - 1 };
}

/** All items of a report, each before what is inside it. */
function* itemsIn(node: ast.ReportDeclaration | ast.ReportItem | ast.ItemBlock): Generator<ast.ReportItem> {
  if (node.$type === 'ReportDeclaration') {
    for (const item of node.block?.items ?? []) yield* withItems(item);
  } else if (node.$type === 'ItemBlock') {
    for (const item of node.items) yield* withItems(item);
  } else if (node.$type === 'Section' || node.$type === 'Annex') {
    yield* node.prose;
    for (const block of node.blocks) yield* itemsIn(block);
  } else if (node.$type === 'Landscape' && node.block) yield* itemsIn(node.block);
}

function* withItems(item: ast.ReportItem): Generator<ast.ReportItem> {
  yield item;
  yield* itemsIn(item);
}

function isWithin(span: Span, range: CstNode['range']): boolean {
  return comparePositions(span.start, range.start) >= 0 && comparePositions(span.end, range.end) <= 0;
}

function movedFinding(finding: Finding, lines: number): Finding {
  const { anchor, start, end } = finding.at;
  const at = { anchor, start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } };
  return { ...finding, at };
}
