import type { IToken } from 'chevrotain';
import {
  type CompositeCstNode,
  CompositeCstNodeImpl,
  CstNodeBuilder,
  type GrammarAST,
  type LangiumParser,
  LeafCstNodeImpl,
} from 'langium';

/*
 * A tree of tokens that can be moved without going through its tokens. An edit in a long report moves all that stands
 * below it; so how far a subtree was moved is noted at its top, and handed down when somebody asks where something
 * in it stands.
 */

/** The fields of a token that the parser library keeps to itself. */
interface Placed {
  _offset: number;
  _startLine: number;
  _endLine: number;
  _startColumn: number;
  _endColumn: number;
}

/** How far something is moved: characters of the text, and lines. */
export interface Shift {
  readonly offset: number;
  readonly lines: number;
}

export type Movable = MovableLeaf | MovableNode;

export class MovableLeaf extends LeafCstNodeImpl {
  override get offset(): number {
    takeOver(this);
    return super.offset;
  }

  override get end(): number {
    takeOver(this);
    return super.end;
  }

  override get range() {
    takeOver(this);
    return super.range;
  }

  shift({ offset, lines }: Shift): void {
    const placed = this as unknown as Placed;
    placed._offset += offset;
    placed._startLine += lines;
    placed._endLine += lines;
  }

  /** Moves what of it stands on a line along that line. */
  shiftColumns(line: number, columns: number): void {
    const placed = this as unknown as Placed;
    if (placed._startLine === line) placed._startColumn += columns;
    if (placed._endLine === line) placed._endColumn += columns;
  }
}

export class MovableNode extends CompositeCstNodeImpl {
  /** How far what is in it has been moved without having been told. */
  movedOffset = 0;
  movedLines = 0;

  override get range() {
    takeOver(this);
    return super.range;
  }

  /** Moves all of it. */
  shift({ offset, lines }: Shift): void {
    isAnythingMoved = true;
    this.movedOffset += offset;
    this.movedLines += lines;
    if (lines !== 0) this.forgetRange();
  }

  forgetRange(): void {
    (this as unknown as { _rangeCache: unknown })._rangeCache = undefined;
  }

  /** Tells its parts how far they have been moved. */
  handDown(): void {
    const shift = { offset: this.movedOffset, lines: this.movedLines };
    if (shift.offset === 0 && shift.lines === 0) return;
    this.movedOffset = 0;
    this.movedLines = 0;
    for (const child of this.content as Movable[]) child.shift(shift);
  }
}

/** Until something was moved, nobody need look whether it was. */
let isAnythingMoved = false;

/** Lets a node know how far what is around it has been moved. */
function takeOver({ container }: Movable): void {
  if (!isAnythingMoved) return;
  let isMoved = false;
  for (
    let around = container as MovableNode | undefined;
    around;
    around = around.container as MovableNode | undefined
  ) {
    // The root, which is not moved, is of the parser library's own kind.
    if (around.movedOffset || around.movedLines) isMoved = true;
  }
  if (isMoved) handDownTo(container as MovableNode);
}

/** From the outside in, so that each node hands down all that it was told. */
function handDownTo(node: MovableNode): void {
  if (node.container) handDownTo(node.container as MovableNode);
  if (node instanceof MovableNode) node.handDown();
}

class MovableTreeBuilder extends CstNodeBuilder {
  override buildCompositeNode(feature: GrammarAST.AbstractElement): CompositeCstNode {
    const node = new MovableNode();
    node.grammarSource = feature;
    const made = node as unknown as CompositeCstNode;
    this.appendChild(this.current as unknown as CompositeCstNode, made);
    (this as unknown as { nodeStack: CompositeCstNodeImpl[] }).nodeStack.push(node);
    return made;
  }

  protected override createLeafNode(token: IToken, hidden: boolean): MovableLeaf {
    const { startOffset, image, startLine, startColumn, endLine, endColumn, tokenType } = token;
    return new MovableLeaf(
      startOffset,
      image.length,
      (startLine as number) - 1,
      (startColumn as number) - 1,
      (endLine as number) - 1,
      endColumn as number,
      tokenType,
      hidden,
    );
  }
}

/** Makes a parser build trees that can be moved. */
export function buildMovableTrees(parser: LangiumParser): void {
  (parser as unknown as { nodeBuilder: CstNodeBuilder }).nodeBuilder = new MovableTreeBuilder();
}
