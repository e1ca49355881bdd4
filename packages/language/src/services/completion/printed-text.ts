import { CompletionItemKind } from 'vscode-languageserver-types';
import { attributeOf } from '../../evaluation/attributes.js';
import { textOf } from '../../evaluation/expression.js';
import { valueOfSymbol } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import { valueText } from '../symbols/values.js';
import type { Surroundings } from './surroundings.js';

const KINDS: Readonly<Record<PerfSymbol['kind'], CompletionItemKind>> = {
  figure: CompletionItemKind.Value,
  column: CompletionItemKind.Field,
  group: CompletionItemKind.Module,
  unit: CompletionItemKind.Class,
  property: CompletionItemKind.Property,
  indicators: CompletionItemKind.Struct,
  indicator: CompletionItemKind.Event,
  rubric: CompletionItemKind.Interface,
  outline: CompletionItemKind.Interface,
  form: CompletionItemKind.Interface,
  report: CompletionItemKind.File,
};

export function symbolKind(symbol: PerfSymbol): CompletionItemKind {
  return KINDS[symbol.kind];
}

/**
 * What a symbol, or an attribute of it, prints in running text. Outside of prose, what it is worth,
 * all columns of a row included.
 */
export function printedText(
  symbol: PerfSymbol,
  surroundings: Surroundings,
  prose: boolean,
  attribute?: string,
): string {
  const { analysis, context, language } = surroundings;
  const isRow = symbol.kind !== 'column' && (!prose || needsColumn(symbol));
  if (attribute === undefined && isRow) return valueText(symbol, analysis, language);
  const value = attribute === undefined ? valueOfSymbol(symbol) : attributeOf(symbol, attribute, context)?.value;
  return (value && textOf(value, context)) ?? '';
}

/** A row of several columns prints nothing until a column is chosen. */
function needsColumn(symbol: PerfSymbol): boolean {
  if (symbol.kind === 'figure') return symbol.figure.table.columns.length > 1;
  return symbol.kind === 'group' && symbol.group.owner.table.columns.length > 1;
}
