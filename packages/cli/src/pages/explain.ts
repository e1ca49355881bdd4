import { FINDING_KINDS, type Language, type Severity } from '@jixiao/core';
import { type Failure, failure } from '../failure.js';
import { pageOf } from './pages.js';

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
};

/**
 * What a code means: its page. Codes are written small; capitals are no reason to refuse one.
 * @throws Failure if there is no such code
 */
export async function explanation(written: string, language: Language): Promise<string> {
  const code = written.toLowerCase();
  const kind = FINDING_KINDS.get(code);
  if (!kind) throw await unknownCode(written);
  const page = pageOf(code, language);
  if (page !== undefined) return page.endsWith('\n') ? page : `${page}\n`;
  const severity = SEVERITY[kind.severity][language];
  return language === 'zh'
    ? `${code}（${severity}）：还没有说明页。\n`
    : `${code} (${severity}): there is no page about it yet.\n`;
}

/** All codes with their severity, one a line. */
export function codeList(language: Language): string {
  const longest = Math.max(...[...FINDING_KINDS.keys()].map((code) => code.length));
  return [...FINDING_KINDS.values()]
    .map(({ code, severity }) => `${code.padEnd(longest)}  ${SEVERITY[severity][language]}\n`)
    .join('');
}

async function unknownCode(written: string): Promise<Failure> {
  // Only a wrong code has to wait for it, for all of the language comes with it.
  const { similarWords } = await import('../verbs/reading.js');
  const similar = similarWords(written.toLowerCase(), FINDING_KINDS.keys());
  if (similar.length === 0) {
    return failure(
      `没有“${written}”这个代码，用 jixiao explain 列出全部代码。`,
      `There is no code “${written}”; jixiao explain lists them all.`,
    );
  }
  return failure(
    `没有“${written}”这个代码，是否指：${similar.join('、')}？`,
    `There is no code “${written}”; did you mean: ${similar.join(', ')}?`,
  );
}
