import { displayWidth } from '@jixiao/core';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../packages/cli/src/findings/excerpt.js';

/** The first line, the range of characters in it, and how it is drawn. */
const cases: readonly (readonly [name: string, line: string, from: number, to: number, drawn: string])[] = [
  ['Latin', 'abc def', 4, 7, 'abc def\n    ^^^'],
  ['Chinese', '全年支出30万元', 2, 4, '全年支出30万元\n    ^^^^'],
  ['indented', '    甲 = 1', 8, 9, '甲 = 1\n     ^'],
  ['a tab', '\t甲\t= 1', 5, 6, '甲 = 1\n     ^'],
  ['nothing', '甲 = ', 4, 4, '甲 =\n     ^'],
  ['beyond the line', '甲', 5, 9, '甲\n  ^'],
  ['a line break of Windows', '甲 = 1\r', 4, 5, '甲 = 1\n     ^'],
  ['a character beyond the plane', '𠮷 = 1', 5, 6, '𠮷 = 1\n     ^'],
  ['a control character', '甲\u001b[31m乙', 6, 7, '甲 [31m乙\n       ^^'],
];

describe('a place is marked below its line', () => {
  test.each(cases)('%s', (_name, line, from, to, drawn) => {
    const excerpt = excerptOf([line], range(0, from, 0, to));
    expect(excerpt && `${excerpt.line}\n${' '.repeat(excerpt.indent)}${'^'.repeat(excerpt.width)}`).toBe(drawn);
  });

  test('a range of several lines is marked to the end of its first', () => {
    expect(excerptOf(['甲 {', '}'], range(0, 2, 1, 1))).toEqual({ line: '甲 {', indent: 3, width: 1 });
  });

  test.each([
    ['a blank line', ['  ']],
    ['no line', []],
  ])('%s has no excerpt', (_name, lines) => {
    expect(excerptOf(lines, range(0, 0, 0, 0))).toBeUndefined();
  });

  test.each([0, 10, 47, 48, 90, 150, 199])('a long line is cut around character %i', (at) => {
    for (const line of ['字'.repeat(200), '𠮷'.repeat(100)]) {
      const excerpt = excerptOf([line], range(0, at - (at % 2), 0, at - (at % 2) + 2));
      expect(displayWidth(excerpt?.line ?? '')).toBeLessThanOrEqual(98);
      expect(excerpt?.line).toMatch(/^…?(字|𠮷)+…?$/u);
      expect(excerpt && excerpt.indent + excerpt.width).toBeLessThanOrEqual(96);
    }
  });

  test('a mark longer than the terminal is cut', () => {
    expect(excerptOf(['字'.repeat(500)], range(0, 0, 0, 500))?.width).toBe(96);
  });
});

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { file: 'a', start: { line, character }, end: { line: endLine, character: endCharacter } };
}
