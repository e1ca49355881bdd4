import type { Language } from '@jixiao/core';
import { type Analysis, readSource } from '@jixiao/language';
import { format, formatOnType, formatRange, formatText, formattedText } from '@jixiao/language/services';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, applyEdits, casesIn, uriOf } from '../case-file.js';
import { meaningOf, withoutSpelling } from './meaning.js';
import { damaged, exampleText, reportText, respaced } from './random-texts.js';

const MAIN = uriOf('main.perf');
const UNIT = uriOf('unit.perf');

const examples = ['hello.perf', 'mingxikou-2024/unit.perf', 'mingxikou-2024/as-published.perf'].map(exampleText);
const cases = casesIn('formatting/document').map(({ texts }) => texts.get(MAIN) ?? '');
const imported = exampleText('mingxikou-2024/unit.perf');

function analysed(text: string): Analysis {
  return analysisOf(
    new Map([
      [MAIN, text],
      [UNIT, imported],
    ]),
  );
}

function meaning(text: string): unknown {
  return meaningOf(analysed(text), MAIN);
}

function respelled(text: string, keywords: Language): string {
  const analysis = analysed(text);
  return formattedText(analysis.sources.files.get(MAIN) ?? readSource(MAIN, text), { keywords, analysis });
}

function mustBeKeptInBothSpellings(text: string): void {
  const before = meaningOf(analysed(text), MAIN, { words: false });
  for (const language of ['en', 'zh'] as const) {
    const after = respelled(text, language);
    expect(meaningOf(analysed(after), MAIN, { words: false })).toEqual(before);
    expect(respelled(after, language)).toBe(after);
    // The other words are longer or shorter, so that a block may have been broken up on the way.
    const andBack = respelled(respelled(after, language === 'zh' ? 'en' : 'zh'), language);
    expect(withoutSpelling(andBack)).toBe(withoutSpelling(after));
  }
}

function mustBeKept(text: string): void {
  const after = formatText(text);
  expect(withoutSpelling(after)).toBe(withoutSpelling(text));
  expect(formatText(after)).toBe(after);
  expect(applyEdits(text, format(readSource(MAIN, text)))).toBe(after);
  expect(meaning(after)).toEqual(meaning(text));
}

/** How many times the usual number of texts are tried; more of them find what is rarer. */
const TIMES = Number.parseInt(process.env.PROPERTY_RUNS ?? '1', 10);

describe('formatting keeps what a text says and does not go on', () => {
  test('where an example is spaced differently', () => {
    fc.assert(fc.property(fc.constantFrom(...examples).chain(respaced), mustBeKept), { numRuns: 30 * TIMES });
  });
  test('where a case is spaced differently', () => {
    fc.assert(fc.property(fc.constantFrom(...cases).chain(respaced), mustBeKept), { numRuns: 150 * TIMES });
  });
  test('where a text is damaged', () => {
    fc.assert(fc.property(fc.constantFrom(...cases, ...examples).chain(damaged), mustBeKept), { numRuns: 150 * TIMES });
  });
  test('where a report is made up', () => {
    fc.assert(fc.property(reportText, mustBeKept), { numRuns: 100 * TIMES });
  });
  test('where its keywords are respelled', () => {
    for (const example of examples) mustBeKeptInBothSpellings(example);
    fc.assert(fc.property(reportText, mustBeKeptInBothSpellings), { numRuns: 30 * TIMES });
  });
  test('where only some lines are formatted', () => {
    const texts = fc.oneof(fc.constantFrom(...cases).chain(damaged), reportText);
    const lines = fc.tuple(fc.nat(60), fc.nat(10));
    fc.assert(
      fc.property(texts, lines, (text, [first, more]) => {
        const range = { start: { line: first, character: 0 }, end: { line: first + more, character: 3 } };
        const after = applyEdits(text, formatRange(readSource(MAIN, text), range));
        expect(withoutSpelling(after)).toBe(withoutSpelling(text));
        expect(meaning(after)).toEqual(meaning(text));
      }),
      { numRuns: 100 * TIMES },
    );
  });
  test('where something is typed', () => {
    const texts = fc.oneof(fc.constantFrom(...cases).chain(damaged), reportText);
    fc.assert(
      fc.property(texts, fc.nat(200), (text, which) => {
        const typed = [...text.matchAll(/[}\]｝］】\n]/g)];
        const { index = 0, 0: sign = '' } = typed[which % Math.max(1, typed.length)] ?? {};
        const before = text.slice(0, index + 1);
        const line = before.split('\n').length - 1;
        const position = { line, character: before.length - before.lastIndexOf('\n') - 1 };
        const after = applyEdits(text, formatOnType(readSource(MAIN, text), position, sign));
        expect(withoutSpelling(after)).toBe(withoutSpelling(text));
        expect(meaning(after)).toEqual(meaning(text));
      }),
      { numRuns: 100 * TIMES },
    );
  });
  test('where the text was read after an edit', () => {
    const edits = fc.constantFrom(...examples).chain((text) => fc.tuple(fc.constant(text), damaged(text)));
    fc.assert(
      fc.property(edits, ([text, changed]) => {
        const source = readSource(MAIN, changed, readSource(MAIN, text));
        expect(applyEdits(changed, format(source))).toBe(formatText(changed));
      }),
      { numRuns: 50 * TIMES },
    );
  });
});
