const FULL_WIDTH = /[\uFF01-\uFF0B\uFF0D-\uFF5E\u3000]/g;

/** Distance from a full-width form (U+FF01 to U+FF5E) to its ASCII character. */
const DISTANCE = 0xfee0;

/**
 * Turns the full-width digits, letters and punctuation of a Chinese input method into their ASCII
 * characters, one for one: every position in the text stays what it was. The Chinese comma （，）
 * stays, as 、 and 。 do: it is punctuation of Chinese prose, not a wide form of something else.
 */
export function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - DISTANCE),
  );
}
