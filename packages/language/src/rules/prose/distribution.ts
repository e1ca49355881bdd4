import type { Amount } from './amounts.js';
import type { Label } from './labels.js';
import { JOINER } from './standing-alone.js';

const IN_ORDER = /分别(?:支出|完成|实现|达)?(?:为|是|达到|达|有|：|:)?\s*$/;
const BETWEEN_AMOUNTS = /^\s*(?:以及|[、，,和与及])\s*$/;
const LONGEST_WORDS = 12;

/**
 * “基本支出、项目支出分别为60万元、40.3万元”: which name each amount belongs to. An amount of such a
 * row is in the map even when it has none, because there are not as many names as amounts.
 */
export function distributed<T>(
  text: string,
  amounts: readonly Amount[],
  labelsAt: (end: number) => Iterable<Label<T>>,
): Map<Amount, Label<T> | undefined> {
  const given = new Map<Amount, Label<T> | undefined>();
  for (let first = 0; first < amounts.length; first++) {
    const { from } = amounts[first] as Amount;
    const words = IN_ORDER.exec(text.slice(Math.max(0, from - LONGEST_WORDS), from))?.[0];
    if (words === undefined) continue;
    let last = first;
    while (isJoined(text, amounts[last], amounts[last + 1])) last++;
    const row = amounts.slice(first, last + 1);
    const names = namesBefore(text, from - words.length, labelsAt, row.length);
    for (const [index, amount] of row.entries()) given.set(amount, names?.[index]);
    first = last;
  }
  return given;
}

function isJoined(text: string, amount: Amount | undefined, next: Amount | undefined): boolean {
  return amount !== undefined && next !== undefined && BETWEEN_AMOUNTS.test(text.slice(amount.to, next.from));
}

/** The names joined before a place, if there are so many and no more. */
function namesBefore<T>(
  text: string,
  end: number,
  labelsAt: (end: number) => Iterable<Label<T>>,
  count: number,
): Label<T>[] | undefined {
  const names: Label<T>[] = [];
  for (let place = end; names.length <= count; ) {
    const [longest] = labelsAt(place);
    if (!longest) return undefined;
    names.unshift(longest);
    const joiner = JOINER.exec(text.slice(Math.max(0, longest.from - 2), longest.from))?.[0];
    // All of them stand where the first one does.
    if (joiner === undefined)
      return names.length === count ? names.map((name) => ({ ...name, from: longest.from })) : undefined;
    place = longest.from - joiner.length;
  }
  return undefined;
}
