import type { AstNode } from 'langium';
import { splitQuantity } from '../../../evaluation/expression.js';
import * as ast from '../../../generated/ast.js';
import type { Change } from '../../changes/changes.js';
import type { FixSite } from '../fix-site.js';

/**
 * A quantity such as `2799.37万元` in the manner of the one whose place it takes: without its unit
 * where that was left out, since it is written once for the whole table.
 */
export function inTheMannerOf(written: string, quantity: string): string {
  const before = splitQuantity(written);
  const now = splitQuantity(quantity);
  return before && now && before.symbol === '' ? now.digits : quantity;
}

/** Puts a quantity in the place of a literal; nothing where something else than a literal is written. */
export function putQuantity(node: AstNode | undefined, quantity: string, site: FixSite): Change | undefined {
  if (!ast.isQuantity(node) || !splitQuantity(quantity)) return undefined;
  return site.replace(node, inTheMannerOf(node.literal, quantity));
}
