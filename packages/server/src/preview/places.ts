import { type Anchor, comparePositions, type Position, type Span } from '@jixiao/core';
import type { HtmlBlock } from '@jixiao/report';

/** A place on paper: a block, and the number of the place in it. */
export interface PaperPlace {
  readonly key: string;
  readonly place: number;
}

interface Placed extends PaperPlace {
  readonly span: Span;
}

/** Finds what stands on paper for a place in the source. */
export class PlaceIndex {
  private readonly byAnchor = new Map<Anchor, Placed[]>();

  constructor(blocks: readonly HtmlBlock[]) {
    for (const { key, places } of blocks) {
      places.forEach((span, place) => {
        const known = this.byAnchor.get(span.anchor);
        if (known) known.push({ key, place, span });
        else this.byAnchor.set(span.anchor, [{ key, place, span }]);
      });
    }
  }

  /** The smallest place around a span, else none. */
  around(span: Span): PaperPlace | undefined {
    let best: Placed | undefined;
    for (const placed of this.byAnchor.get(span.anchor) ?? []) {
      if (!encloses(placed.span, span)) continue;
      if (!best || encloses(best.span, placed.span)) best = placed;
    }
    return best && { key: best.key, place: best.place };
  }

  /** What stands for a position of a file: the smallest place around it, else the last one that begins before it. */
  at(file: string, position: Position): PaperPlace | undefined {
    let before: Placed | undefined;
    for (const [anchor, placed] of this.byAnchor) {
      if (anchor.file !== file) continue;
      const inside = { line: position.line - anchor.line, character: position.character };
      const found = this.around({ anchor, start: inside, end: inside });
      if (found) return found;
      for (const candidate of placed) {
        if (comparePositions(candidate.span.start, inside) > 0) continue;
        if (!before || isLater(candidate.span, before.span)) before = candidate;
      }
    }
    return before && { key: before.key, place: before.place };
  }
}

function encloses(outer: Span, inner: Span): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

function isLater(a: Span, b: Span): boolean {
  return a.anchor.line - b.anchor.line > 0 || (a.anchor === b.anchor && comparePositions(a.start, b.start) >= 0);
}
