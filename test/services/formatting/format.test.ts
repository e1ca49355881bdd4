import { readSource } from '@jixiao/language';
import { type FormatOptions, format, formatOnType, formatRange, formatText } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import { analysisOf, applyEdits, type Case, casesIn, cursorOf, expected, uriOf } from '../case-file.js';
import { meaningOf } from './meaning.js';

const MAIN = uriOf('main.perf');
const named = (cases: readonly Case[]) => cases.map((subject) => [subject.name, subject] as const);

function textOf(subject: Case): string {
  const text = subject.texts.get(MAIN);
  if (text === undefined) throw new Error(`The case ${subject.name} has no file main.perf`);
  return text;
}

function formattedIn(subject: Case): string {
  return expected(subject, 'formatted')[0]?.text ?? '';
}

function analysed(subject: Case, text: string) {
  return analysisOf(new Map([...subject.texts, [MAIN, text]]));
}

describe('a document', () => {
  describe.each(named(casesIn('formatting/document')))('%s', (_, subject) => {
    const text = textOf(subject);
    const after = formattedIn(subject);

    test('is formatted', () => expect(formatText(text)).toBe(after));
    test('is not formatted further', () => expect(formatText(after)).toBe(after));
    test('is formatted by its edits', () => {
      expect(applyEdits(text, format(readSource(MAIN, text)))).toBe(after);
      expect(format(readSource(MAIN, after))).toEqual([]);
    });
    test('says the same as before', () => {
      expect(meaningOf(analysed(subject, after), MAIN)).toEqual(meaningOf(subject.analysis, MAIN));
    });
    test('keeps the line ends of Windows', () => {
      const windows = text.replaceAll('\n', '\r\n');
      expect(formatText(windows)).toBe(after.replaceAll('\n', '\r\n'));
      expect(applyEdits(windows, format(readSource(MAIN, windows)))).toBe(after.replaceAll('\n', '\r\n'));
    });
    test('keeps its byte order mark', () => {
      const marked = `\uFEFF${text}`;
      expect(formatText(marked)).toBe(`\uFEFF${after}`);
      expect(applyEdits(marked, format(readSource(MAIN, marked)))).toBe(`\uFEFF${after}`);
    });
  });
});

describe('keywords', () => {
  const spellings = (subject: Case) =>
    expected(subject, 'formatted').map(({ words, text }) => ({ keywords: words[1] as 'zh' | 'en', after: text }));

  describe.each(named(casesIn('formatting/keywords')))('%s', (_, subject) => {
    const text = textOf(subject);
    const respell = (source: string, keywords: FormatOptions['keywords']) => {
      const analysis = analysed(subject, source);
      const file = analysis.sources.files.get(MAIN);
      if (!file) throw new Error('no file');
      return applyEdits(source, format(file, { keywords, analysis }));
    };

    test.each(spellings(subject))('take the spelling $keywords', ({ keywords, after }) => {
      expect(respell(text, keywords)).toBe(after);
      expect(respell(after, keywords)).toBe(after);
    });
    test.each(spellings(subject))('mean the same in $keywords', ({ after }) => {
      const words = { words: false };
      expect(meaningOf(analysed(subject, after), MAIN, words)).toEqual(meaningOf(subject.analysis, MAIN, words));
    });
    test('come back from the other spelling', () => {
      for (const { keywords } of spellings(subject)) {
        const there = respell(text, keywords === 'zh' ? 'en' : 'zh');
        expect(respell(there, keywords)).toBe(respell(text, keywords));
      }
    });
  });
});

describe('a range', () => {
  test.each(named(casesIn('formatting/range')))('%s', (_, subject) => {
    const text = textOf(subject);
    const range = subject.ranges[0]?.at;
    if (!range) throw new Error(`The case ${subject.name} has no range`);
    expect(applyEdits(text, formatRange(readSource(MAIN, text), range))).toBe(formattedIn(subject));
  });
});

describe('on type', () => {
  test.each(named(casesIn('formatting/on-type')))('%s', (_, subject) => {
    const text = textOf(subject);
    const { end } = cursorOf(subject).at;
    const character = expected(subject, 'typed')[0]?.words[1] ?? '';
    const typed = character === 'newline' ? '\n' : character;
    expect(applyEdits(text, formatOnType(readSource(MAIN, text), end, typed))).toBe(formattedIn(subject));
  });
});

describe('options', () => {
  test('the indentation', () => {
    expect(formatText('数据 a = 1 {\nb=1\n}\n', { indent: 4 })).toBe('数据 a = 1 {\n    b = 1\n}\n');
  });
  test('no alignment', () => {
    const text = '数据 a {\n  b = 1\n  长名称 = 2\n}\n';
    expect(formatText(text, { align: false })).toBe(text);
    expect(formatText(text)).not.toBe(text);
  });
});

describe('texts that are hardly texts', () => {
  test.each([
    ['', ''],
    ['\n', ''],
    ['  \n\t\n', ''],
    ['\uFEFF', '\uFEFF'],
    ['数据 a=1', '数据 a = 1\n'],
    ['// x', '// x\n'],
    ['\r\n数据 a=1', '数据 a = 1\r\n'],
    ['数据 a=1\r数据 b=1\n', '数据 a=1\r数据 b=1\n'],
    ['不是 绩效 文件 ！', '不是 绩效 文件 ！'],
    [`数据 a${' { b'.repeat(40)}`, `数据 a${' { b'.repeat(40)}`],
  ])('%j', (text, after) => {
    expect(formatText(text)).toBe(after);
    expect(applyEdits(text, format(readSource(MAIN, text)))).toBe(after);
  });
});
