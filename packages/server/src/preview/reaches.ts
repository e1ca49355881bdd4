import type { Anchor, Span } from '@jixiao/core';
import type { HtmlBlock } from '@jixiao/report';

/** The lines of a declaration in which the places of a block lie; they count from the declaration's first. */
export interface Reach {
  first: number;
  last: number;
  /** Where the last of the places begins. */
  lastStart: number;
}

export type Reaches = ReadonlyMap<Anchor, Reach>;

const known = new WeakMap<object, Map<Anchor, Reach>>();

/** How far a block reaches in the source; found out once, for a block never changes. */
export function reachesOf({ block }: HtmlBlock): Reaches {
  return reachesIn(block);
}

function reachesIn(whole: object): Map<Anchor, Reach> {
  let reaches = known.get(whole);
  if (!reaches) {
    reaches = new Map();
    collect(whole, reaches);
    known.set(whole, reaches);
  }
  return reaches;
}

function collect(part: object, reaches: Map<Anchor, Reach>): void {
  for (const [name, value] of Object.entries(part)) {
    if (typeof value !== 'object' || value === null) continue;
    if (name === 'span') note(value as Span, reaches);
    // Rows are what is left as it is when a table moves.
    else if (name === 'rows') for (const [anchor, reach] of reachesIn(value)) join(reaches, anchor, reach);
    else collect(value, reaches);
  }
}

function note({ anchor, start, end }: Span, reaches: Map<Anchor, Reach>): void {
  join(reaches, anchor, { first: start.line, last: end.line, lastStart: start.line });
}

function join(reaches: Map<Anchor, Reach>, anchor: Anchor, { first, last, lastStart }: Reach): void {
  const reach = reaches.get(anchor);
  if (!reach) {
    reaches.set(anchor, { first, last, lastStart });
    return;
  }
  reach.first = Math.min(reach.first, first);
  reach.last = Math.max(reach.last, last);
  reach.lastStart = Math.max(reach.lastStart, lastStart);
}
