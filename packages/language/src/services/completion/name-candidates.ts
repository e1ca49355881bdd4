import type { PerfSymbol, SymbolKind } from '../../evaluation/symbols.js';
import { valueText } from '../symbols/values.js';
import { writtenPath } from '../written-name.js';
import type { Candidate } from './items.js';
import { symbolKind } from './printed-text.js';
import { symbolsInSight } from './sight.js';
import type { Surroundings } from './surroundings.js';
import type { Candidates } from './value-candidates.js';

/** Names of certain kinds: rubrics behind 采用, what can be shown as a table behind 表. */
export function nameCandidates(of: readonly SymbolKind[], surroundings: Surroundings): Candidates {
  const { seen, isCut } = symbolsInSight(
    surroundings,
    (symbol) => of.includes(symbol.kind),
    (symbol) => hasParts(symbol) && !isBeingDeclared(symbol, surroundings),
  );
  const candidates = seen.map(({ symbol, path, rank }): Candidate => {
    const wording = valueText(symbol, surroundings.analysis, surroundings.language);
    return {
      label: writtenPath(path),
      kind: symbolKind(symbol),
      detail: wording,
      words: [symbol.path.at(-1) ?? '', ...labelled(symbol)],
      rank,
    };
  });
  return { candidates, isCut };
}

/** A single number makes neither a table nor a chart. */
function hasParts(symbol: PerfSymbol): boolean {
  if (symbol.kind === 'group') return symbol.group.members.length > 0;
  if (symbol.kind !== 'figure') return true;
  const { figure } = symbol;
  return figure.groups.length > 0 || (figure.parent === undefined && figure.table.columns.length > 0);
}

/** A rubric cannot be based on itself. */
function isBeingDeclared(symbol: PerfSymbol, { reading, nesting }: Surroundings): boolean {
  if (symbol.kind !== 'rubric' || nesting.innermost.kind !== 'file') return false;
  const { anchor, start } = symbol.nameSpan;
  return anchor === reading.piece.anchor && reading.tokens.some((token) => isAt(token, start));
}

function isAt(
  token: { readonly startLine?: number; readonly startColumn?: number },
  { line, character }: { readonly line: number; readonly character: number },
): boolean {
  return token.startLine === line + 1 && token.startColumn === character + 1;
}

function labelled(symbol: PerfSymbol): string[] {
  if (symbol.kind === 'figure') return symbol.figure.labelled ? [symbol.figure.label] : [];
  if (symbol.kind === 'group') return symbol.group.label === undefined ? [] : [symbol.group.label];
  if (symbol.kind === 'column' || !('label' in symbol.node)) return [];
  return symbol.node.label ? [symbol.node.label.value] : [];
}
