import { FINDING_KINDS } from '@jixiao/core';
import { type Analysis, readSource } from '@jixiao/language';
import { codeActions, FIXABLE_CODES, formattedText } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import { type CodeAction, type Diagnostic, Range } from 'vscode-languageserver-types';
import { analysisOf, applyEdits, type Case, casesIn, inWindows, uriOf } from '../case-file.js';

const FILE = uriOf('main.perf');
const cases = casesIn('code-actions/fixes');

function codeOf(subject: Case): string {
  const code = subject.expectations.find(({ words }) => words[0] === 'code')?.words[1];
  if (code === undefined) throw new Error(`The case ${subject.name} names no code`);
  return code;
}

function diagnosticsOf(analysis: Analysis, code: string): Diagnostic[] {
  return analysis
    .findings(FILE)
    .filter((finding) => finding.code === code)
    .map(({ at, message }) => ({
      code,
      message: message.zh,
      range: Range.create(
        { line: at.start.line + at.anchor.line, character: at.start.character },
        { line: at.end.line + at.anchor.line, character: at.end.character },
      ),
    }));
}

const isAllowing = ({ title }: CodeAction) => /^允许“/.test(title);

function actionsFor(subject: Case): CodeAction[] {
  const code = codeOf(subject);
  return diagnosticsOf(subject.analysis, code).flatMap((diagnostic) =>
    codeActions(subject.analysis, { file: FILE, range: diagnostic.range, diagnostics: [diagnostic] }, 'zh').filter(
      ({ diagnostics }) => diagnostics?.[0] === diagnostic,
    ),
  );
}

function textAfter(subject: Case, action: CodeAction): string {
  expect(Object.keys(action.edit?.changes ?? {})).toEqual([FILE]);
  return applyEdits(subject.texts.get(FILE) ?? '', action.edit?.changes?.[FILE] ?? []);
}

/** The fixes for the findings of a case, allowing them left out. */
function fixesIn(subject: Case): { action: CodeAction; after: string }[] {
  return actionsFor(subject)
    .filter((action) => !isAllowing(action))
    .map((action) => ({ action, after: textAfter(subject, action) }));
}

const isFormatted = (text: string) => formattedText(readSource(FILE, text)) === text;

/** Codes whose fix leaves something for the author to write, so that they are still found. */
const STAYS = new Set([
  'score/no-reason',
  'score/no-measure',
  'execution/no-reason',
  'target/exceeded-no-reason',
  'allow/no-reason',
]);

const everywhere = cases.flatMap((subject) => [
  [subject.name, subject] as const,
  [`${subject.name} with line ends of Windows`, inWindows(subject)] as const,
]);

describe('fixes', () => {
  test.each(everywhere)('%s', (_, subject) => {
    const code = codeOf(subject);
    const before = diagnosticsOf(subject.analysis, code).length;
    expect(before).toBeGreaterThan(0);
    const fixes = fixesIn(subject);
    const wanted = subject.expectations
      .filter(({ words }) => words[0] === 'fix')
      .map(({ words, text }) => ({ title: words[1], preferred: words[2] === 'preferred', after: text }));
    const found = fixes.map(({ action, after }) => ({
      title: action.title,
      preferred: action.isPreferred === true,
      after,
    }));
    expect(found).toEqual(wanted);
    if (wanted.length === 0) expect(subject.expectations.some(({ words }) => words[0] === 'none')).toBe(true);
    const wasFormatted = isFormatted(subject.texts.get(FILE) ?? '');
    for (const { action, after } of fixes) {
      expect(action.kind).toBe('quickfix');
      if (wasFormatted) expect(isFormatted(after)).toBe(true);
      const left = diagnosticsOf(analysisOf(new Map([[FILE, after]])), code).length;
      if (!STAYS.has(code)) expect([action.title, left]).toEqual([action.title, left < before ? left : before - 1]);
    }
  });

  test('every fix has a case that it puts right', () => {
    const covered = new Set(
      cases.filter(({ expectations }) => expectations.some(({ words }) => words[0] === 'fix')).map(codeOf),
    );
    expect(FIXABLE_CODES.filter((code) => !covered.has(code))).toEqual([]);
    expect(FIXABLE_CODES.filter((code) => !FINDING_KINDS.has(code))).toEqual([]);
  });

  test.each(cases.map((subject) => [subject.name, subject] as const))(
    '%s offers one preferred fix a finding',
    (_, subject) => {
      for (const diagnostic of diagnosticsOf(subject.analysis, codeOf(subject))) {
        const request = { file: FILE, range: diagnostic.range, diagnostics: [diagnostic] };
        const preferred = codeActions(subject.analysis, request, 'en').filter(
          ({ isPreferred, diagnostics }) => isPreferred && diagnostics?.[0] === diagnostic,
        );
        expect(preferred.length).toBeLessThanOrEqual(1);
        for (const { title } of preferred) expect(title).toMatch(/[A-Za-z]{2}/);
      }
    },
  );
});
