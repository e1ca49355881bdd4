import { eastAsianWidth } from 'get-east-asian-width';

/** Marks drawn on top of the character before, and characters that are not drawn at all. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/**
 * The width of a text in characters (字) on paper: 1 for a Han character, a half for a digit or a
 * Latin letter. Characters of ambiguous width (“ ” — ①) are set in the CJK face, hence wide.
 */
export function textWidth(text: string): number {
  let halves = 0;
  for (const character of text) {
    // Han characters are by far the most, then digits.
    if (character >= '\u4e00' && character <= '\u9fff') {
      halves += 2;
      continue;
    }
    if (character >= ' ' && character <= '~') {
      halves += 1;
      continue;
    }
    if (!NO_WIDTH.test(character)) halves += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  }
  return halves / 2;
}
