import type { AstNode, CompositeCstNode, CstNode, RootCstNodeImpl } from 'langium';
import { type Movable, MovableNode } from './movable-tree.js';

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

/** Puts the tokens of an item that was read alone where they stand in the piece. */
export function place(item: AstNode, offset: number, lines: number): { end: number } {
  const { content, range } = item.$cstNode as CompositeCstNode;
  for (const child of content as Movable[]) child.shift({ offset, lines });
  return { end: range.end.character };
}

/** The text that a tree was read from. */
export function setText(node: CstNode, text: string): void {
  (node.root as unknown as Writable<RootCstNodeImpl>)._text = text;
}

/** Puts a new node into both trees in place of an old one of its kind. */
export function replace(old: AstNode, fresh: AstNode): void {
  const oldCst = old.$cstNode as CompositeCstNode;
  const { container } = oldCst;
  const made = new MovableNode();
  made.content = (fresh.$cstNode as CompositeCstNode).content as CstNode[];
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
  // What begins below the line on which the edited block ended is moved as a whole.
  let isBelow = false;
  for (let node = from; node.container; node = node.container) {
    const { content } = node.container;
    for (let i = content.indexOf(node) + 1; i < content.length; i++) {
      const sibling = content[i] as Movable;
      isBelow ||= sibling.range.start.line > move.line;
      if (isBelow) sibling.shift(move);
      else moveWithColumns(sibling, move);
    }
    if (node.container instanceof MovableNode) node.container.forgetRange();
  }
}

/** Moves a subtree of which something stands on the line on which the edited block ended. */
function moveWithColumns(node: Movable, move: Move): void {
  if (!(node instanceof MovableNode)) {
    node.shiftColumns(move.line, move.columns);
    node.shift(move);
    return;
  }
  node.handDown();
  node.forgetRange();
  for (const child of node.content as Movable[]) moveWithColumns(child, move);
}
