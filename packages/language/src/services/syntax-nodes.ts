import type { AstNode, CompositeCstNode, CstNode, LeafCstNode } from 'langium';
import type * as ast from '../generated/ast.js';

/*
 * Walks through the syntax that run after every keystroke. The streams of the parser library do the
 * same with several objects a node; over a long report that is most of the time of an answer.
 */

/** Every node below one, itself first, outer nodes before inner ones. */
export function nodesBelow(root: AstNode): AstNode[] {
  const found: AstNode[] = [];
  collect(root, found, NONE);
  return found;
}

/** The same without what stands inside blocks of prose; the blocks themselves are there. */
export function nodesAroundProse(root: AstNode): AstNode[] {
  const found: AstNode[] = [];
  collect(root, found, PROSE);
  return found;
}

/** What stands in a declaration or an item of a report, without what stands inside further items; these themselves are there. */
export function nodesAroundItems(root: AstNode): AstNode[] {
  const found: AstNode[] = [root];
  eachContent(root, (child) => {
    collect(child, found, ITEMS);
  });
  return found;
}

/** Whether a node is an item of a report: remembered on its own by the evaluation. */
export function isItem(node: AstNode): node is ast.ReportItem {
  return ITEMS.has(node.$type);
}

/** The innermost item of a report around a node, itself included. */
export function itemAround(node: AstNode): ast.ReportItem | undefined {
  for (let at: AstNode | undefined = node; at; at = at.$container) if (isItem(at)) return at;
  return undefined;
}

const NONE: ReadonlySet<string> = new Set();
const PROSE: ReadonlySet<string> = new Set(['Prose']);
const ITEMS: ReadonlySet<string> = new Set<ast.ReportItem['$type']>([
  'Section',
  'Prose',
  'TableItem',
  'ChartItem',
  'ImageItem',
  'Annex',
  'Landscape',
  'PageBreak',
]);

/** The nodes directly inside one. */
export function contentsOf(node: AstNode): AstNode[] {
  const found: AstNode[] = [];
  eachContent(node, (child) => {
    found.push(child);
  });
  return found;
}

function collect(node: AstNode, found: AstNode[], closed: ReadonlySet<string>): void {
  found.push(node);
  if (closed.has(node.$type)) return;
  eachContent(node, (child) => {
    collect(child, found, closed);
  });
}

function eachContent(node: AstNode, visit: (child: AstNode) => void): void {
  const properties = node as unknown as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(node)) {
    if (key.charCodeAt(0) === DOLLAR) continue;
    const value = properties[key];
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (isNode(value[i])) visit(value[i]);
    } else if (isNode(value)) visit(value);
  }
}

const DOLLAR = 36;

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && typeof (value as AstNode).$type === 'string';
}

/** Tokens in the order of the text, and in the place of a block of prose the block. */
export type LeafOrProse = LeafCstNode | ast.Prose;

export function isProseBlock(part: LeafOrProse): part is ast.Prose {
  return '$type' in part;
}

/** Every token below a node. */
export function leavesBelow(root: CstNode | undefined): LeafCstNode[] {
  const found: LeafOrProse[] = [];
  if (root) collectLeaves(root, found, undefined);
  return found as LeafCstNode[];
}

/** The tokens below a node, blocks of prose as a whole. */
export function leavesAroundProse(root: CstNode | undefined): LeafOrProse[] {
  const found: LeafOrProse[] = [];
  if (root) collectLeaves(root, found, isWholeProse);
  return found;
}

type Isolate = (node: CompositeCstNode) => ast.Prose | undefined;

function collectLeaves(node: CstNode, found: LeafOrProse[], isolate: Isolate | undefined): void {
  if (!('content' in node)) {
    found.push(node as LeafCstNode);
    return;
  }
  const composite = node as CompositeCstNode;
  const prose = isolate?.(composite);
  if (prose) {
    found.push(prose);
    return;
  }
  const { content } = composite;
  for (let i = 0; i < content.length; i++) collectLeaves(content[i] as CstNode, found, isolate);
}

function isWholeProse(node: CompositeCstNode): ast.Prose | undefined {
  const own = (node as unknown as { readonly _astNode?: AstNode })._astNode;
  return own?.$type === 'Prose' && own.$cstNode === node ? (own as ast.Prose) : undefined;
}
