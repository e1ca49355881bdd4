import { allowedText } from '../layout/allowed-text.js';

const SPECIAL = /[&<>"]/g;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in the content or in a quoted attribute of an XML element. */
export function escapeXml(text: string): string {
  return allowedText(text).replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}
