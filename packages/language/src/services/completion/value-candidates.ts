import { CompletionItemKind } from 'vscode-languageserver-types';
import { INDICATOR_ATTRIBUTES } from '../../evaluation/attributes.js';
import { isValue } from '../../evaluation/path.js';
import { METHOD_PARAMETERS } from '../../evaluation/scoring.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import { canonicalKeyword, keywordOf } from '../../grammar/keywords.js';
import { REQUIREMENT_NAMES } from '../../rules/requirements.js';
import { unquotedName } from '../../syntax/value-converter.js';
import { writtenPath } from '../written-name.js';
import { functionCandidates } from './function-candidates.js';
import type { Candidate } from './items.js';
import { printedText, symbolKind } from './printed-text.js';
import { type Sight, symbolsInSight } from './sight.js';
import type { Surroundings } from './surroundings.js';

/** What an expression may consist of, and whether names were left out because there are too many. */
export interface Candidates {
  readonly candidates: Candidate[];
  readonly isCut: boolean;
}

/** Rank behind all that is of use as it is. */
const FAR = 5;

/** Everything that an expression can mention at the cursor, the nearest first. */
export function valueCandidates(surroundings: Surroundings, prose: boolean): Candidates {
  const { seen, isCut } = symbolsInSight(surroundings, isValue, (symbol) => !isAround(symbol, surroundings));
  return {
    candidates: [
      ...localCandidates(surroundings),
      ...columnsOfRow(surroundings),
      ...seen.flatMap((sight) => symbolCandidates(sight, surroundings, prose)),
      ...functionCandidates(surroundings),
      conditional(surroundings),
    ],
    isCut,
  };
}

function symbolCandidates(sight: Sight, surroundings: Surroundings, prose: boolean): Candidate[] {
  const { symbol, path, rank } = sight;
  const label = writtenPath(path);
  const words = [...labelOf(symbol), ...symbol.path.slice(0, -1).reverse()];
  const detail = printedText(symbol, surroundings, prose);
  const own: Candidate = {
    label,
    kind: symbolKind(symbol),
    detail,
    words: [symbol.path.at(-1) ?? '', ...words],
    // What prints nothing is only of use with something behind a dot.
    rank: prose && detail === '' ? FAR : rank,
  };
  if (symbol.kind !== 'indicators') return [own];
  const attributes = surroundings.spelling === 'zh' ? ['总分', '等级'] : ['total', 'grade'];
  return [
    own,
    ...attributes.map((attribute): Candidate => {
      const text = printedText(symbol, surroundings, prose, attribute);
      return {
        label: `${label}.${attribute}`,
        kind: CompletionItemKind.Property,
        detail: text,
        words: [attribute, ...symbol.path],
        rank,
      };
    }),
  ];
}

/** The wording on paper, where it is not the name. */
function labelOf(symbol: PerfSymbol): string[] {
  if (symbol.kind === 'figure' && symbol.figure.labelled) return [symbol.figure.label];
  if (symbol.kind === 'column' && symbol.column.label !== symbol.column.name) return [symbol.column.label];
  return [];
}

/** A figure would refer to itself by the names of what it stands in. */
function isAround(symbol: PerfSymbol, { reading, nesting }: Surroundings): boolean {
  const outermost = nesting.blocks[1]?.kind ?? 'file';
  if (!['file', 'unit', 'table'].includes(outermost)) return false;
  if (symbol.span.anchor !== reading.piece.anchor || (symbol.kind !== 'figure' && symbol.kind !== 'group'))
    return false;
  const before = reading.piece.text.slice(0, reading.offset);
  const line = before.split('\n').length - 1;
  const character = before.length - (before.lastIndexOf('\n') + 1);
  const { start, end } = symbol.span;
  const isAfterStart = line > start.line || (line === start.line && character > start.character);
  const isBeforeEnd = line < end.line || (line === end.line && character <= end.character);
  return isAfterStart && isBeforeEnd;
}

function columnsOfRow({ context }: Surroundings): Candidate[] {
  return (context.row?.table.columns ?? []).map((column) => ({
    label: writtenPath([column.name]),
    kind: CompletionItemKind.Field,
    ...(column.label !== column.name && { detail: column.label }),
    rank: 0,
  }));
}

/** Names that a rule binds: what a method takes, the rate of execution in a cap. */
function localCandidates({ nesting, spelling }: Surroundings): Candidate[] {
  const { innermost } = nesting;
  const header = innermost.kind === 'cases' ? innermost.header : (innermost.statements.at(-1) ?? []);
  if (innermost.kind !== 'cases' && innermost.kind !== 'rubric') return [];
  const local = (label: string): Candidate => ({ label, kind: CompletionItemKind.Variable, rank: 0 });
  switch (canonicalKeyword(header[0]?.image ?? '')) {
    case '方法':
      return header
        .slice(
          2,
          header.findIndex(({ tokenType }) => tokenType.name === ')'),
        )
        .map(({ image }) => unquotedName(image))
        .filter((name) => Object.hasOwn(METHOD_PARAMETERS, name))
        .map(local);
    case '封顶':
      return [local(REQUIREMENT_NAMES.execution[spelling === 'zh' ? 0 : 1])];
    case '要求':
      return Object.values(REQUIREMENT_NAMES).map((spellings) => local(spellings[spelling === 'zh' ? 0 : 1]));
    default:
      return [];
  }
}

function conditional({ spelling, language }: Surroundings): Candidate {
  const word = (zh: string) => keywordOf(zh)?.[spelling] ?? zh;
  const [when, then, otherwise] = [word('如果'), word('则'), word('否则')];
  return {
    label: when,
    kind: CompletionItemKind.Keyword,
    detail: keywordOf('如果')?.meaning[language] ?? '',
    snippet: `${when} $1 ${then} $2 ${otherwise} $3`,
    words: [when, '如果', 'if'],
    rank: 9,
  };
}

/** Names of what every indicator and every table of indicators has, in one spelling. */
export function attributeNames(of: 'indicators' | 'indicator', spelling: 'zh' | 'en'): string[] {
  const names =
    of === 'indicators'
      ? (['得分', '分值', '等级', '扣分'] as const)
      : (['得分', '分值', '目标', '实际', '扣分'] as const);
  return names.flatMap((name) => {
    const spellings: readonly string[] = INDICATOR_ATTRIBUTES[name];
    const half = spellings.length / 2;
    const own = spelling === 'zh' ? spellings.slice(0, half) : spellings.slice(half);
    return of === 'indicator' ? own.slice(0, 1) : own;
  });
}
