import { allowedText } from '../layout/allowed-text.js';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return allowedText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
