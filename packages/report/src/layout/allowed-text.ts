/** Characters that neither XML 1.0 nor HTML allows: controls, half surrogates, and two non-characters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Found at once in the many texts without anything to look at more closely. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
const SUSPECT = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Drops control characters and replaces what is half a character by U+FFFD. */
export function allowedText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.replace(FORBIDDEN, (character) => (character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ''));
}
