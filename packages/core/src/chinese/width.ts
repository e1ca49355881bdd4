import { eastAsianWidth } from 'get-east-asian-width';

/** Marks drawn on top of the character before, and characters that are not drawn at all. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/**
 * How many columns a text takes in a fixed-pitch font: two for a Chinese character or a full-width
 * form, else one, by East Asian Width (Unicode UAX #11). Characters of ambiguous width (“ ” — ①)
 * count one, as editors and terminals draw them by default.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!NO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: false });
  }
  return width;
}

/** The text with spaces after it until it is at least so many columns wide. */
export function padEndTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
