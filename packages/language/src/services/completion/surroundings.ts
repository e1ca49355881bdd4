import type { Language } from '@jixiao/core';
import type { IToken } from 'chevrotain';
import { type AstNode, CstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Context } from '../../evaluation/context.js';
import type { Rubric } from '../../evaluation/rubric.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { isNameToken } from '../../syntax/missing-values.js';
import { unquotedName } from '../../syntax/value-converter.js';
import { rootOf } from '../cursor.js';
import { reportProperties } from '../navigation/expression-context.js';
import type { Block, BlockKind, Nesting } from './blocks.js';
import { pathEndingAt } from './place.js';
import type { Reading } from './reading.js';

/** Everything that a provider of completions may look at. */
export interface Surroundings {
  readonly analysis: Analysis;
  readonly reading: Reading;
  readonly nesting: Nesting;
  /** What an expression at the cursor would see; nothing that is found wrong is reported. */
  readonly context: Context;
  /** The language of explanations. */
  readonly language: Language;
  /** The language in which the file spells its keywords. */
  readonly spelling: Language;
}

/** The name that the header of a block gives to what is inside, such as 支出 in `预算 支出 {`. */
export function nameOfBlock({ kind, header }: Block): string | undefined {
  const named = header[hasKeyword(kind, header) ? 1 : 0];
  return named && isNameToken(named) ? unquotedName(named.image) : undefined;
}

function hasKeyword(kind: BlockKind, header: readonly IToken[]): boolean {
  if (kind === 'indicator-group' || kind === 'taxonomy') return false;
  return kind !== 'figures' || ['按', '其中'].includes(canonicalKeyword(header[0]?.image ?? ''));
}

/** The names around the cursor, from the outermost declaration inwards. */
export function namesAround(nesting: Nesting): string[] {
  return nesting.blocks.slice(1).flatMap((block) => nameOfBlock(block) ?? []);
}

/** The syntax node of a block that is open at the cursor, if the parser could read it. */
export function nodeOfBlock(reading: Reading, block: Block): AstNode | undefined {
  const root = rootOf(reading.piece);
  if (!root || !block.opening) return undefined;
  const leaf = CstUtils.findLeafNodeAtOffset(root, block.opening.startOffset);
  return leaf?.offset === block.opening.startOffset ? leaf.astNode : undefined;
}

/** What an expression at the cursor sees. */
export function contextAtCursor(analysis: Analysis, reading: Reading, nesting: Nesting): Context {
  const { anchor } = reading.piece;
  // Lookups for the sake of a list are no reason to evaluate the declaration anew.
  const scope = analysis.evaluation.scopeOf(anchor.file);
  const context: Context = { ...analysis.evaluation.contextAt(anchor), scope, report: () => undefined };
  const outermost = nesting.blocks[1];
  switch (outermost?.kind) {
    case 'unit':
    case 'table':
      return { ...context, around: namesAround(nesting), ...rowAtCursor(reading, nesting) };
    case 'indicators':
      return { ...context, around: namesAround(nesting).slice(0, 1) };
    case 'report': {
      const node = reportAround(reading, nesting);
      const unit = node && reportProperties(node, reading.piece, analysis).unit;
      return unit ? { ...context, around: [unit.name] } : context;
    }
    default:
      return { ...context, ...rowAtCursor(reading, nesting) };
  }
}

/** In the formula of a column the other columns are in sight. */
function rowAtCursor(reading: Reading, nesting: Nesting): Pick<Context, 'row'> | undefined {
  const { innermost } = nesting;
  const statement = innermost.statements.at(-1) ?? [];
  if (innermost.kind !== 'table' || canonicalKeyword(statement[0]?.image ?? '') !== '列') return undefined;
  const opening = nodeOfBlock(reading, innermost);
  const table = opening && definitionsOf(reading.piece).tables.get(opening.$container as ast.FigureDeclaration);
  return table && { row: table.root };
}

export function reportAround(reading: Reading, nesting: Nesting): ast.ReportDeclaration | undefined {
  const outermost = nesting.blocks[1];
  const block = outermost?.kind === 'report' ? nodeOfBlock(reading, outermost) : undefined;
  return block?.$type === 'ReportBlock' ? (block as ast.ReportBlock).$container : undefined;
}

/** The rubric in force: of the indicator table around the cursor, or the one that is being declared. */
export function rubricInForce({
  nesting,
  analysis,
  reading,
}: Pick<Surroundings, 'nesting' | 'analysis' | 'reading'>): Rubric | undefined {
  const [, outermost] = nesting.blocks;
  if (outermost?.kind !== 'indicators' && outermost?.kind !== 'rubric') return undefined;
  const path = outermost.kind === 'rubric' ? [nameOfBlock(outermost) ?? ''] : namedAfter(outermost.header, '采用');
  if (!path) return undefined;
  const found = analysis.evaluation
    .scopeOf(reading.piece.anchor.file)
    .resolve(path, [], (symbol) => symbol.kind === 'rubric');
  if (found.kind !== 'found' || found.symbol.kind !== 'rubric') return undefined;
  return analysis.evaluation.rubric(found.symbol.node, found.symbol.nameSpan.anchor);
}

/** The path behind a keyword of a header. */
export function namedAfter(header: readonly IToken[], keyword: string): string[] | undefined {
  const at = header.findIndex(({ image }, index) => index > 0 && canonicalKeyword(image) === keyword);
  if (at < 0) return undefined;
  let end = at + 1;
  while (header[end + 1]?.tokenType.name === '.') end += 2;
  return end < header.length ? pathEndingAt(header, end) : undefined;
}
