import type { Span } from '@jixiao/core';
import { splitQuantity } from '../../evaluation/expression.js';
import * as ast from '../../generated/ast.js';
import { usualUnits } from '../units-of-measure.js';
import { unitsIn } from '../vocabulary.js';
import type { CursorSite } from './cursor-site.js';

/** A number as it is written, in a formula or in running text. */
export interface Literal {
  /** The node in a formula; undefined in prose. */
  readonly node: ast.Quantity | undefined;
  readonly span: Span;
  /** As it is written. */
  readonly text: string;
  /** Its digits without grouping. */
  readonly digits: string;
  readonly symbol: string;
  /** In prose, what stands before it on its line. */
  readonly before: string;
}

/** The literal under the cursor. */
export function literalAt(site: CursorSite): Literal | undefined {
  return site.isInProse ? literalInProse(site) : literalInCode(site);
}

function literalInCode(site: CursorSite): Literal | undefined {
  const node = site.cursor.leaf?.astNode;
  if (!ast.isQuantity(node)) return undefined;
  const parts = splitQuantity(node.literal);
  return parts && { node, span: site.spanOf(node), text: node.$cstNode?.text ?? '', ...parts, before: '' };
}

const AMOUNT = /[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?/g;

function literalInProse(site: CursorSite): Literal | undefined {
  const { leaf, offset } = site.cursor;
  if (!leaf) return undefined;
  const { text } = site.piece;
  const start = Math.max(leaf.offset, text.lastIndexOf('\n', offset - 1) + 1);
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(start, lineEnd < 0 ? leaf.end : Math.min(leaf.end, lineEnd));
  if (/^\s*(?:\/\/|／／)/.test(line)) return undefined;
  for (const match of line.matchAll(AMOUNT)) {
    const symbol = unitBehind(line.slice(match.index + match[0].length), site);
    const from = start + match.index;
    const written = match[0] + symbol;
    if (symbol === '' || offset < from || offset > from + written.length) continue;
    return {
      node: undefined,
      span: site.between(site.position(from), site.position(from + written.length)),
      text: written,
      digits: match[0].replaceAll(',', ''),
      symbol,
      before: line.slice(0, match.index),
    };
  }
  return undefined;
}

/** The longest unit that the file or reports in general use and that stands at the beginning of a text. */
function unitBehind(text: string, site: CursorSite): string {
  const known = [...unitsIn(site.source), ...usualUnits(), '座', '口', '家', '辆', '所', '‰'];
  const fitting = known.filter((unit) => unit !== '' && text.startsWith(unit));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? '';
}
