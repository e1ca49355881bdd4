import { KEYWORDS } from '@jixiao/language';
import { expect, test } from 'vitest';
import { declarationStartsAt, sectionStartsAt } from '../../packages/language/src/syntax/declaration-start.js';
import { createTokenTypes } from '../../packages/language/src/syntax/tokens.js';
import { tokenizeLines } from './tokenizer.js';

/** What may follow a keyword at the beginning of a line, complete or not. */
const FOLLOWING = [
  '',
  ' ',
  ' 甲',
  '甲 = 3',
  ' 甲，乙。',
  ' 甲 = 3',
  '　甲　＝　３',
  ' 「甲 乙」 = 3',
  ' `a b` {',
  ' 甲 乙 = 3',
  ' 甲 {',
  ' 甲 ｛',
  ' 甲 "标题"',
  ' 甲“标题”{',
  ' 甲 单位为 万元',
  ' 甲 in 万元 = 3',
  ' 甲 inner',
  ' 甲 采用 乙 {',
  ' 甲 using `乙` {',
  ' 甲 基于 乙 {',
  ' 甲 extends 乙',
  ' 甲 >= 乙',
  ' 甲 ≠ 乙 否则 "x"',
  ' "标题"',
  ' "标题" {',
  '"标题"｛',
  ' “标题” {',
  ' "标题 {',
  ' "标题" [',
  ' "标题" [ 正文 ]',
  ' “标题”【',
  ' "标题" 横向 {',
  ' 2 "标题" {',
  ' ２ “标题” landscape ［',
  ' 2 标题 {',
];

const WORDS = [...KEYWORDS.flatMap(({ zh, en }) => [zh, en]), '甲'];

test('open prose ends before the same lines as in the language', () => {
  for (const indent of ['', '  ', '　']) {
    for (const word of WORDS) {
      for (const following of FOLLOWING) {
        const line = `${indent}${word}${following}`;
        const ends = declarationStartsAt(line, 0) || sectionStartsAt(line, 0);
        const [, tokens = []] = tokenizeLines(['[ 没有结束 #{甲', line]);
        expect(tokens[0]?.scopes.includes('meta.prose.perf') ?? false, line).toBe(!ends);
      }
    }
  }
});

test('names consist of the same characters as in the language', () => {
  const pattern = createTokenTypes().named.NAME.PATTERN;
  const isName = (text: string) => pattern instanceof RegExp && pattern.exec(text)?.[0] === text;
  const characters: string[] = [];
  for (let code = 0x21; code <= 0xffff; code++) {
    if (code < 0xd800 || code > 0xdfff) characters.push(String.fromCharCode(code));
  }
  for (const code of [0x10000, 0x1f600, 0x20000, 0x2a6df, 0x30000, 0x10ffff])
    characters.push(String.fromCodePoint(code));
  const differing = characters.filter((character) => {
    const [tokens = []] = tokenizeLines([`甲${character}`]);
    const [first] = tokens;
    const whole = first?.text === `甲${character}` && first.scopes.includes('variable.other.perf');
    return whole !== isName(`甲${character}`);
  });
  expect(differing).toEqual([]);
});
