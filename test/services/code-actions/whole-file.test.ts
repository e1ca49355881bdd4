import { readSource } from '@jixiao/language';
import { codeActions, FIX_ALL, formattedText, RECALCULATE } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import { Range } from 'vscode-languageserver-types';
import { analysisOf, applyEdits, type Case, casesIn, uriOf } from '../case-file.js';

const FILE = uriOf('main.perf');
const cases = casesIn('code-actions/whole-file').map((subject) => [subject.name, subject] as const);
const kinds = [
  ['fix-all', FIX_ALL],
  ['recalculate', RECALCULATE],
] as const;

function applied(subject: Case, kind: string): string {
  const text = subject.texts.get(FILE) ?? '';
  const range = Range.create(0, 0, 0, 0);
  const actions = codeActions(subject.analysis, { file: FILE, range, only: [kind] }, 'zh');
  expect(actions.length).toBeLessThanOrEqual(1);
  return applyEdits(text, actions[0]?.edit?.changes?.[FILE] ?? []);
}

describe.each(kinds)('%s', (word, kind) => {
  test.each(cases)('%s', (_, subject) => {
    const text = subject.texts.get(FILE) ?? '';
    const wanted = subject.expectations.find(({ words }) => words[0] === word)?.text ?? text;
    const after = applied(subject, kind);
    expect(after).toBe(wanted);
    const isFormatted = (it: string) => formattedText(readSource(FILE, it)) === it;
    if (isFormatted(text)) expect(isFormatted(after)).toBe(true);
    const again = { ...subject, texts: new Map([[FILE, after]]), analysis: analysisOf(new Map([[FILE, after]])) };
    expect(applied(again, kind)).toBe(after);
  });
});

test('saving never changes a number, a score or a grade', () => {
  for (const [, subject] of cases) {
    const after = applied(subject, FIX_ALL);
    const values = (text: string) => {
      const file = analysisOf(new Map([[FILE, text]])).evaluated(FILE);
      return JSON.stringify([file.tables, file.indicators], (key, value) =>
        /span$/i.test(key) ? undefined : typeof value === 'bigint' ? `${value}` : value,
      );
    };
    expect(values(after)).toBe(values(subject.texts.get(FILE) ?? ''));
  }
});

test('nothing for a whole file is offered unless it is asked for', () => {
  for (const [, subject] of cases) {
    const actions = codeActions(subject.analysis, { file: FILE, range: Range.create(0, 0, 99, 0) }, 'zh');
    expect(actions.filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
  }
});
