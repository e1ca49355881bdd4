/** Characters that neither XML 1.0 nor HTML allows: controls, half surrogates, and two non-characters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Drops control characters and replaces what is half a character by U+FFFD. */
export function allowedText(text: string): string {
  return text.replace(FORBIDDEN, (character) => (character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ''));
}
