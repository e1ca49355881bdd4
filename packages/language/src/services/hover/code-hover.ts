import type { Language } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Allowance } from '../../syntax/allowances.js';
import { findingKinds } from '../finding-kinds.js';
import { escapeMarkdown, inlineCode, paragraphs } from './markdown.js';

/** The page about a kind of finding in a language, as Markdown; undefined where there is none. */
export type PageOf = (code: string, language: Language) => string | undefined;

const UNKNOWN: Readonly<Record<Language, string>> = {
  zh: '没有这个代码。',
  en: 'There is no finding with this code.',
};

/** What an allowed finding says here, and what its page says of it. */
export function codeText(
  allowance: Allowance,
  analysis: Analysis,
  file: string,
  language: Language,
  pageOf: PageOf | undefined,
): string {
  const { code } = allowance;
  const isKnown = findingKinds().some((kind) => kind.code === code);
  const messages = analysis
    .allowed(file)
    .filter((allowed) => allowed.allowance === allowance)
    .map(({ finding }) => escapeMarkdown(finding.message[language]));
  return paragraphs([
    `**${inlineCode(code)}**`,
    isKnown ? undefined : UNKNOWN[language],
    ...messages,
    isKnown ? firstParagraph(pageOf?.(code, language)) : undefined,
  ]);
}

/** The first paragraph of a page that is no heading. */
export function firstParagraph(page: string | undefined): string | undefined {
  return page
    ?.replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(?:#|---|```)/.test(part));
}
