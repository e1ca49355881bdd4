import { rangeOf } from '@jixiao/core';
import { KEYWORDS, readSource } from '@jixiao/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText, MAIN } from './memory-host.js';

const codes = async (text: string) => (await analyseText(text)).findings(MAIN).map(({ code }) => code);

/** The beginning of `levels` blocks, each inside the one before. */
const nested = (levels: number, head: (level: number) => string) =>
  Array.from({ length: levels }, (_, level) => `{ ${head(level)}`).join(' ');

describe('keywords', () => {
  it.each(KEYWORDS.flatMap(({ zh, en }) => [zh, en]))('%s is also a name, and begins one', async (word) => {
    const text = `数据 ${word} = 1人\n数据 ${word}甲 = ${word} + 1人\n数据 和 { ${word} = 3人  ${word}乙 = 4人 }\n核对 ${word}甲 = 2人\n`;
    expect(await codes(text)).toEqual([]);
  });

  it('have two equal spellings', async () => {
    const chinese =
      '预算 支出 单位为 万元 = 3 { 按 类别 { 一 = 1 二 = 1 } 其中 { 三 = 1 } }\n核对 支出 > 5 否则 "少"\n';
    const english =
      'budget 支出 in 万元 = 3 { by 类别 { 一 = 1 二 = 1 } including { 三 = 1 } }\ncheck 支出 > 5 else "少"\n';
    const found = async (text: string) => (await analyseText(text)).findings(MAIN).map(({ message }) => message.zh);
    expect(await found(english)).toEqual(await found(chinese));
    expect(await found(chinese)).not.toEqual([]);
  });
});

describe('full-width forms', () => {
  it.each([
    ['预算　支出　单位为　万元　＝　３．５　｛　一＝１．５　二＝２　｝', []],
    ['预算 表 ｛ 列 甲 ｜ 乙\n 行 ＝ １ ｜ ２ ｝\n核对 表．甲 ＜＝ 表．乙', []],
    ['数据 甲 ＝ （１ ＋ ２） × ３ ÷ ９\n核对 甲 ＝ １', []],
    ['指标 表 ｛ 甲 １００分： ≥ ９０％ → ９５％ ＝ １００分 ｝', []],
    ['报告 “标题” ｛ 节 “一节” ［ 共#｛１＋１｝个。 ］ 节 "二节" 【 内容 】 ｝', []],
    ['单位 甲 { 机构 一、二，三 }', []],
  ])('%s', async (text, expected) => {
    expect(await codes(text)).toEqual(expected);
  });
});

describe('names of every plane', () => {
  const letters = fc.constantFrom('甲', '单', '位', '预', '算', '𠮷', '𠀀', '𪚥', 'a', 'Z', '_', 'é', '〇');
  it('may be declared and referred to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { minLength: 1, maxLength: 6 }), async (characters) => {
        const name = characters.join('');
        expect(await codes(`数据 ${name} = 1人\n核对 ${name} = 1人\n`)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('pieces', () => {
  const text =
    '// 说明\n预算 甲 = 1万元\n\n// 允许 x/y: z\n预算 乙 = 2万元 {\n  一 = 2\n}\n报告 "报告" {\n  [ 正文\n预算 丙 没有\n  ]\n}\n';

  it('begin at declarations and make up the text', () => {
    const { pieces } = readSource('a', text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.map((piece) => piece.anchor.line)).toEqual([0, 3, 7]);
  });

  it('are read anew only where the text changed', () => {
    const before = readSource('a', text);
    const after = readSource('a', text.replace('2万元', '3万元'), before);
    expect(after.piecesRead).toBe(1);
    const shifted = readSource('a', `数据 新 = 1人\n${text.replace('2万元', '3万元')}`, after);
    expect(shifted.piecesRead).toBe(1);
    expect(shifted.pieces.map((piece) => piece.anchor.line)).toEqual([0, 1, 4, 8]);
  });

  it('keep what is broken to themselves', async () => {
    const broken = '数据 甲 = 1人\n报告 "坏" { 节 "一" [ 没有结束\n\n数据 乙 = 甲 + 1人\n核对 乙 = 2人\n';
    expect((await codes(broken)).filter((code) => !code.startsWith('syntax/'))).toEqual([]);
  });
});

describe('line ends of Windows', () => {
  const lines = async (text: string) =>
    (await analyseText(text)).findings(MAIN).map(({ code, at }) => `${code} ${rangeOf(at).start.line}`);

  it.each([
    ['prose that a section cuts off', '报告 "甲" {\n  节 "一" [\n    共\n  节 "二" [ #{不存在} ]\n}\n'],
    ['a comment before the cut', '报告 "甲" {\n  节 "一" [\n    // 说明\n  节 "二" [ #{不存在} ]\n}\n'],
    ['a backslash before the cut', '报告 "甲" {\n  节 "一" [\n    共\\\n  节 "二" [ #{不存在} ]\n}\n'],
    ['an interpolation before the cut', '报告 "甲" {\n  节 "一" [\n    共#{1\n  节 "二" [ #{不存在} ]\n}\n'],
    ['next to nothing', '报告""[\n节""[\n#{不存在}'],
  ])('%s: every line counts once', async (_name, text) => {
    const found = await lines(text);
    expect(found.join()).toContain('syntax/unclosed-prose');
    expect(await lines(text.replaceAll('\n', '\r\n'))).toEqual(found);
  });
});

describe('hostile text', () => {
  it.each([
    ['an empty file', ''],
    ['a byte order mark', '\uFEFF数据 甲 = 1人\n核对 甲 = 1人\n'],
    ['lone carriage returns', '数据 甲 = 1人\r数据 乙 = 甲\r核对 乙 = 1人'],
    ['carriage returns', '数据 甲 = 1人\r\n报告 "报告" {\r\n  [ 共#{甲}。\r\n  ]\r\n}\r\n'],
    ['only a comment', '// 什么也没有'],
    ['a lone surrogate in prose', '报告 "报告" { [ 甲\uD800乙 ] }'],
  ])('%s is fine', async (_name, text) => {
    expect(await codes(text)).toEqual([]);
  });

  it.each([
    ['nested parentheses', `数据 甲 = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['nested blocks', `数据 甲 ${'{ 乙 '.repeat(20_000)}`],
    ['unclosed everything', '报告 "甲 { 节 "乙" [ #{ ( "'],
    ['control characters', '数据 甲\u0000 = 1\u0001人'],
    [
      'a chain of multiplications',
      ['数据 a0 = 9999999999', ...Array.from({ length: 60 }, (_, i) => `数据 a${i + 1} = a${i} * a${i}`)].join('\n'),
    ],
  ])('%s yields a finding and no exception', async (_name, text) => {
    expect(await codes(text)).not.toEqual([]);
  });

  // The pages promise twenty levels; the most that can be read depends on the stack.
  it.each([
    ['parentheses', (n: number) => `数据 甲 = ${'('.repeat(n)}1${')'.repeat(n)}`],
    ['functions', (n: number) => `数据 甲 = ${'求和('.repeat(n)}1${')'.repeat(n)}`],
    ['conditions', (n: number) => `数据 甲 = ${'如果 1 > 2 则 3 否则 '.repeat(n)}1`],
    ['figures', (n: number) => `数据 甲 ${nested(n, (i) => `乙${i}`)} = 1${' }'.repeat(n)}`],
    ['indicators', (n: number) => `指标 表 ${nested(n, (i) => `乙${i} 100分`)}: >= 1次 -> 1次${' }'.repeat(n)}`],
    ['sections', (n: number) => `报告 "甲" ${nested(n, (i) => `节 "乙${i}"`)} [ 文。 ]${' }'.repeat(n)}`],
  ])('%s can be read twenty levels deep', async (_name, text) => {
    expect(await codes(text(20))).not.toContain('syntax/too-deep');
    expect(await codes(text(20_000))).toContain('syntax/too-deep');
  });

  it('evaluates long chains in either direction', async () => {
    const count = 3000;
    const lines = Array.from({ length: count }, (_, i) =>
      i === count - 1 ? `数据 a${i} = 1人` : `数据 a${i} = a${i + 1} + 1人`,
    );
    expect(await codes(`${lines.join('\n')}\n核对 a0 = ${count}人\n`)).toEqual([]);
    expect(await codes(`核对 a0 = ${count}人\n${lines.reverse().join('\n')}\n`)).toEqual([]);
  });

  it('reads whatever is typed without an exception', async () => {
    const snippet = fc.constantFrom(
      '预算 甲 = ',
      '1万元',
      '{',
      '}',
      '[',
      ']',
      '#{',
      '"',
      '甲',
      '.',
      '|',
      '\n',
      '报告 "x" {',
      '节 "y" [',
      '->',
      ':',
      '>=',
      '10分',
      '//',
      '列 ',
      '按 ',
      '—',
      '指标 表 {',
      '如果 ',
      '、',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(snippet, { maxLength: 40 }), async (parts) => {
        await codes(parts.join(''));
      }),
      { numRuns: 300 },
    );
  });
});
