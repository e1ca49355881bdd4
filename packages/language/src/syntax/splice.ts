import {
  type AstNode,
  type CompositeCstNode,
  CompositeCstNodeImpl,
  type CstNode,
  type LeafCstNode,
  type RootCstNodeImpl,
} from 'langium';

/*
 * Putting a part of a tree that was read on its own in the place of another, and moving what
 * follows. Positions live in the tokens; nodes of the tree work theirs out from them.
 */

type Writable<T> = { -readonly [K in keyof T]: T[K] } & { _text: string };

/** How far what follows an edited block moves. Columns only on the line on which the block ended. */
export interface Move {
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

/** Puts the tokens of an item that was read alone where they stand in the piece. */
export function place(item: AstNode, offset: number, line: number): { end: number } {
  let end = 0;
  for (const leaf of leavesOf(item.$cstNode as CompositeCstNode)) {
    const mutable = leaf as unknown as MutableLeaf;
    mutable._offset += offset;
    mutable._startLine += line;
    mutable._endLine += line;
    end = mutable._endColumn;
  }
  forgetRanges(item.$cstNode as CstNode);
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

/** The text that a tree was read from. */
export function setText(node: CstNode, text: string): void {
  (node.root as unknown as Writable<RootCstNodeImpl>)._text = text;
}

/** Puts a new node into both trees in place of an old one of its kind. */
export function replace(old: AstNode, fresh: AstNode): void {
  const oldCst = old.$cstNode as CompositeCstNode;
  const { container } = oldCst;
  const made = new CompositeCstNodeImpl();
  made.content = (fresh.$cstNode as CompositeCstNodeImpl).content;
  const freshCst = made as unknown as CompositeCstNode;
  Object.assign(made, { grammarSource: oldCst.grammarSource, container, astNode: fresh });
  for (const child of freshCst.content) Object.assign(child, { container: freshCst });
  if (container) (container.content as CstNode[])[container.content.indexOf(oldCst)] = freshCst;
  const { $container, $containerProperty, $containerIndex } = old;
  const list = ($container as unknown as Record<string, AstNode[]>)[$containerProperty ?? ''];
  if (list && $containerIndex !== undefined) list[$containerIndex] = fresh;
  Object.assign(fresh, { $container, $containerProperty, $containerIndex, $cstNode: freshCst });
}

/** Moves every token below a node that was put in. */
export function moveWhatFollows(from: CstNode, move: Move): void {
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
