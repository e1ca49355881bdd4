import { textWidth } from './text-width.js';

/** Words after which a title may well break; the longer first. */
const BREAK_AFTER = /(?:部门|单位|整体|项目|支出|绩效|建设|情况|关于|以及|人民政府|[的县镇乡局])$/;

/** The characters of the longest of them. */
const LONGEST_WORD = 4;

/** How far a break may lie from the middle to fall on such a word, in characters. */
const SEARCH = 3;

/**
 * The lines of a title that does not fit on one: of about the same length, and broken between words
 * where it can be (GB/T 9704-2012, 7.3.1: 词意完整，排列对称，长短适宜).
 */
export function titleLines(title: string, room: number): string[] {
  const characters = [...title];
  const widths = new Widths(characters);
  const lines: string[] = [];
  let from = 0;
  for (let left = widths.from(from); left > room; left = widths.from(from)) {
    const end = breakNear(characters, from, left / Math.ceil(left / room), room);
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
function breakNear(characters: readonly string[], from: number, wished: number, room: number): number {
  let width = 0;
  let widest = from + 1;
  let best: { readonly index: number; readonly distance: number } | undefined;
  for (let index = from + 1; index < characters.length; index += 1) {
    width += titleWidth(characters[index - 1] ?? '');
    if (width > room) break;
    widest = index;
    const before = characters[index - 1] ?? '';
    const after = characters[index] ?? '';
    if (isJoined(before, after)) continue;
    const natural = BREAK_AFTER.test(characters.slice(Math.max(from, index - LONGEST_WORD), index).join(''));
    const distance = Math.abs(width - wished) + (natural ? 0 : SEARCH);
    if (!best || distance < best.distance) best = { index, distance };
  }
  // A word that fills the line has to break somewhere.
  return best?.index ?? widest;
}

/** Digits and Latin letters of one word, and marks that must not begin or end a line. */
function isJoined(before: string, after: string): boolean {
  return (
    (/[\w.%]/.test(before) && /[\w.%年]/.test(after)) || /[，、。：；）》”’]/.test(after) || /[（《“‘]/.test(before)
  );
}
