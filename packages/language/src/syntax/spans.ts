import type { Anchor, Position, Span } from '@jixiao/core';
import { type AstNode, type CstNode, GrammarUtils } from 'langium';

/** The place of a syntax node; its piece was read on its own, so lines already count from the anchor. */
export function spanOf(node: AstNode | undefined, anchor: Anchor): Span {
  return node?.$cstNode ? spanOfCst(node.$cstNode, anchor) : emptySpan(anchor);
}

export function spanOfCst(node: CstNode, anchor: Anchor): Span {
  const { start, end } = node.range;
  return { anchor, start, end };
}

/** The place of one property of a node, such as an operator; of the whole node if it was not written. */
export function spanOfProperty(node: AstNode, property: string, anchor: Anchor): Span {
  const found = GrammarUtils.findNodeForProperty(node.$cstNode, property);
  return found ? spanOfCst(found, anchor) : spanOf(node, anchor);
}

/** The first token of a node: its keyword. */
export function spanOfKeyword(node: AstNode, anchor: Anchor): Span {
  const whole = spanOf(node, anchor);
  const text = node.$cstNode?.text ?? '';
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return {
    anchor,
    start: whole.start,
    end: { line: whole.start.line, character: whole.start.character + word.length },
  };
}

export function emptySpan(anchor: Anchor, at: Position = { line: 0, character: 0 }): Span {
  return { anchor, start: at, end: at };
}

/** What stands in the source for a node, without the comments around it. */
export function sourceText(node: AstNode | undefined): string {
  return node?.$cstNode?.text ?? '';
}
