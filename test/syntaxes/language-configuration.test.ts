import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { punctuationPattern } from '../../packages/language/src/syntax/punctuation.js';

interface LanguageConfiguration {
  readonly comments: { readonly lineComment: string };
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const configuration = JSON.parse(
  readFileSync(new URL('../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
) as LanguageConfiguration;

describe('words', () => {
  const { pattern, flags } = configuration.wordPattern;

  test.each([
    ['预算 支出 = 2799.38万元', ['预算', '支出', '2799.38万元']],
    ['支出.经济分类.工资福利支出', ['支出', '经济分类', '工资福利支出']],
    ['单位甲：７８人，增长7.3%', ['单位甲', '７８人', '增长7', '3%']],
    ['增长 7.3%、3‰', ['增长', '7.3%', '3‰']],
    ['𠮷林路 + 甲𠀀乙', ['𠮷林路', '甲𠀀乙']],
    ['表1 × 项目·甲 ÷ b2', ['表1', '项目·甲', 'b2']],
    ['#{求和(甲,乙): 0.00}', ['求和', '甲', '乙', '0.00']],
  ])('in “%s”', (line, words) => {
    expect(line.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
  });

  test('are never empty', () => {
    expect(new RegExp(`^(?:${pattern})$`, flags).test('')).toBe(false);
  });
});

describe('brackets', () => {
  test('are those of the language in every width', () => {
    const [opening, closing] = [
      configuration.brackets.map(([open]) => open),
      configuration.brackets.map(([, close]) => close),
    ];
    for (const [marks, written] of [
      [['{', '('], opening],
      [['}', ')'], closing],
    ] as const) {
      for (const mark of marks) {
        const spellings = [...new Set(written)].filter((text) => punctuationPattern(mark).test(text));
        expect(spellings.length, mark).toBe(2);
      }
    }
    expect(configuration.brackets.filter(([open]) => /[[［【]/.test(open))).toEqual([
      ['[', ']'],
      ['［', '］'],
      ['【', '】'],
    ]);
  });

  test('close themselves and surround a selection', () => {
    const closing = configuration.autoClosingPairs.map(({ open, close }) => [open, close]);
    expect(closing).toEqual(expect.arrayContaining([...configuration.brackets]));
    expect(configuration.surroundingPairs).toEqual(expect.arrayContaining([...configuration.brackets]));
    expect(configuration.surroundingPairs).toContainEqual(['*', '*']);
  });
});

describe('Enter', () => {
  test.each([
    ['    + 第一项；', '', '+ '],
    ['    ＋ 第一项', '', '＋ '],
    ['    - 一项', '', '- '],
    ['　　+ 全角缩进', '', '+ '],
    ['// 说明写到', '一半', '// '],
    ['    + ', '', undefined],
    ['    + 最后一项 ]', '', undefined],
    ['    -3不是一项', '', undefined],
    ['    一项 + 一项', '', undefined],
    ['// 说明完了', '', undefined],
    ['    正文', '正文', undefined],
  ])('behind “%s” before “%s”', (before, after, appended) => {
    const rule = configuration.onEnterRules.find(
      ({ beforeText, afterText }) =>
        new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
    );
    expect(rule?.action.appendText).toBe(appended);
  });

  test.each([
    ['预算 支出 = 3 {', true],
    ['预算 支出 ｛', true],
    ['  节 "概况" [', true],
    ['  节 "概况" 【', true],
    ['  按 经济分类 { 工资 = 3', true],
    ['  按 经济分类 { 工资 = 3 }', false],
    ['    正文#{支出}。', false],
    ['// 说明 {', false],
    ['  简称 "我镇"', false],
  ])('indents after “%s”: %s', (line, indents) => {
    expect(new RegExp(configuration.indentationRules.increaseIndentPattern).test(line)).toBe(indents);
  });

  test.each([
    ['  }', true],
    ['｝', true],
    ['    ］', true],
    ['  ] 表 支出', true],
    ['  工资 = 3 }', false],
  ])('outdents “%s”: %s', (line, outdents) => {
    expect(new RegExp(configuration.indentationRules.decreaseIndentPattern).test(line)).toBe(outdents);
  });
});

test.each([
  ['// region 基本情况', 'start'],
  ['  //#region', 'start'],
  ['// 折叠 基本情况', 'start'],
  ['// endregion', 'end'],
  ['// 结束折叠', 'end'],
  ['// 说明：折叠', undefined],
])('folding mark “%s”: %s', (line, side) => {
  const { start, end } = configuration.folding.markers;
  const found = new RegExp(start).test(line) ? 'start' : new RegExp(end).test(line) ? 'end' : undefined;
  expect(found).toBe(side);
});
