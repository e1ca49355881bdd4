import type { Position } from '@jixiao/core';
import { AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';

/** What the names of one piece of a file stand for. */
export class ResolvedNames {
  private readonly unresolved = new Set<string>();

  constructor(
    private readonly analysis: Analysis,
    private readonly piece: ParsedPiece,
  ) {
    if (!analysis.sources.files.has(piece.anchor.file)) return;
    analysis.evaluatedPiece(piece);
    for (const { code, at } of analysis.evaluation.findingsAt(piece.anchor)) {
      const isOpen = code === 'name/unresolved' || code === 'name/ambiguous';
      if (isOpen && at.anchor === piece.anchor) this.unresolved.add(placeOf(at.start));
    }
  }

  /** What a name of a path stands for. */
  symbolOf(segment: ast.Name): PerfSymbol | undefined {
    const { evaluation } = this.analysis;
    const link = evaluation.memo(this.piece.anchor).links.get(segment);
    if (link) return link.symbol;
    const prose = AstUtils.getContainerOfType(segment, ast.isProse);
    return prose && evaluation.memo(prose).links.get(segment)?.symbol;
  }

  /** Whether the path that begins here stands for nothing, or for more than one thing. */
  isUnresolved(start: Position): boolean {
    return this.unresolved.has(placeOf(start));
  }
}

function placeOf({ line, character }: Position): string {
  return `${line}:${character}`;
}
