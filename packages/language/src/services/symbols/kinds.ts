import { SymbolKind } from 'vscode-languageserver-types';
import type { PerfSymbol } from '../../evaluation/symbols.js';

/** The icons under which editors show what the language declares. */
export const KINDS: Readonly<Record<PerfSymbol['kind'], SymbolKind>> = {
  unit: SymbolKind.Class,
  property: SymbolKind.Property,
  figure: SymbolKind.Number,
  column: SymbolKind.Field,
  group: SymbolKind.Namespace,
  indicators: SymbolKind.Struct,
  indicator: SymbolKind.Event,
  rubric: SymbolKind.Interface,
  outline: SymbolKind.Interface,
  form: SymbolKind.Interface,
  report: SymbolKind.File,
};
