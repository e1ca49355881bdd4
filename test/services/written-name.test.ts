import { definitionsOf, readSource } from '@jixiao/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenName, writtenSegment } from '../../packages/language/src/services/written-name.js';

describe('a name as it is written', () => {
  it.each([
    ['支出', '支出'],
    ['单位', '单位'],
    ['constructor', 'constructor'],
    ['𠮷祥', '𠮷祥'],
    ['其他 支出', '「其他 支出」'],
    ['2024年', '「2024年」'],
    ['ＡＢ', '「ＡＢ」'],
    ['a.b', '「a.b」'],
    ['a」b', '`a」b`'],
    ['"x"', '「"x"」'],
    ['—', '「—」'],
    ['「x', '「「x」'],
    ['', '「」'],
  ])('%j', (name, expected) => {
    expect(writtenName(name)).toBe(expected);
  });

  it('may begin with a digit behind a dot', () => {
    expect(writtenSegment('2024年')).toBe('2024年');
    expect(writtenSegment('2024 年')).toBe('「2024 年」');
  });

  it('is read back as that name', () => {
    const names = fc
      .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.stringMatching(/^[一-龥A-Za-z0-9 .「`"_·-]{1,8}$/))
      .filter((name) => !/[\r\n\0]/.test(name) && !name.includes('」'));
    fc.assert(
      fc.property(names, (name) => {
        const source = readSource('a.perf', `数据 ${writtenName(name)} = 1\n`);
        const declared = source.pieces.flatMap((piece) => definitionsOf(piece).symbols).map(({ path }) => path.at(-1));
        expect(declared).toEqual([name]);
      }),
      { numRuns: 300 },
    );
  });
});
