import { displayWidth, padEndTo, toHalfWidth } from '@jixiao/core';
import fc from 'fast-check';
import { eastAsianWidth } from 'get-east-asian-width';
import { describe, expect, test } from 'vitest';

describe('display width', () => {
  test.each([
    ['', 0],
    ['budget', 6],
    ['基本支出', 8],
    ['基本支出 = 1542.1', 17],
    ['，。：（）', 10],
    ['ＡＢ１', 6],
    ['“三公”', 6],
    ['—', 1],
    ['①', 1],
    ['𠮷林', 4],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['\u3000', 2],
  ])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

  test('every character takes the columns that Unicode gives it', () => {
    const isDrawn = (character: string) => !/[\p{Mn}\p{Me}\p{Cf}]/u.test(character);
    const wrong: string[] = [];
    for (let point = 0; point <= 0x3ffff; point += 1) {
      const character = String.fromCodePoint(point);
      const width = isDrawn(character) ? eastAsianWidth(point, { ambiguousAsWide: false }) : 0;
      // A character after it is met where it is expected.
      if (displayWidth(`${character}支`) !== width + 2) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['支出', 8, '支出    '],
    ['支出', 4, '支出'],
    ['支出', 3, '支出'],
    ['三公x', 6, '三公x '],
  ])('%s padded to %i', (text, width, padded) => expect(padEndTo(text, width)).toBe(padded));

  test('padded texts align', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '支', '１', '—', '𠮷') }), fc.nat(40), (text, width) => {
        const padded = padEndTo(text, width);
        expect(padded.startsWith(text)).toBe(true);
        expect(displayWidth(padded)).toBe(Math.max(width, displayWidth(text)));
      }),
    ));
});

describe('full width to half width', () => {
  test.each([
    ['：；（）｛｝［］＝％｜', ':;(){}[]=%|'],
    ['２７９９．３８', '2799.38'],
    ['ＢＵＤＧＥＴ　ｂｕｄｇｅｔ', 'BUDGET budget'],
    ['＞＝＜！～', '>=<!~'],
    ['甲，乙、丙。“丁”《戊》', '甲，乙、丙。“丁”《戊》'],
    ['￥100', '￥100'],
    ['𠮷１', '𠮷1'],
  ])('%s becomes %s', (text, expected) => expect(toHalfWidth(text)).toBe(expected));

  test('maps U+FF01–FF5E to ASCII but for the comma, and keeps every position', () => {
    for (let code = 0x21; code <= 0x7e; code += 1) {
      const wide = String.fromCharCode(code + 0xfee0);
      expect(toHalfWidth(wide)).toBe(wide === '，' ? '，' : String.fromCharCode(code));
    }
    expect(toHalfWidth('\uff00\uff5f')).toBe('\uff00\uff5f');
  });

  test('never changes the length, nor anything twice', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const half = toHalfWidth(text);
        expect(half.length).toBe(text.length);
        expect(toHalfWidth(half)).toBe(half);
      }),
    ));
});
