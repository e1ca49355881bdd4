import { displayWidth, type SourceRange } from '@jixiao/core';

/** Columns of the terminal that an excerpt may take. */
const WIDEST = 96;

/** Columns that stay visible before the marked place, if the line is too long to show. */
const LEAD = 24;

const CUT = '…';

/** A line of the source, and where in it to look. */
export interface Excerpt {
  readonly line: string;
  /** Spaces up to the marked place, and how many columns it takes. */
  readonly indent: number;
  readonly width: number;
}

/**
 * The line in which a range begins, without its indentation and cut to what fits a terminal.
 * Columns are counted as they are drawn: a Chinese character takes two.
 */
export function excerptOf(lines: readonly string[], { start, end }: SourceRange): Excerpt | undefined {
  const whole = lines[start.line]?.replace(/\r$/, '');
  if (whole === undefined || whole.trim() === '') return undefined;
  const text = drawable(whole);
  const last = end.line > start.line ? text.length : Math.min(end.character, text.length);
  const margin = Math.min(text.length - text.trimStart().length, start.character);
  const from = displayWidth(text.slice(margin, last)) < WIDEST ? margin : firstShown(text, margin, start.character);
  const before = (from > margin ? CUT : '') + text.slice(from, start.character);
  const marked = fitting(text.slice(start.character, last), WIDEST - displayWidth(before));
  const room = WIDEST - displayWidth(before) - displayWidth(marked);
  const rest = text.slice(start.character + marked.length).trimEnd();
  const after = fitting(rest, room);
  return {
    line: (before + marked + after + (after.length < rest.length ? CUT : '')).trimEnd(),
    indent: displayWidth(before),
    width: Math.max(1, displayWidth(marked)),
  };
}

/** A tab, or a control character that would move the cursor, takes one column. */
function drawable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** Where to begin, so that the place is seen together with some of what stands before it. */
function firstShown(text: string, margin: number, place: number): number {
  let from = place;
  while (from > margin && displayWidth(text.slice(from - 1, place)) <= LEAD) from -= 1;
  return isHalf(text, from) ? from + 1 : from;
}

/** As much of a text as fits into so many columns. */
function fitting(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let shown = '';
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns) break;
    shown += character;
  }
  return shown;
}

/** Whether a surrogate pair would be cut in two. */
function isHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
}
