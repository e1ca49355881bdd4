import { textWidth } from './text-width.js';

/** Words after which a title may well break; the longer first. */
const BREAK_AFTER = /(?:部门|单位|整体|项目|支出|绩效|建设|情况|关于|以及|人民政府|[的县镇乡局])$/;

/** How far a break may lie from the middle to fall on such a word, in characters. */
const SEARCH = 3;

/**
 * The lines of a title that does not fit on one: of about the same length, and broken between words
 * where it can be (GB/T 9704-2012, 7.3.1: 词意完整，排列对称，长短适宜).
 */
export function titleLines(title: string, room: number): string[] {
  const lines: string[] = [];
  let rest = [...title];
  for (let left = titleWidth(title); left > room; left = titleWidth(rest.join(''))) {
    const end = breakNear(rest, left / Math.ceil(left / room), room);
    lines.push(rest.slice(0, end).join('').trimEnd());
    rest = [...rest.slice(end).join('').trimStart()];
  }
  return [...lines, rest.join('')];
}

/** Digits and Latin letters of title faces are wider than a half. */
function titleWidth(text: string): number {
  return textWidth(text) + 0.1 * (text.match(/[!-\u024f]/g)?.length ?? 0);
}

/** The index before which to break: the line is about as wide as wished and never wider than the room. */
function breakNear(characters: readonly string[], wished: number, room: number): number {
  let width = 0;
  let widest = 1;
  let best: { readonly index: number; readonly distance: number } | undefined;
  for (let index = 1; index < characters.length; index += 1) {
    width += titleWidth(characters[index - 1] ?? '');
    if (width > room) break;
    widest = index;
    const before = characters[index - 1] ?? '';
    const after = characters[index] ?? '';
    if (isJoined(before, after)) continue;
    const natural = BREAK_AFTER.test(characters.slice(0, index).join(''));
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
