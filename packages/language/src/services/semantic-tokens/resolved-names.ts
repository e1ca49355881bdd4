import type { Anchor, Position } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { itemAround } from '../syntax-nodes.js';

/** What the names of some pieces of a file stand for. */
export class ResolvedNames {
  private readonly unresolved = new Map<Anchor, Set<string>>();

  constructor(
    private readonly analysis: Analysis,
    file: string,
    pieces: readonly ParsedPiece[],
  ) {
    if (!analysis.sources.files.has(file)) return;
    for (const piece of pieces) analysis.evaluatedPiece(piece);
    for (const { code, at } of analysis.evaluation.findingsIn(file)) {
      if (code !== 'name/unresolved' && code !== 'name/ambiguous') continue;
      const places = this.unresolved.get(at.anchor) ?? new Set<string>();
      places.add(placeOf(at.start));
      this.unresolved.set(at.anchor, places);
    }
  }

  /** What a name of a path stands for. */
  symbolOf(segment: ast.Name, anchor: Anchor): PerfSymbol | undefined {
    return this.analysis.evaluation.memo(itemAround(segment) ?? anchor).links.get(segment)?.symbol;
  }

  /** Whether the path that begins here stands for nothing, or for more than one thing. */
  isUnresolved(anchor: Anchor, start: Position): boolean {
    return this.unresolved.get(anchor)?.has(placeOf(start)) ?? false;
  }
}

function placeOf({ line, character }: Position): string {
  return `${line}:${character}`;
}
