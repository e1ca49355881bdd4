import { type Position, rangeOf, type Span } from '@jixiao/core';
import type { Analysis } from '../evaluation/analysis.js';
import { definitionsOf, type PerfSymbol } from '../evaluation/symbols.js';

/** A place where a symbol is declared or mentioned. */
export interface Occurrence {
  readonly symbol: PerfSymbol;
  readonly span: Span;
  readonly role: 'declaration' | 'mention';
}

/** Every declaration and mention of a name in a file. */
export function* occurrencesIn(analysis: Analysis, file: string): Generator<Occurrence> {
  for (const piece of analysis.sources.files.get(file)?.pieces ?? []) {
    for (const symbol of definitionsOf(piece).symbols) yield { symbol, span: symbol.nameSpan, role: 'declaration' };
  }
  for (const { span, symbol } of analysis.links(file)) yield { symbol, span, role: 'mention' };
}

/** The occurrence at a position of a file, its end included. */
export function occurrenceAt(analysis: Analysis, file: string, position: Position): Occurrence | undefined {
  for (const occurrence of occurrencesIn(analysis, file)) {
    const { start, end } = rangeOf(occurrence.span);
    if (start.line !== position.line || end.line !== position.line) continue;
    if (start.character <= position.character && position.character <= end.character) return occurrence;
  }
  return undefined;
}

/** Whether two symbols are one declaration: the place of the name decides, since symbols are made anew with their piece. */
export function isSameSymbol(a: PerfSymbol, b: PerfSymbol): boolean {
  if (a.nameSpan.anchor !== b.nameSpan.anchor) return false;
  return a.nameSpan.start.line === b.nameSpan.start.line && a.nameSpan.start.character === b.nameSpan.start.character;
}
