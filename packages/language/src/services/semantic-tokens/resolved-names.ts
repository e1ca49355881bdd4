import type { Anchor, Position, Span } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';

/** What the names of a file stand for, by where they stand. */
export class ResolvedNames {
  private readonly symbols = new Map<Anchor, Map<string, PerfSymbol>>();
  private readonly unresolved = new Map<Anchor, Set<string>>();

  constructor(analysis: Analysis, file: string) {
    for (const { span, symbol } of analysis.links(file)) {
      const places = this.symbols.get(span.anchor) ?? new Map<string, PerfSymbol>();
      places.set(placeOf(span.start), symbol);
      this.symbols.set(span.anchor, places);
    }
    for (const { code, at } of [...analysis.findings(file), ...analysis.allowed(file).map(({ finding }) => finding)]) {
      if (code === 'name/unresolved' || code === 'name/ambiguous') this.noteUnresolved(at);
    }
  }

  private noteUnresolved({ anchor, start }: Span): void {
    const places = this.unresolved.get(anchor) ?? new Set<string>();
    places.add(placeOf(start));
    this.unresolved.set(anchor, places);
  }

  /** What the name that begins here stands for. */
  symbolAt(anchor: Anchor, start: Position): PerfSymbol | undefined {
    return this.symbols.get(anchor)?.get(placeOf(start));
  }

  /** Whether the path that begins here stands for nothing, or for more than one thing. */
  isUnresolved(anchor: Anchor, start: Position): boolean {
    return this.unresolved.get(anchor)?.has(placeOf(start)) ?? false;
  }
}

function placeOf({ line, character }: Position): string {
  return `${line}:${character}`;
}

const READ = new WeakMap<Analysis, Map<string, ResolvedNames>>();

/** The names of a file as an analysis resolves them; read once. */
export function resolvedNames(analysis: Analysis, file: string): ResolvedNames {
  const byFile = READ.get(analysis) ?? new Map<string, ResolvedNames>();
  READ.set(analysis, byFile);
  let names = byFile.get(file);
  if (!names) {
    names = new ResolvedNames(analysis, file);
    byFile.set(file, names);
  }
  return names;
}
