import type { Language } from '@jixiao/core';
import { PAGES } from './generated/pages.js';

/** The page that explains a code, as Markdown, if there is one. A page speaks both languages. */
export function pageOf(code: string): string | undefined {
  return Object.hasOwn(PAGES, code) ? PAGES[code] : undefined;
}

/**
 * What a page says first, in one line: in Chinese its first paragraph below the headings, in English
 * the first that is quoted, as the English text of a page is.
 */
export function firstParagraph(page: string, language: Language): string {
  const paragraphs = page.split(/\n\s*\n/).map((block) => block.trim());
  const text = paragraphs.filter((block) => block !== '' && !block.startsWith('#'));
  const english = text.find((block) => block.startsWith('>'));
  const found = (language === 'en' ? english : undefined) ?? text[0] ?? '';
  return found.replace(/^> ?/gm, '').replace(/\s*\n\s*/g, ' ');
}
