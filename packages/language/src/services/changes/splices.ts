/** A stretch of a text by offsets and what is to stand there. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text after splices, which are in order and do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let done = 0;
  for (const splice of splices) {
    result += text.slice(done, splice.start) + splice.text;
    done = splice.end;
  }
  return result + text.slice(done);
}

/** Two steps in one: `first`, which leads to the text `between`, and then `second`. */
export function composed(first: readonly Splice[], second: readonly Splice[], between: string): Splice[] {
  let shift = 0;
  const made = first.map((splice) => {
    const from = splice.start + shift;
    shift += growth(splice);
    return { from, to: from + splice.text.length, growth: growth(splice) };
  });
  const stretches = [...made, ...second.map(({ start, end }) => ({ from: start, to: end }))];
  return clustersOf(stretches).map(({ from, to }) => {
    const before = made.filter((item) => item.to < from);
    const inside = made.filter((item) => item.from >= from && item.to <= to);
    const further = second
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end, text }) => ({ start: start - from, end: end - from, text }));
    const start = from - sumOf(before);
    return { start, end: to - sumOf(before) - sumOf(inside), text: spliced(between.slice(from, to), further) };
  });
}

/** Stretches that touch each other, as one. */
function clustersOf(stretches: readonly { readonly from: number; readonly to: number }[]) {
  const clusters: { from: number; to: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = clusters.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else clusters.push({ from, to });
  }
  return clusters;
}

function growth({ start, end, text }: Splice): number {
  return text.length - (end - start);
}

function sumOf(items: readonly { readonly growth: number }[]): number {
  return items.reduce((sum, item) => sum + item.growth, 0);
}
