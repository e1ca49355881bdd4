import type { IToken } from 'chevrotain';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { addToken } from './statements.js';

/** What a pair of braces holds; `file` is the text outside of all braces. */
export type BlockKind =
  | 'file'
  | 'unit'
  /** The outermost block of a declaration of figures, where columns and checks belong. */
  | 'table'
  | 'figures'
  | 'indicators'
  | 'indicator-group'
  | 'rubric'
  | 'taxonomy'
  | 'grades'
  | 'bands'
  | 'cases'
  | 'outline'
  | 'form'
  | 'form-columns'
  | 'report'
  | 'items';

/** A block that is open at the cursor. */
export interface Block {
  readonly kind: BlockKind;
  /** The statement that opened it, without the brace: `节 "总体情况"`. */
  readonly header: readonly IToken[];
  /** The opening brace; the file has none. */
  readonly opening: IToken | undefined;
  /** What was written in it so far, by statements; blocks and prose inside are reduced to their brackets. */
  readonly statements: readonly (readonly IToken[])[];
}

interface OpenBlock extends Block {
  readonly statements: IToken[][];
}

/** Where the cursor stands: the open blocks from the outside in, and an open interpolation. */
export interface Nesting {
  readonly blocks: readonly Block[];
  readonly innermost: Block;
  /** Tokens behind `#{`; undefined outside of interpolations. */
  readonly interpolation: readonly IToken[] | undefined;
}

const DECLARED: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ['单位', 'unit'],
  ['预算', 'table'],
  ['人员', 'table'],
  ['数据', 'table'],
  ['指标', 'indicators'],
  ['评分办法', 'rubric'],
  ['提纲', 'outline'],
  ['表式', 'form'],
  ['报告', 'report'],
]);

const RULES: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ['体系', 'taxonomy'],
  ['等级', 'grades'],
  ['档次', 'bands'],
  ['方法', 'cases'],
]);

/** Follows the braces of the tokens before the cursor. */
export function nestingOf(tokens: readonly IToken[]): Nesting {
  const file: OpenBlock = { kind: 'file', header: [], opening: undefined, statements: [] };
  const blocks: OpenBlock[] = [file];
  let interpolation: IToken[] | undefined;
  for (const token of tokens) {
    const block = blocks.at(-1) ?? file;
    const kind = token.tokenType.name;
    if (kind === 'INTERPOLATION_OPEN') interpolation = [];
    else if (kind.startsWith('INTERPOLATION_')) interpolation = undefined;
    else if (kind.startsWith('PROSE_')) {
      interpolation = undefined;
      addToken(block.kind, block.statements, token);
    } else if (interpolation) interpolation.push(token);
    else if (kind === '{') {
      const header = [...(block.statements.at(-1) ?? [])];
      blocks.push({ kind: kindOf(block.kind, header), header, opening: token, statements: [] });
    } else if (kind === '}') {
      if (blocks.length > 1) blocks.pop();
      const around = blocks.at(-1) ?? file;
      addToken(around.kind, around.statements, token);
    } else if (!kind.startsWith('TEXT')) addToken(block.kind, block.statements, token);
  }
  return { blocks, innermost: blocks.at(-1) ?? file, interpolation };
}

function kindOf(around: BlockKind, header: readonly IToken[]): BlockKind {
  const first = canonicalKeyword(header[0]?.image ?? '');
  switch (around) {
    case 'file':
      return DECLARED.get(first) ?? 'file';
    case 'unit':
      return 'table';
    case 'table':
      return 'figures';
    case 'indicators':
      return 'indicator-group';
    case 'rubric':
      return RULES.get(first) ?? 'rubric';
    case 'form':
      return 'form-columns';
    case 'report':
      return 'items';
    default:
      return around;
  }
}
