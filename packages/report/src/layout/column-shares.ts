/** What a column asks for, in characters of the table's type. */
export interface Wish {
  /** What never breaks, such as a number without its unit. */
  readonly word: number;
  /** Numbers with their units. */
  readonly number: number;
  /** The width at which text reads well. */
  readonly natural: number;
  /** The width at which nothing breaks. */
  readonly full: number;
  /** The most text that one of its cells holds. */
  readonly text: number;
}

/** Text longer than this is a sentence or a long name: it should not stand in lines of two characters. */
const LONG = 8;

/** What columns have at least, from the best to the barest: characters in a line of long text, and units or none. */
const TIERS = [
  { line: 6, units: true },
  { line: 4, units: true },
  { line: 3, units: true },
  { line: 3, units: false },
  { line: 2, units: false },
  { line: 1, units: false },
];

/** What fits keeps its proportions; what does not gives way where text can break, by how much text there is. */
export function shareRoom(wishes: readonly Wish[], room: number, padding: number): number[] {
  const natural = wishes.map((wish) => wish.natural);
  if (sum(natural) <= room) return natural;
  for (const tier of TIERS) {
    const least = wishes.map((wish) => leastOf(wish, tier, padding));
    if (sum(least) > room) continue;
    const fill = (lines: number) =>
      wishes.map(({ text, full }, index) => clamp(padding + text / lines, least[index] ?? 0, full));
    return narrowed(fill, room);
  }
  return crowded(wishes, room, padding);
}

/** Numbers that do not fit share what text leaves; text would run out of cells that are narrower than a character. */
function crowded(wishes: readonly Wish[], room: number, padding: number): number[] {
  const least = wishes.map((wish) => leastOf(wish, { line: 2, units: false }, padding));
  const isText = (index: number) => (wishes[index]?.number ?? 0) < (wishes[index]?.word ?? 0);
  const text = sum(least.filter((_, index) => isText(index)));
  if (text > room / 2) return least;
  const scale = (room - text) / (sum(least) - text);
  return least.map((width, index) => (isText(index) ? width : width * scale));
}

/** Weights as they are, save that no column falls below its least while others have more than theirs. */
export function atLeast(weights: readonly number[], least: readonly number[], room: number): number[] {
  if (sum(least) >= room) return [...least];
  return narrowed((by) => weights.map((weight, index) => Math.max(weight / by, least[index] ?? 0)), room);
}

function leastOf({ word, number, text, full }: Wish, tier: (typeof TIERS)[number], padding: number): number {
  const line = Math.min(text, text > LONG ? tier.line : 2) + padding;
  return Math.min(Math.max(line, word, tier.units ? number : 0), full);
}

/** Halvings that leave nothing to be seen. */
const HALVINGS = 50;

/** Widths that fill the room: the larger the argument, the narrower they are. */
function narrowed(widths: (by: number) => number[], room: number): number[] {
  let [low, high] = [1e-6, 1e6];
  for (let count = 0; count < HALVINGS; count += 1) {
    const middle = Math.sqrt(low * high);
    if (sum(widths(middle)) > room) low = middle;
    else high = middle;
  }
  return widths(high);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
