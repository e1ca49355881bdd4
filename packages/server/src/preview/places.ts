import { type Anchor, comparePositions, type Position, type Span } from '@jixiao/core';
import type { HtmlBlock } from '@jixiao/report';
import { type Reach, reachesOf } from './reaches.js';

/** A place on paper: a block, and the number of the place in it. */
export interface PaperPlace {
  readonly key: string;
  readonly place: number;
}

/** A block among those that come from one declaration, and how far it reaches there. */
interface Candidate {
  readonly block: HtmlBlock;
  readonly reach: Reach;
}

interface Placed extends PaperPlace {
  readonly span: Span;
}

/** Finds what stands on paper for a place in the source. Nothing is looked up before somebody asks. */
export class PlaceIndex {
  readonly #blocks: readonly HtmlBlock[];
  #byAnchor: Map<Anchor, Declaration> | undefined;

  constructor(blocks: readonly HtmlBlock[]) {
    this.#blocks = blocks;
  }

  /** The smallest place around a span, else none. */
  around(span: Span): PaperPlace | undefined {
    const best = this.#declarations.get(span.anchor)?.around(span);
    return best && { key: best.key, place: best.place };
  }

  /**
   * What stands for a position of a file: the last place that begins before it, of several the smallest one around
   * it. Around alone would not do: between two paragraphs there is nothing but the report, which stands at the top.
   */
  at(file: string, position: Position): PaperPlace | undefined {
    for (let anchor = this.#above(file, position.line); anchor; anchor = this.#above(file, anchor.line - 1)) {
      const inside = { line: position.line - anchor.line, character: position.character };
      const found = this.#declarations.get(anchor)?.before(inside);
      if (found) return { key: found.key, place: found.place };
    }
    return undefined;
  }

  /** The last declaration of a file that begins on this line or above it. */
  #above(file: string, line: number): Anchor | undefined {
    let last: Anchor | undefined;
    for (const anchor of this.#declarations.keys()) {
      if (anchor.file === file && anchor.line <= line && (!last || anchor.line > last.line)) last = anchor;
    }
    return last;
  }

  get #declarations(): ReadonlyMap<Anchor, Declaration> {
    this.#byAnchor ??= declarationsOf(this.#blocks);
    return this.#byAnchor;
  }
}

function declarationsOf(blocks: readonly HtmlBlock[]): Map<Anchor, Declaration> {
  const declarations = new Map<Anchor, Declaration>();
  let last: Declaration | undefined;
  for (const block of blocks) {
    for (const reach of reachesOf(block)) {
      const { anchor } = reach;
      // Most blocks come from the report, as the one before.
      let declaration = last?.anchor === anchor ? last : declarations.get(anchor);
      if (!declaration) {
        declaration = new Declaration(anchor);
        declarations.set(anchor, declaration);
      }
      declaration.candidates.push({ block, reach });
      last = declaration;
    }
  }
  return declarations;
}

/** A block that reaches over more lines is looked at for each of them. */
const MOST_LINES = 20;

/** The blocks that come from one declaration, in the order of the paper. */
class Declaration {
  readonly candidates: Candidate[] = [];
  /** By the lines that they reach over. */
  #byLine: Map<number, Candidate[]> | undefined;
  /** Those that reach over many. */
  readonly #far: Candidate[] = [];

  constructor(readonly anchor: Anchor) {}

  around(span: Span): Placed | undefined {
    let best: Placed | undefined;
    const near = this.#lines.get(span.start.line) ?? [];
    for (const candidate of [...this.#far, ...near]) {
      if (candidate.reach.first > span.start.line || candidate.reach.last < span.end.line) continue;
      for (const placed of this.#placesOf(candidate)) {
        if (encloses(placed.span, span) && (!best || encloses(best.span, placed.span))) best = placed;
      }
    }
    return best;
  }

  /** The last place that begins before a position; of several that begin together, the one that stands for it. */
  before(position: Position): Placed | undefined {
    const latest = ({ reach }: Candidate) => Math.min(reach.lastStart, position.line);
    const candidates = this.candidates
      .filter(({ reach }) => reach.first <= position.line)
      .sort((a, b) => latest(b) - latest(a));
    let best: Placed | undefined;
    for (const candidate of candidates) {
      if (best && latest(candidate) < best.span.start.line) break;
      for (const placed of this.#placesOf(candidate)) {
        if (comparePositions(placed.span.start, position) > 0) continue;
        if (!best || stands(placed.span, best.span, position)) best = placed;
      }
    }
    return best;
  }

  *#placesOf({ block }: Candidate): Generator<Placed> {
    for (const [place, span] of block.places.entries()) {
      if (span.anchor === this.anchor) yield { key: block.key, place, span };
    }
  }

  get #lines(): ReadonlyMap<number, readonly Candidate[]> {
    if (!this.#byLine) {
      this.#byLine = new Map();
      for (const candidate of this.candidates) {
        const { first, last } = candidate.reach;
        if (last - first >= MOST_LINES) this.#far.push(candidate);
        else for (let line = first; line <= last; line++) addTo(this.#byLine, line, candidate);
      }
    }
    return this.#byLine;
  }
}

function addTo(lines: Map<number, Candidate[]>, line: number, candidate: Candidate): void {
  const known = lines.get(line);
  if (known) known.push(candidate);
  else lines.set(line, [candidate]);
}

function encloses(outer: Span, inner: Span): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;
}

/** Whether one of two places of a declaration that begin before a position stands for it rather than the other. */
function stands(a: Span, b: Span, position: Position): boolean {
  const order = comparePositions(a.start, b.start);
  if (order !== 0) return order > 0;
  const isAround = (span: Span) => comparePositions(position, span.end) <= 0;
  if (isAround(a) !== isAround(b)) return isAround(a);
  return encloses(b, a) === isAround(a);
}
