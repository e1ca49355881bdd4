import { HINT_KINDS, inlayHints } from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { applyEdits, type Case, uriOf } from '../case-file.js';
import { onlyExpectations, readSeries, seriesIn } from '../case-series.js';

/*
 * Expectations of a case of inlay hints: “hints” is the text with every hint in its place, ⟨so⟩.
 * “inserted” is the text after a click on every hint that writes. “kinds …” switches some on;
 * “options en”. A range mark in the text asks only for that stretch.
 */
const KNOWN = ['hints', 'inserted', 'kinds', 'options'];
const MAIN = uriOf('main.perf');
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

function hintsOf(subject: Case): InlayHint[] {
  const words = (kind: string) => subject.expectations.find((one) => one.words[0] === kind)?.words.slice(1);
  const kinds = new Set(HINT_KINDS.filter((kind) => words('kinds')?.includes(kind) ?? true));
  const [range] = subject.ranges;
  const language = words('options')?.includes('en') ? 'en' : 'zh';
  return inlayHints(subject.analysis, MAIN, range?.at ?? WHOLE, kinds, language);
}

function labelOf({ label }: InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

function verify(subject: Case): void {
  onlyExpectations(subject, KNOWN);
  const text = subject.texts.get(MAIN) ?? '';
  const hints = hintsOf(subject);
  for (const { words, text: expected } of subject.expectations) {
    if (words[0] === 'hints') {
      const shown = hints.map((hint) => ({
        range: { start: hint.position, end: hint.position },
        newText: `⟨${labelOf(hint)}⟩`,
      }));
      expect(applyEdits(text, shown).trimEnd()).toBe(expected.trimEnd());
    }
    if (words[0] === 'inserted') {
      const edits = hints.flatMap(({ textEdits }) => textEdits ?? []);
      expect(applyEdits(text, edits).trimEnd()).toBe(expected.trimEnd());
    }
  }
}

describe('inlay hints', () => {
  it.each(seriesIn('inlay-hints').map((subject) => [subject.name, subject] as const))('%s', (_name, subject) => {
    verify(subject);
  });

  it('notices a wrong expectation', () => {
    const wrong = (expectation: string) => {
      const text = '预算 支出 { 工资 = 3万元 }';
      const [subject] = readSeries('wrong', `//// case one\n//// file main.perf\n${text}\n//// ${expectation}\n`);
      return () => subject && verify(subject);
    };
    expect(wrong('hints\n预算 支出 { 工资 = 3万元 }')).toThrow();
    expect(wrong('hints\n预算 支出⟨= 4万元⟩ { 工资 = 3万元 }')).toThrow();
    expect(wrong('hints\n预算 支出⟨= 3万元⟩ { 工资 = 3万元 }')).not.toThrow();
  });
});
