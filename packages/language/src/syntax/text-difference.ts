/** Where a text differs from another: the same before `from` and after the two ends. */
export interface Difference {
  readonly from: number;
  readonly oldEnd: number;
}

export function differenceOf(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length);
  const from = longest(most, (length) => before.slice(0, length) === after.slice(0, length));
  const same = longest(
    most - from,
    (length) => before.slice(before.length - length) === after.slice(after.length - length),
  );
  return { from, oldEnd: before.length - same };
}

/** The greatest length up to `most` for which something holds that holds for every smaller one. Whole stretches compare faster than their characters. */
function longest(most: number, holds: (length: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
