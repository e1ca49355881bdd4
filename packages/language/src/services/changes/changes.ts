import { comparePositions, type Position, rangeOf, type Span } from '@jixiao/core';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { Places } from '../formatting/places.js';
import { lspRange } from '../navigation/ranges.js';
import { type Splice, spliced } from './splices.js';

/** A stretch of a source and what is to stand there instead. */
export interface Change {
  readonly span: Span;
  readonly text: string;
  /** Of the text, the part that the author has to write; an editor can select it. */
  readonly placeholder?: string;
}

/** Changes by file, in the order of the text. */
export function byFile(changes: readonly Change[]): Map<string, Change[]> {
  const files = new Map<string, Change[]>();
  for (const change of changes) {
    const { file } = change.span.anchor;
    const known = files.get(file);
    if (known) known.push(change);
    else files.set(file, [change]);
  }
  for (const list of files.values()) list.sort(inOrder);
  return files;
}

function inOrder(a: Change, b: Change): number {
  return comparePositions(lspRange(a.span).start, lspRange(b.span).start);
}

/** The changes of one file by offsets in its text, in order. */
export function splicesOf(changes: readonly Change[], text: string): Splice[] {
  const places = new Places(text);
  const least = (position: Position) => Math.min(places.offset(position), text.length);
  return [...changes].sort(inOrder).map(({ span, text: replacement }) => {
    const { start, end } = rangeOf(span);
    return { start: least(start), end: least(end), text: replacement };
  });
}

/** The text of a file after changes that do not overlap. */
export function changedText(text: string, changes: readonly Change[]): string {
  return spliced(text, splicesOf(changes, text));
}

/** Splices as an editor takes them. */
export function textEditsOf(splices: readonly Splice[], text: string): TextEdit[] {
  const places = new Places(text);
  return splices.map((splice) => ({
    range: { start: places.at(splice.start), end: places.at(splice.end) },
    newText: splice.text,
  }));
}

/** Whether two changes touch the same text, or insert at one place. */
export function overlap(a: Change, b: Change): boolean {
  const [x, y] = [rangeOf(a.span), rangeOf(b.span)];
  if (x.file !== y.file) return false;
  const apart = comparePositions(x.end, y.start) <= 0 || comparePositions(y.end, x.start) <= 0;
  return !apart || comparePositions(x.start, y.start) === 0;
}

/** The changes as an editor takes them. */
export function workspaceEdit(changes: readonly Change[]): WorkspaceEdit {
  const files = [...byFile(changes)].map(([file, list]): [string, TextEdit[]] => [file, list.map(textEdit)]);
  return { changes: Object.fromEntries(files) };
}

export function textEdit({ span, text }: Change): TextEdit {
  return { range: lspRange(span), newText: text };
}
