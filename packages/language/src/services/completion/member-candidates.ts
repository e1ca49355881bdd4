import { CompletionItemKind } from 'vscode-languageserver-types';
import { UNIT_ATTRIBUTES } from '../../evaluation/attributes.js';
import { textOf } from '../../evaluation/expression.js';
import { isValue } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import { writtenSegment } from '../written-name.js';
import type { Candidate } from './items.js';
import { printedText, symbolKind } from './printed-text.js';
import { inText } from './sight.js';
import type { Surroundings } from './surroundings.js';
import { attributeNames } from './value-candidates.js';

/** What may stand behind the dot after a path: parts, columns, facts, attributes. */
export function memberCandidates(owner: readonly string[], surroundings: Surroundings, prose: boolean): Candidate[] {
  const { context } = surroundings;
  const found = context.scope.resolve(owner, context.around, isValue);
  if (found.kind === 'found') return membersOf(found.symbol, surroundings, prose);
  return owner.length === 1 ? importedUnder(owner[0] ?? '', surroundings, prose) : [];
}

function membersOf(symbol: PerfSymbol, surroundings: Surroundings, prose: boolean): Candidate[] {
  const inner = innerSymbols(symbol, surroundings).map((member) => memberCandidate(member, surroundings, prose));
  switch (symbol.kind) {
    case 'figure':
    case 'group':
      return [...columnsOf(symbol, surroundings), ...inner];
    case 'unit':
      return [...inner, attribute(symbol, UNIT_ATTRIBUTES.全称[surroundings.spelling === 'zh' ? 0 : 1], surroundings)];
    case 'indicators':
    case 'indicator': {
      const names = attributeNames(symbol.kind, surroundings.spelling);
      return [...names.map((name) => attribute(symbol, name, surroundings)), ...inner];
    }
    default:
      return [];
  }
}

/** Symbols whose path is that of the owner and one name more, or a group's name and one more. */
function innerSymbols(owner: PerfSymbol, { context }: Surroundings): PerfSymbol[] {
  const { path } = owner;
  const members: PerfSymbol[] = [];
  for (const { symbol } of context.scope.symbols()) {
    if (symbol.nameSpan.anchor !== owner.nameSpan.anchor || symbol.kind === 'column') continue;
    const depth = symbol.path.length - path.length;
    const isInside = depth > 0 && path.every((name, index) => symbol.path[index] === name);
    if (isInside && (depth === 1 || isInGroup(symbol, owner))) members.push(symbol);
  }
  return members.sort(inText);
}

/** The names of partitions may be left out of a path. */
function isInGroup(symbol: PerfSymbol, owner: PerfSymbol): boolean {
  return symbol.kind === 'figure' && owner.kind === 'figure' && symbol.figure.parent === owner.figure;
}

function memberCandidate(symbol: PerfSymbol, surroundings: Surroundings, prose: boolean): Candidate {
  return {
    label: writtenSegment(symbol.path.at(-1) ?? ''),
    kind: symbolKind(symbol),
    detail: printedText(symbol, surroundings, prose),
    words: [
      symbol.path.at(-1) ?? '',
      ...(symbol.kind === 'figure' && symbol.figure.labelled ? [symbol.figure.label] : []),
    ],
    rank: 2,
  };
}

function columnsOf(symbol: Extract<PerfSymbol, { kind: 'figure' | 'group' }>, surroundings: Surroundings): Candidate[] {
  const { columns } = symbol.kind === 'figure' ? symbol.figure.table : symbol.group.owner.table;
  return columns.map((column): Candidate => {
    const value =
      symbol.kind === 'figure'
        ? ({ kind: 'figure', figure: symbol.figure, column: column.index } as const)
        : ({ kind: 'group', group: symbol.group, column: column.index } as const);
    return {
      label: writtenSegment(column.name),
      kind: CompletionItemKind.Field,
      detail: textOf(value, surroundings.context) ?? '',
      words: [column.name, column.label],
      rank: 1,
    };
  });
}

function attribute(symbol: PerfSymbol, name: string, surroundings: Surroundings): Candidate {
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: printedText(symbol, surroundings, true, name),
    rank: 1,
  };
}

/** What a file declares outermost, behind the alias of its import. */
function importedUnder(alias: string, surroundings: Surroundings, prose: boolean): Candidate[] {
  const declared: PerfSymbol[] = [];
  for (const { path, symbol } of surroundings.context.scope.symbols()) {
    if (path[0] === alias && path.length === 2 && symbol.path.length === 1 && isValue(symbol)) declared.push(symbol);
  }
  return declared.sort(inText).map((symbol) => memberCandidate(symbol, surroundings, prose));
}
