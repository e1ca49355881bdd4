import type { Anchor, Span } from '@jixiao/core';
import type { HtmlBlock, TableBlock } from '@jixiao/report';

/** The lines of a declaration in which places of a block lie; they count from the declaration's first. */
export interface Reach {
  readonly anchor: Anchor;
  readonly first: number;
  readonly last: number;
  /** The last of the places begins there or above. */
  readonly lastStart: number;
}

/** How far a block reaches in the source, one stretch a declaration. */
export function reachesOf({ block }: HtmlBlock): readonly Reach[] {
  if (block.kind === 'table') {
    const cells = reachesOfRows(block.rows);
    if (!block.span || cells.some(({ anchor }) => anchor === block.span?.anchor)) return joined(block.span, cells);
    return [reachOf(block.span), ...cells];
  }
  if (block.kind === 'annexList')
    return joined(
      undefined,
      block.entries.map(({ span }) => reachOf(span)),
    );
  // Words stand within the lines of their paragraph.
  return block.span ? [reachOf(block.span)] : [];
}

const known = new WeakMap<TableBlock['rows'], readonly Reach[]>();

/** Found out once: rows are what is left as it is when a table moves. */
function reachesOfRows(rows: TableBlock['rows']): readonly Reach[] {
  let reaches = known.get(rows);
  if (!reaches) {
    const spans = rows.flatMap(({ cells }) => cells.flatMap(({ runs }) => runs.flatMap(({ span }) => span ?? [])));
    reaches = joined(undefined, spans.map(reachOf));
    known.set(rows, reaches);
  }
  return reaches;
}

function reachOf({ anchor, start, end }: Span): Reach {
  return { anchor, first: start.line, last: end.line, lastStart: end.line };
}

function joined(span: Span | undefined, parts: readonly Reach[]): readonly Reach[] {
  const reaches = new Map<Anchor, Reach>();
  for (const part of span ? [reachOf(span), ...parts] : parts) {
    const { anchor, first, last, lastStart } = part;
    const reach = reaches.get(anchor) ?? part;
    reaches.set(anchor, {
      anchor,
      first: Math.min(reach.first, first),
      last: Math.max(reach.last, last),
      lastStart: Math.max(reach.lastStart, lastStart),
    });
  }
  return [...reaches.values()];
}
