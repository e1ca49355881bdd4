import type { Language } from '@jixiao/core';
import { PAGES } from './generated/pages.js';

/** The page that explains a finding code, as Markdown: in the language asked for, else in the one there is. */
export function pageOf(code: string, language: Language): string | undefined {
  const page = Object.hasOwn(PAGES, code) ? PAGES[code] : undefined;
  return page?.[language] ?? page?.zh ?? page?.en;
}
