import { join } from 'node:path';
import { LARGEST_SOURCE } from '@jixiao/core';
import { describe, expect, test } from 'vitest';
import { type Content, folderWith } from './folder.js';
import { runHere } from './run-here.js';
import { REPORT, WRONG_SUM } from './samples.js';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, Content>>;
  readonly args: readonly string[];
  /** The only line on standard error. */
  readonly zh: string;
  readonly en: string;
}

/** `甲` and a line break in GBK. */
const GBK = Buffer.from([0xbc, 0xd7, 0x0a]);

/** Input that no verb can work with: exit code 2. */
const unusable: readonly Case[] = [
  {
    name: 'a missing file',
    files: {},
    args: ['check', '没有.perf'],
    zh: '找不到文件“没有.perf”：没有这个文件或文件夹。',
    en: 'The file “没有.perf” is not there: there is no such file or folder.',
  },
  {
    name: 'a file below a file',
    files: { 'a.perf': REPORT },
    args: ['check', 'a.perf/b.perf'],
    zh: '找不到文件“a.perf/b.perf”：路径中有一段不是文件夹。',
    en: 'The file “a.perf/b.perf” is not there: a part of the path is not a folder.',
  },
  {
    name: 'a name that is too long',
    files: {},
    args: ['check', '长'.repeat(100)],
    zh: `找不到文件“${'长'.repeat(100)}”：文件名太长。`,
    en: `The file “${'长'.repeat(100)}” is not there: the name is too long.`,
  },
  {
    name: 'a name that no system allows',
    files: {},
    args: ['check', 'a\0b'],
    zh: '找不到文件“a\0b”：文件名中有不允许的字符。',
    en: 'The file “a\0b” is not there: the name holds a character that is not allowed.',
  },
  {
    name: 'a folder without reports',
    files: { 'a/readme.md': '', 'a/node_modules/x.perf': '', 'a/.git/x.perf': '' },
    args: ['check', 'a'],
    zh: '文件夹“a”里没有 .perf 文件。',
    en: 'The folder “a” holds no .perf files.',
  },
  {
    name: 'an empty folder to format',
    files: { 'a/readme.md': '' },
    args: ['fmt', 'a'],
    zh: '文件夹“a”里没有 .perf 文件。',
    en: 'The folder “a” holds no .perf files.',
  },
  {
    name: 'an empty folder to build',
    files: { 'a/readme.md': '' },
    args: ['build', 'a'],
    zh: '文件夹“a”里没有 .perf 文件。',
    en: 'The folder “a” holds no .perf files.',
  },
  {
    name: 'a folder to inspect',
    files: { 'a/a.perf': REPORT },
    args: ['inspect', 'a'],
    zh: '“a”是文件夹，inspect 一次只看一个文件。\n用法见 jixiao inspect --help。',
    en: '“a” is a folder; inspect takes one file.\nSee jixiao inspect --help.',
  },
  {
    name: 'a binary file',
    files: { 'a.docx': Buffer.from('504b0304140000000800', 'hex') },
    args: ['check', 'a.docx'],
    zh: '无法读取“a.docx”：这不是文本文件。',
    en: '“a.docx” cannot be read: it is not a text file.',
  },
  {
    name: 'a file in GBK',
    files: { 'a.perf': Buffer.concat([Buffer.from('// 一\n'), GBK]) },
    args: ['check', 'a.perf'],
    zh: '无法读取“a.perf”：第 2 行起不是 UTF-8 编码（可能是 GBK），请另存为 UTF-8。',
    en: '“a.perf” cannot be read: from line 2 on it is not UTF-8 (perhaps GBK); save it as UTF-8.',
  },
  {
    name: 'a file in UTF-16',
    files: { 'a.perf': Buffer.from(`\ufeff${REPORT}`, 'utf16le') },
    args: ['check', 'a.perf'],
    zh: '无法读取“a.perf”：文字编码是 UTF-16，请另存为 UTF-8。',
    en: '“a.perf” cannot be read: it is encoded in UTF-16; save it as UTF-8.',
  },
  {
    name: 'half a character at the end',
    files: { 'a.perf': Buffer.from('// 甲').subarray(0, 5) },
    args: ['check', 'a.perf'],
    zh: '无法读取“a.perf”：第 1 行起不是 UTF-8 编码（可能是 GBK），请另存为 UTF-8。',
    en: '“a.perf” cannot be read: from line 1 on it is not UTF-8 (perhaps GBK); save it as UTF-8.',
  },
  {
    name: 'a file that is far too large',
    files: { 'a.perf': Buffer.alloc(LARGEST_SOURCE + 1, 0x20) },
    args: ['check', 'a.perf'],
    zh: '无法读取“a.perf”：文件太大，最多 16 MB。',
    en: '“a.perf” cannot be read: it is too large; 16 MB are the most.',
  },
  {
    name: 'links that point at each other',
    files: { 'a.perf': { linkTo: 'b.perf' }, 'b.perf': { linkTo: 'a.perf' } },
    args: ['check', 'a.perf'],
    zh: '无法读取“a.perf”：链接互相指向，没有尽头。',
    en: '“a.perf” cannot be read: the links point at each other without end.',
  },
  {
    name: 'an empty file to build',
    files: { 'a.perf': '' },
    args: ['build', 'a.perf'],
    zh: '“a.perf”里没有报告，没有可以生成的 Word 文件。',
    en: 'There is no report in “a.perf”, so no Word file can be built.',
  },
  {
    name: 'a missing file to build',
    files: {},
    args: ['build', 'a.perf'],
    zh: '找不到文件“a.perf”：没有这个文件或文件夹。',
    en: 'The file “a.perf” is not there: there is no such file or folder.',
  },
  {
    name: 'a folder without a report to build',
    files: { 'a/x.perf': '数据 甲 = 1\n' },
    args: ['build', 'a'],
    zh: '“a”里没有报告，没有可以生成的 Word 文件。',
    en: 'There is no report in “a”, so no Word file can be built.',
  },
  {
    name: 'a code that does not exist',
    files: {},
    args: ['explain', 'nothing/known'],
    zh: '没有“nothing/known”这个代码，用 jixiao explain 列出全部代码。',
    en: 'There is no code “nothing/known”; jixiao explain lists them all.',
  },
];

describe('input that cannot be used is one sentence', () => {
  test.each(unusable)('$name', async ({ files, args, zh, en }) => {
    const cwd = folderWith(files);
    expect(await runHere(args, { cwd })).toEqual({ code: 2, out: '', err: `${zh}\n` });
    expect(await runHere([...args, '--lang', 'en'], { cwd })).toEqual({ code: 2, out: '', err: `${en}\n` });
  });

  test.skipIf(process.platform === 'win32')('a device', async () => {
    const { code, err } = await runHere(['check', '/dev/zero'], { cwd: '/' });
    expect([code, err]).toEqual([2, '无法读取“/dev/zero”：这不是普通文件。\n']);
  });

  test('the other files are checked all the same', async () => {
    const cwd = folderWith({ 'a.perf': WRONG_SUM });
    const text = await runHere(['check', 'x.perf', 'a.perf'], { cwd });
    expect(text.code).toBe(2);
    expect(text.out).toContain('[sum/mismatch]');
    expect(text.err).toBe('找不到文件“x.perf”：没有这个文件或文件夹。\n');
    const json = JSON.parse((await runHere(['check', 'x.perf', 'a.perf', '--format', 'json'], { cwd })).out);
    expect(json.findings).toHaveLength(1);
    expect(json.unreadable).toEqual([{ file: join(cwd, 'x.perf'), message: '没有这个文件或文件夹' }]);
  });
});

describe('a folder that holds no reports does not keep the others from being worked on', () => {
  const files = { 'a.perf': WRONG_SUM, 'empty/notes.txt': '' };
  const operands = ['empty', 'a.perf', 'none.perf', './empty'];
  const told = '文件夹“empty”里没有 .perf 文件。\n';
  const missing = '找不到文件“none.perf”：没有这个文件或文件夹。\n';

  test('check', async () => {
    const { code, out, err } = await runHere(['check', ...operands], { cwd: folderWith(files) });
    expect([code, err]).toEqual([2, told + missing]);
    expect(out).toContain('[sum/mismatch]');
    expect(out).toContain('（1 个文件）');
  });

  test('check as JSON', async () => {
    const cwd = folderWith(files);
    const { code, out } = await runHere(['check', ...operands, '--format', 'json'], { cwd });
    const { findings, unreadable } = JSON.parse(out);
    expect([code, findings.length]).toEqual([2, 1]);
    expect(unreadable).toEqual([
      { file: join(cwd, 'empty'), message: '文件夹里没有 .perf 文件' },
      { file: join(cwd, 'none.perf'), message: '没有这个文件或文件夹' },
    ]);
    const alone = await runHere(['check', 'empty', '--format', 'json', '--lang', 'en'], { cwd });
    expect(JSON.parse(alone.out).unreadable).toEqual([
      { file: join(cwd, 'empty'), message: 'the folder holds no .perf files' },
    ]);
  });

  test('check as SARIF', async () => {
    const { out } = await runHere(['check', ...operands, '--format', 'sarif'], { cwd: folderWith(files) });
    const [{ results, invocations }] = JSON.parse(out).runs;
    expect(results).toHaveLength(1);
    const place = (uri: string) => [{ physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } } }];
    expect(invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ locations: place('empty') }, { locations: place('none.perf') }],
      },
    ]);
  });

  test('fmt', async () => {
    const cwd = folderWith({ ...files, 'a.perf': '数据   甲＝3\n' });
    expect(await runHere(['fmt', ...operands], { cwd })).toEqual({ code: 2, out: 'a.perf\n', err: told + missing });
    const both = await runHere(['fmt', 'empty', '-'], { cwd, input: '数据   甲＝3\n' });
    expect(both).toEqual({ code: 2, out: '数据 甲 = 3\n', err: told });
  });
});

describe('unusual input that is fine', () => {
  const fine: readonly (readonly [string, Content])[] = [
    ['an empty file', ''],
    ['blank lines only', '\n\n  \n'],
    ['a byte order mark alone', '\ufeff'],
    ['a byte order mark', `\ufeff${REPORT}`],
    ['line breaks of Windows', REPORT.replaceAll('\n', '\r\n')],
    ['no line break at the end', REPORT.trimEnd()],
  ];

  test.each(fine)('%s', async (_name, content) => {
    const outcome = await runHere(['check', 'a.perf'], { cwd: folderWith({ 'a.perf': content }) });
    expect(outcome).toEqual({ code: 0, out: '没有发现问题（1 个文件）。\n', err: '' });
  });

  test('places do not depend on line breaks or a byte order mark', async () => {
    const wrong = `${REPORT}\n${WRONG_SUM}`;
    const cwd = folderWith({ 'a.perf': wrong, 'b.perf': `\ufeff${wrong.replaceAll('\n', '\r\n')}` });
    const ranges = async (file: string) =>
      JSON.parse((await runHere(['check', file, '--format', 'json'], { cwd })).out).findings.map(
        ({ range }: { range: unknown }) => range,
      );
    expect(await ranges('b.perf')).toEqual(await ranges('a.perf'));
    expect(await ranges('a.perf')).toContainEqual({
      start: { line: 16, character: 7 },
      end: { line: 16, character: 8 },
    });
  });

  test('a file of 5 MB', async () => {
    const line = '  全年共支出一些钱，写了许许多多的字。\n';
    const prose = line.repeat(Math.ceil((5 * 1024 * 1024) / Buffer.byteLength(line)));
    const cwd = folderWith({ 'a.perf': `${REPORT.trimEnd().slice(0, -1)}  节 "长" [\n${prose}  ]\n}\n` });
    const { code, err } = await runHere(['check', 'a.perf'], { cwd });
    expect([code, err]).toEqual([0, '']);
  });
});

/** Imports that cannot be followed are findings of the file that imports. */
const imports: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, Content>>;
  readonly code: string;
}[] = [
  { name: 'a missing file', files: { 'a/a.perf': '引入 "x.perf"\n' }, code: 'import/missing' },
  { name: 'itself', files: { 'a/a.perf': '引入 "a.perf"\n' }, code: 'import/cycle' },
  {
    name: 'each other',
    files: { 'a/a.perf': '引入 "b.perf"\n', 'a/b.perf': '引入 "../a/a.perf"\n' },
    code: 'import/cycle',
  },
  { name: 'an absolute path', files: { 'a/a.perf': '引入 "/etc/passwd"\n' }, code: 'import/outside' },
  { name: 'what lies above the root', files: { 'a/a.perf': '引入 "../../x.perf"\n' }, code: 'import/outside' },
  {
    name: 'another workspace above the own one',
    files: { 'a/package.json': '{}', 'a/a.perf': '引入 "../b.perf"\n', 'b.perf': '' },
    code: 'import/outside',
  },
  {
    name: 'a link that leads outside',
    files: { 'a/a.perf': '引入 "x.perf"\n', 'a/x.perf': { linkTo: '/etc/passwd' } },
    code: 'import/outside',
  },
  {
    name: 'what lies in a folder that leads outside',
    files: { 'a/a.perf': '引入 "x/passwd"\n', 'a/x': { linkTo: '/etc' } },
    code: 'import/outside',
  },
  {
    name: 'a missing file in a folder that leads outside',
    files: { 'a/a.perf': '引入 "x/none.perf"\n', 'a/x': { linkTo: '/etc' } },
    code: 'import/outside',
  },
  {
    name: 'a binary file',
    files: { 'a/a.perf': '引入 "x.png"\n', 'a/x.png': Buffer.from([0x89, 0, 1]) },
    code: 'import/unreadable',
  },
  { name: 'a folder', files: { 'a/a.perf': '引入 "../a"\n' }, code: 'import/unreadable' },
];

describe('imports', () => {
  test.each(imports)('of $name', async ({ files, code: expected }) => {
    const cwd = folderWith(files);
    const { code, out, err } = await runHere(['check', 'a/a.perf', '--format', 'json'], { cwd });
    const codes = JSON.parse(out).findings.map((finding: { code: string }) => finding.code);
    expect([code, err, new Set(codes)]).toEqual([1, '', new Set([expected])]);
  });

  const followed: readonly (readonly [string, Readonly<Record<string, Content>>])[] = [
    ['a file above, inside the workspace', { 'a/a.perf': '引入 "../b.perf"\n', 'b.perf': '' }],
    [
      'a link inside the workspace',
      { 'a/a.perf': '引入 "x.perf"\n', 'a/x.perf': { linkTo: '../b.perf' }, 'b.perf': '' },
    ],
    ['an empty file', { 'a/a.perf': '引入 "x.perf"\n', 'a/x.perf': '' }],
  ];

  test.each(followed)('of %s are followed', async (_name, files) => {
    expect((await runHere(['check', 'a/a.perf'], { cwd: folderWith(files) })).code).toBe(0);
  });
});
