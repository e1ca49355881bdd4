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
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Nearly every character of a report is one of these; what is drawn without a width is none of them.
    if (unit < FIRST_UNDRAWN) width += 1;
    else if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xff01 && unit <= 0xff60)) width += 2;
    else {
      const point = text.codePointAt(at) ?? unit;
      if (point > 0xffff) at++;
      if (!NO_WIDTH.test(String.fromCodePoint(point))) width += eastAsianWidth(point, { ambiguousAsWide: false });
    }
  }
  return width;
}

/** The soft hyphen. */
const FIRST_UNDRAWN = 0xad;

/** The text with spaces after it until it is at least so many columns wide. */
export function padEndTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
