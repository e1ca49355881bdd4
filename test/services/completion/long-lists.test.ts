import { analyse, KEYWORDS, readSource, SourceSet } from '@jixiao/language';
import { complete } from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import { cursorOf } from '../case-file.js';
import { seriesIn } from '../case-series.js';

const FILE = 'file:///w/main.perf';
const OPTIONS = { language: 'zh', pinyin: true, snippets: true } as const;

function listAfter(declared: number, typed: string) {
  const rows = Array.from({ length: declared }, (_, index) => `  项目${index} = ${index}\n`).join('');
  const text = `预算 支出 单位为 万元 {\n${rows}}\n核对 ${typed}`;
  const source = readSource(FILE, text);
  const analysis = analyse(new SourceSet(new Map([[FILE, source]]), () => ({ kind: 'missing' })));
  return complete(analysis, FILE, { line: declared + 2, character: 3 + typed.length }, OPTIONS);
}

describe('completion of very many names', () => {
  it('offers all of them while they are few', () => {
    const list = listAfter(100, '');
    expect(list.isIncomplete).toBe(false);
    expect(list.items.filter(({ label }) => label.startsWith('项目'))).toHaveLength(100);
  });

  it('thins them out by what is typed, and says so', () => {
    const list = listAfter(2000, 'xm1999');
    expect(list.isIncomplete).toBe(true);
    expect(list.items.filter(({ label }) => label.startsWith('项目')).map(({ label }) => label)).toEqual(['项目1999']);
    expect(listAfter(2000, '').items.length).toBeLessThan(400);
  });
});

it('offers every keyword in some place', () => {
  const offered = new Set(
    seriesIn('completion').flatMap((subject) => {
      const { file, at } = cursorOf(subject);
      return complete(subject.analysis, file, at.end, OPTIONS).items.map(({ label }) => label);
    }),
  );
  expect(KEYWORDS.filter(({ zh }) => !offered.has(zh)).map(({ zh }) => zh)).toEqual([]);
});
