import type { Anchor, Span } from '@jixiao/core';
import type { HtmlBlock } from '@jixiao/report';

/** The lines of a declaration in which places of a block lie; they count from the declaration's first. */
export interface Reach {
  readonly anchor: Anchor;
  first: number;
  last: number;
  /** Where the last of the places begins. */
  lastStart: number;
}

const known = new WeakMap<object, readonly Reach[]>();

/** How far a block reaches in the source, one stretch a declaration; found out once, for a block never changes. */
export function reachesOf({ block }: HtmlBlock): readonly Reach[] {
  return reachesIn(block);
}

function reachesIn(whole: object): readonly Reach[] {
  let reaches = known.get(whole);
  if (!reaches) {
    const found: Reach[] = [];
    collect(whole, found);
    reaches = found;
    known.set(whole, reaches);
  }
  return reaches;
}

function collect(part: object, reaches: Reach[]): void {
  if (Array.isArray(part)) {
    for (const each of part) if (typeof each === 'object' && each !== null) collect(each, reaches);
    return;
  }
  for (const [name, value] of Object.entries(part)) {
    if (typeof value !== 'object' || value === null) continue;
    if (name === 'span') note(value as Span, reaches);
    // Rows are what is left as it is when a table moves.
    else if (name === 'rows') for (const reach of reachesIn(value)) join(reach, reaches);
    else collect(value, reaches);
  }
}

function note({ anchor, start, end }: Span, reaches: Reach[]): void {
  const reach = reaches.find((other) => other.anchor === anchor);
  // Words lie within the lines of their paragraph, which are known by then.
  if (reach && start.line >= reach.first && start.line <= reach.lastStart && end.line <= reach.last) return;
  join({ anchor, first: start.line, last: end.line, lastStart: start.line }, reaches);
}

function join({ anchor, first, last, lastStart }: Reach, reaches: Reach[]): void {
  const reach = reaches.find((other) => other.anchor === anchor);
  if (!reach) {
    reaches.push({ anchor, first, last, lastStart });
    return;
  }
  reach.first = Math.min(reach.first, first);
  reach.last = Math.max(reach.last, last);
  reach.lastStart = Math.max(reach.lastStart, lastStart);
}
