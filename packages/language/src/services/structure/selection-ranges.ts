import { comparePositions, type Position } from '@jixiao/core';
import { AstUtils, type CstNode } from 'langium';
import { Range, SelectionRange } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { splitProse } from '../../evaluation/prose-lines.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { type Cursor, cursorAt } from '../cursor.js';
import { sourceOf } from '../navigation/targets.js';
import { type Stretch, sentenceAround, wordAround } from './text-units.js';

/**
 * For each position the ranges to which a selection grows: the word, the token, then what it is
 * part of, up to the declaration and the file; in prose the word, the sentence, the paragraph.
 */
export function selectionRanges(analysis: Analysis, file: string, positions: readonly Position[]): SelectionRange[] {
  const source = sourceOf(analysis, file);
  return positions.map((position) => {
    const cursor = source && cursorAt(source, position);
    const ranges = source && cursor ? rangesAround(source, cursor, position) : [];
    return chain(ranges, position);
  });
}

/** One range in the next: those that do not hold the one before are left out. */
function chain(ranges: readonly Range[], position: Position): SelectionRange {
  let result: SelectionRange = { range: Range.create(position, position) };
  const nested = [...ranges].sort((a, b) => comparePositions(b.start, a.start) || comparePositions(a.end, b.end));
  const kept: Range[] = [];
  for (const range of nested) {
    const inner = kept.at(-1) ?? Range.create(position, position);
    if (contains(range, inner) && !contains(inner, range)) kept.push(range);
  }
  let parent: SelectionRange | undefined;
  for (const range of kept.reverse()) {
    parent = parent ? SelectionRange.create(range, parent) : SelectionRange.create(range);
    result = parent;
  }
  return result;
}

function contains(outer: Range, inner: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

function rangesAround(source: SourceFile, cursor: Cursor, position: Position): Range[] {
  const { piece, leaf, node } = cursor;
  const ranges: Range[] = [rangeOfOffsets(0, piece.text.trimEnd().length, piece), wholeFile(source)];
  const prose = node && AstUtils.getContainerOfType(node, ast.isProse);
  for (let at: CstNode | undefined = leaf ?? node?.$cstNode; at; at = at.container) {
    const kind = at === leaf ? leaf.tokenType.name : '';
    if (kind.startsWith('TEXT')) continue;
    if (at.container && at.length > 0) ranges.push(rangeOfOffsets(at.offset, at.end, piece));
    if (kind === 'STRING') ranges.push(...insideText(at, cursor));
  }
  if (prose) ranges.push(...insideProse(prose, cursor, position));
  return ranges;
}

/** A quoted text without its quotes, and the word in it. */
function insideText(leaf: CstNode, { piece, offset }: Cursor): Range[] {
  const closed = leaf.length > 1 && /["”]$/.test(leaf.text);
  const content: Stretch = { start: leaf.offset + 1, end: leaf.end - (closed ? 1 : 0) };
  if (offset < content.start || offset > content.end) return [];
  const word = wordAround(piece.text, offset, content);
  return [content, word].map(({ start, end }) => rangeOfOffsets(start, end, piece));
}

function insideProse(prose: ast.Prose, { piece, leaf, offset }: Cursor, position: Position): Range[] {
  const ranges: Range[] = [];
  const open = prose.$cstNode?.offset ?? 0;
  const end = (prose.$cstNode?.end ?? 0) - (prose.close ? 1 : 0);
  const inner = trimmed(piece.text, { start: open + 1, end });
  if (inner.start <= offset && offset <= inner.end) ranges.push(rangeOfOffsets(inner.start, inner.end, piece));
  const local = { line: position.line - piece.anchor.line, character: position.character };
  const line = splitProse(prose, piece.anchor).find(
    ({ start, end: last }) => comparePositions(start, local) <= 0 && comparePositions(local, last) <= 0,
  );
  if (!line) return ranges;
  const lineStart = offset - (local.character - line.start.character);
  const paragraph: Stretch = { start: lineStart, end: lineStart + line.end.character - line.start.character };
  ranges.push(rangeOfOffsets(paragraph.start, paragraph.end, piece));
  const sentence = sentenceAround(piece.text, offset, paragraph);
  ranges.push(rangeOfOffsets(sentence.start, sentence.end, piece));
  if (leaf?.tokenType.name.startsWith('TEXT')) {
    const run = { start: Math.max(leaf.offset, paragraph.start), end: Math.min(leaf.end, paragraph.end) };
    const word = wordAround(piece.text, offset, run);
    ranges.push(rangeOfOffsets(word.start, word.end, piece));
  }
  return ranges;
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const content = text.slice(start, end);
  const lead = content.length - content.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, content.trimEnd().length) };
}

function wholeFile({ text }: SourceFile): Range {
  const lines = text.split('\n');
  return Range.create(0, 0, lines.length - 1, lines.at(-1)?.length ?? 0);
}

function rangeOfOffsets(start: number, end: number, piece: ParsedPiece): Range {
  return Range.create(positionAt(start, piece), positionAt(end, piece));
}

function positionAt(offset: number, { text, anchor }: ParsedPiece): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: anchor.line + (before.match(/\n/g)?.length ?? 0), character: offset - lineStart };
}
