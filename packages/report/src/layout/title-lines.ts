import { textWidth } from './text-width.js';
import { endsWithWord, wordStarts } from './title-words.js';

/** Ends of names and phrases, after which a title breaks best. */
const BREAK_AFTER = /(?:单位|项目|支出|资金|建设|情况|关于|以及|人民政府|委员会|办公室|中心|[的局厅委部])$/;

/** How far a break may lie from the middle to come to a better place, in characters. */
const AFTER_YEAR = 1;
const AFTER_WORD = 2;
const ANYWHERE = 4;
const IN_WORD = 12;

/**
 * The lines of a title that does not fit on one: of about the same length, and broken between words
 * where it can be (GB/T 9704-2012, 7.3.1: 词意完整，排列对称，长短适宜).
 */
export function titleLines(title: string, room: number): string[] {
  const characters = [...title];
  const widths = new Widths(characters);
  // A line holds no more than this, in halves of a character; what follows need not be read for it.
  const reach = Math.ceil(2 * room) + LOOK_BACK;
  const lines: string[] = [];
  let from = 0;
  for (let left = widths.from(from); left > room; left = widths.from(from)) {
    const end = from + breakNear(characters.slice(from, from + reach), left / Math.ceil(left / room), room);
    lines.push(characters.slice(from, end).join('').trimEnd());
    from = end;
    while (characters[from]?.trim() === '') from += 1;
  }
  return [...lines, characters.slice(from).join('')];
}

/** How wide a title is from each of its characters on, added up once. */
class Widths {
  private readonly width: number[] = [0];
  private readonly latin: number[] = [0];

  constructor(characters: readonly string[]) {
    for (const [index, character] of characters.entries()) {
      this.width.push((this.width[index] ?? 0) + textWidth(character));
      this.latin.push((this.latin[index] ?? 0) + latinCount(character));
    }
  }

  from(index: number): number {
    const width = (this.width.at(-1) ?? 0) - (this.width[index] ?? 0);
    return width + LATIN_EXTRA * ((this.latin.at(-1) ?? 0) - (this.latin[index] ?? 0));
  }
}

/** Digits and Latin letters of title faces are wider than a half. */
const LATIN_EXTRA = 0.1;

function titleWidth(text: string): number {
  return textWidth(text) + LATIN_EXTRA * latinCount(text);
}

function latinCount(text: string): number {
  return text.match(/[!-\u024f]/g)?.length ?? 0;
}

/** The index before which to break a line: it is about as wide as wished and never wider than the room. */
function breakNear(characters: readonly string[], wished: number, room: number): number {
  let width = 0;
  let widest = 1;
  const starts = wordStarts(characters);
  let best: { readonly index: number; readonly distance: number } | undefined;
  for (let index = 1; index < characters.length; index += 1) {
    width += titleWidth(characters[index - 1] ?? '');
    if (width > room) break;
    widest = index;
    const before = characters[index - 1] ?? '';
    const after = characters[index] ?? '';
    if (isJoined(before, after)) continue;
    const distance = Math.abs(width - wished) + costOf(characters, index, starts);
    if (!best || distance < best.distance) best = { index, distance };
  }
  // A word that fills the line has to break somewhere.
  return best?.index ?? widest;
}

/** How bad a place is for a break, whatever the length of the lines. */
function costOf(characters: readonly string[], index: number, starts: readonly boolean[]): number {
  if (!starts[index]) return IN_WORD;
  const line = characters.slice(Math.max(0, index - LOOK_BACK), index);
  if (BREAK_AFTER.test(line.join(''))) return 0;
  // The year begins a line well, for the name of a unit stands before it.
  if (/\d/.test(characters[index] ?? '')) return 0;
  if (characters.slice(index - 2, index).join('') === '年度') return AFTER_YEAR;
  return endsWithWord(line) ? AFTER_WORD : ANYWHERE;
}

/** No word of a title is longer. */
const LOOK_BACK = 12;

/** Digits and Latin letters of one word, and marks that must not begin or end a line. */
function isJoined(before: string, after: string): boolean {
  return (
    (/[\w.%]/.test(before) && /[\w.%年]/.test(after)) ||
    /[，、。：；）》”’的]/.test(after) ||
    /[（《“‘和与及暨]/.test(before)
  );
}
