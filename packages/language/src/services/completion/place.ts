import type { IToken } from 'chevrotain';
import type { SymbolKind } from '../../evaluation/symbols.js';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { argumentAt } from './arguments.js';
import type { Block, BlockKind, Nesting } from './blocks.js';
import { continuationsOf } from './continuations.js';
import { endOf, type Reading } from './reading.js';
import { endsValue, mayBegin, STARTS, wantsArgument } from './statements.js';

/** One kind of thing that may be written at the cursor. */
export type Wanted =
  | { readonly kind: 'declarations' }
  /** Keywords, by their Chinese spelling. */
  | { readonly kind: 'keywords'; readonly words: readonly string[] }
  /** What begins a statement of the innermost block besides keywords: rows, properties, indicators, sections. */
  | { readonly kind: 'statements' }
  /** An expression. `prose`: what it prints matters. */
  | { readonly kind: 'values'; readonly prose: boolean }
  | { readonly kind: 'members'; readonly owner: readonly string[]; readonly prose: boolean }
  | { readonly kind: 'names'; readonly of: readonly SymbolKind[] }
  /** Words of a fixed list that are no keywords: 是, 否. */
  | { readonly kind: 'words'; readonly words: readonly (readonly [zh: string, en: string])[] }
  | { readonly kind: 'columns'; readonly statement: readonly IToken[] }
  | {
      readonly kind:
        | 'units'
        | 'points'
        | 'total'
        | 'grades'
        | 'methods'
        | 'parameters'
        | 'form-columns'
        | 'formats'
        | 'headings'
        | 'imports'
        | 'images'
        | 'codes';
    };

/** What may be written at the cursor; nothing in running text. */
export function placeOf(reading: Reading, nesting: Nesting): Wanted[] {
  switch (reading.mode) {
    case 'comment':
      return [{ kind: 'codes' }];
    case 'prose':
      return [];
    case 'format':
      return [{ kind: 'formats' }];
    case 'text':
      return insideText(nesting.innermost);
    case 'interpolation':
      return insideInterpolation(reading, nesting.interpolation ?? []);
    case 'code':
      return insideCode(reading, nesting.innermost);
  }
}

function insideText({ kind, statements }: Block): Wanted[] {
  const statement = statements.at(-1) ?? [];
  const first = canonicalKeyword(statement[0]?.image ?? '');
  if (statement.length !== 1) return [];
  if (kind === 'file' && first === '引入') return [{ kind: 'imports' }];
  if (kind !== 'report' && kind !== 'items') return [];
  if (first === '节') return [{ kind: 'headings' }];
  return first === '图片' ? [{ kind: 'images' }] : [];
}

function insideInterpolation(reading: Reading, tokens: readonly IToken[]): Wanted[] {
  const owner = ownerBeforeDot(tokens, reading);
  if (owner) return [{ kind: 'members', owner, prose: true }];
  if (isNumber(reading)) return [{ kind: 'units' }];
  const last = tokens.at(-1);
  return !last || !endsValue(last) ? [{ kind: 'values', prose: true }] : [];
}

function insideCode(reading: Reading, block: Block): Wanted[] {
  const statement = block.statements.at(-1) ?? [];
  const owner = ownerBeforeDot(statement, reading);
  if (owner) return [{ kind: 'members', owner, prose: false }];
  const line = lineOf(reading);
  const previous = statement.at(-1);
  const isNewLine = (previous?.endLine ?? 0) !== line;
  const isOpen = previous !== undefined && (!endsValue(previous) || wantsArgument(block.kind, statement, isNewLine));
  if (isNumber(reading)) {
    const points: Wanted[] = isOpen ? [] : continuationsOf(block.kind, statement);
    return [...points.filter(({ kind }) => kind === 'points'), { kind: 'units' }];
  }
  if (isOpen) return argumentAt(block.kind, statement);
  const wanted: Wanted[] = [];
  const begins = mayBegin(block.kind, statement, '', line);
  if (!isNewLine || isIndicatorBlock(block)) wanted.push(...continuationsOf(block.kind, statement));
  if (begins && (isNewLine || isSettled(block, statement))) {
    if (block.kind === 'file') wanted.push({ kind: 'declarations' });
    else wanted.push({ kind: 'statements' }, { kind: 'keywords', words: STARTS[block.kind] });
  }
  if (block.kind !== 'file' && isAtLineStart(reading)) wanted.push({ kind: 'declarations' });
  return wanted;
}

/** The names before the dot at the end of the tokens; undefined where no dot is, or not directly before the cursor. */
export function ownerBeforeDot(tokens: readonly IToken[], reading: Reading): string[] | undefined {
  const dot = tokens.at(-1);
  if (dot?.tokenType.name !== '.' || endOf(dot) !== reading.partial.start) return undefined;
  return pathEndingAt(tokens, tokens.length - 2);
}

/** The path of names whose last segment stands at this index, outermost first. */
export function pathEndingAt(tokens: readonly IToken[], index: number): string[] {
  const path: string[] = [];
  for (let at = index; at >= 0; at -= 2) {
    const segment = tokens[at];
    if (!segment || !endsValue(segment)) break;
    path.unshift(segment.image.replace(/^[「`]|[」`]$/g, ''));
    if (tokens[at - 1]?.tokenType.name !== '.') break;
  }
  return path;
}

function isNumber({ partial }: Reading): boolean {
  return /^[0-9０-９]/.test(partial.text);
}

function isIndicatorBlock({ kind }: Block): boolean {
  return kind === 'indicators' || kind === 'indicator-group';
}

/** Blocks that are also written in a single line. */
const IN_ONE_LINE: ReadonlySet<BlockKind> = new Set(['unit', 'table', 'figures', 'report', 'bands']);
/** Statements that take all of their line. */
const WHOLE_LINE: ReadonlySet<string> = new Set(['列', '核对']);

/** Whether a statement has all that it needs, so that another may follow on its line. */
function isSettled({ kind }: Block, statement: readonly IToken[]): boolean {
  if (kind === 'file') return false;
  const last = statement.at(-1)?.tokenType.name ?? '}';
  if (last === '}' || last.startsWith('PROSE_')) return true;
  const isValue = last !== 'NAME' || kind === 'unit' || kind === 'report';
  return (
    IN_ONE_LINE.has(kind) &&
    statement.length > 1 &&
    isValue &&
    !WHOLE_LINE.has(canonicalKeyword(statement[0]?.image ?? ''))
  );
}

function isAtLineStart({ piece, partial }: Reading): boolean {
  return partial.start === 0 || piece.text[partial.start - 1] === '\n';
}

function lineOf({ piece, partial }: Reading): number {
  let line = 1;
  for (let at = piece.text.indexOf('\n'); at >= 0 && at < partial.start; at = piece.text.indexOf('\n', at + 1)) line++;
  return line;
}
