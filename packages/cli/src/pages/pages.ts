import type { Language } from '@jixiao/core';
import { PAGES } from './generated/pages.js';

/** The page that explains a code, as Markdown: in the language asked for, else in the one there is. */
export function pageOf(code: string, language: Language): string | undefined {
  const page = Object.hasOwn(PAGES, code) ? PAGES[code] : undefined;
  return page?.[language] ?? page?.zh ?? page?.en;
}

/** The first paragraph of a page below its headings, in one line. */
export function firstParagraph(page: string): string {
  const paragraph = page.split(/\n\s*\n/).find((block) => block.trim() !== '' && !block.trimStart().startsWith('#'));
  return (paragraph ?? '').trim().replace(/\s*\n\s*/g, ' ');
}
