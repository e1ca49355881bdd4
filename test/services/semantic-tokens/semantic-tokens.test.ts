import { analyse, readSource, SourceSet } from '@jixiao/language';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import { type Case, uriOf } from '../case-file.js';
import { onlyExpectations, readSeries, seriesIn } from '../case-series.js';
import { decode, listed } from './decoding.js';

/*
 * Expectations of a case of semantic tokens: “tokens” lists each with its type and its modifiers.
 * A range mark in the text asks only for its lines.
 */
const MAIN = uriOf('main.perf');

function verify(subject: Case): void {
  onlyExpectations(subject, ['tokens']);
  const { data } = semanticTokens(subject.analysis, MAIN, subject.ranges[0]?.at);
  const [expectation] = subject.expectations;
  expect(listed(data, subject.texts.get(MAIN) ?? '')).toBe(expectation?.text.replaceAll('\r', '').trim());
}

describe('semantic tokens', () => {
  it.each(seriesIn('semantic-tokens').map((subject) => [subject.name, subject] as const))('%s', (_name, subject) => {
    verify(subject);
  });

  it('notices a wrong expectation', () => {
    const wrong = (tokens: string) => {
      const [subject] = readSeries(
        'wrong',
        `//// case one\n//// file main.perf\n数据 甲 = 3\n//// tokens\n${tokens}\n`,
      );
      return () => subject && verify(subject);
    };
    expect(wrong('数据 keyword')).toThrow();
    expect(wrong('数据 keyword\n甲 figure declaration\n3 number')).not.toThrow();
  });

  it('moves with the text above', () => {
    const before = readSource(MAIN, '数据 甲 = 3人\n');
    analyse(new SourceSet(new Map([[MAIN, before]]), () => ({ kind: 'missing' })));
    const text = '// 说明\n\n数据 乙 = 4人\n数据 甲 = 3人\n';
    const after = readSource(MAIN, text, before);
    const analysis = analyse(new SourceSet(new Map([[MAIN, after]]), () => ({ kind: 'missing' })));
    const tokens = decode(semanticTokens(analysis, MAIN).data);
    expect(tokens.map(({ line }) => line)).toEqual([2, 2, 2, 2, 3, 3, 3, 3]);
  });

  it('has a legend that names each kind once', () => {
    const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;
    expect(new Set(tokenTypes).size).toBe(tokenTypes.length);
    expect(new Set(tokenModifiers).size).toBe(tokenModifiers.length);
    for (const id of [...tokenTypes, ...tokenModifiers]) expect(id).toMatch(/^[A-Za-z]\w*$/);
  });
});
