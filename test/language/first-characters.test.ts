import { createToken, Lexer, type TokenType } from 'chevrotain';
import { expect, test } from 'vitest';
import { GRAMMAR_KEYWORDS } from '../../packages/language/src/grammar/generated/grammar-json.js';
import { charactersOf } from '../../packages/language/src/syntax/first-characters.js';
import { PerfLexer } from '../../packages/language/src/syntax/lexer.js';
import { punctuationCharacters, punctuationPattern } from '../../packages/language/src/syntax/punctuation.js';
import { CODE_MODE, createModes, createTokenTypes } from '../../packages/language/src/syntax/tokens.js';

const MARKS = [
  '{',
  '}',
  '(',
  ')',
  '=',
  '==',
  '!=',
  '>=',
  '<=',
  '>',
  '<',
  '->',
  '|',
  ':',
  ',',
  '.',
  '..',
  '+',
  '-',
  '*',
];

/** The tokens of a text, told with or without what is said of their first characters. */
function lexer(safeMode: boolean): (text: string) => string {
  const punctuation = [...MARKS, '/', '%'].map(
    (name): TokenType =>
      createToken({
        name,
        pattern: punctuationPattern(name),
        line_breaks: false,
        start_chars_hint: punctuationCharacters(name),
      }),
  );
  punctuation.sort((a, b) => b.name.length - a.name.length);
  const modes = createModes(createTokenTypes(), punctuation);
  const made = new Lexer(
    { modes, defaultMode: CODE_MODE },
    { positionTracking: 'full', skipValidations: true, safeMode },
  );
  return (text) => {
    const { tokens, errors } = made.tokenize(text);
    const seen = tokens.map(({ tokenType, image, endLine }) => [tokenType.name, image, endLine]);
    return JSON.stringify([seen, errors.map(({ offset, length }) => [offset, length])]);
  };
}

const hinted = lexer(false);
const unhinted = lexer(true);

test.each(['', '=', '{', '/', '-', '2'])(
  'no character begins another token than its pattern says, before “%s”',
  (next) => {
    const different: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = String.fromCharCode(code) + next;
      if (hinted(text) !== unhinted(text)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  },
);

test('a character of the supplementary planes begins a name', () => {
  expect(hinted('𠮷野 = 1')).toBe(unhinted('𠮷野 = 1'));
  expect(hinted('𠮷野')).toContain('"NAME","𠮷野"');
});

test('a comment ends on its line, whatever the line ends with', () => {
  const lines = (text: string) => {
    const { report, tokens } = new PerfLexer(GRAMMAR_KEYWORDS).tokenize(text);
    return [...report.comments, ...tokens].map(({ startLine, endLine }) => [startLine, endLine]);
  };
  expect(lines('// 一\r\n甲')).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(lines('// 一\n甲')).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

test('a class is read with its ranges, escapes and single characters', () => {
  expect(charactersOf('a-c_Ａ')).toEqual([97, 98, 99, 95, 0xff21]);
  expect(charactersOf(String.raw`\u0041-\u0043`)).toEqual([65, 66, 67]);
});
