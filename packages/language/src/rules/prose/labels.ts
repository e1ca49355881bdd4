/** A name in a text, and what it was looked up to be. */
export interface Label<T> {
  readonly name: string;
  readonly from: number;
  readonly found: readonly T[];
}

/** What a name stands for; empty for a name that is none. */
export type Find<T> = (name: string) => readonly T[];

const SHORTEST_NAME = 2;
const LONGEST_NAME = 24;

/** No name reaches across the end of a clause. */
const CLAUSE_END = /[，。；！？\n]/;

/** The names that end at a place, the longest first. */
export function* labelsEnding<T>(text: string, end: number, find: Find<T>): Generator<Label<T>> {
  const stretch = text.slice(Math.max(0, end - LONGEST_NAME), end);
  const clause = stretch.slice([...stretch].findLastIndex((character) => CLAUSE_END.test(character)) + 1);
  for (let length = clause.length; length >= SHORTEST_NAME; length--) {
    const name = clause.slice(clause.length - length);
    const found = find(name);
    if (found.length > 0) yield { name, from: end - length, found };
  }
}

/** What may stand between a name and its amount, from the amount backwards: 项目支出合计为, “项目支出”：. */
const GLUE = [
  /[ 　”’"]$/,
  /(?:为|是|达到|达|有|：|:)$/,
  /(?:总额|合计|总计|共计|共|累计|支出|经费|资金|总数|人数|数|金额)$/,
];
const LONGEST_GLUE = 4;
const MOST_PLACES = 8;

/** The place itself, and those before it from which only such words lead to it. */
export function placesBefore(text: string, end: number): number[] {
  const places = [end];
  for (const place of places) {
    if (places.length >= MOST_PLACES) break;
    const tail = text.slice(Math.max(0, place - LONGEST_GLUE), place);
    for (const glue of GLUE) {
      const length = glue.exec(tail)?.[0].length;
      if (length !== undefined && !places.includes(place - length)) places.push(place - length);
    }
  }
  return places;
}
