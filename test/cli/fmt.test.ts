import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_SOURCE } from '@jixiao/core';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';

const UNTIDY = '数据   甲＝3{ 乙=1\n丙 = 2 }';
const TIDY = '数据 甲 = 3 {\n  乙 = 1\n  丙 = 2\n}\n';
const textIn = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('writing', () => {
  test('rewrites what changes and lists it', async () => {
    const cwd = folderWith({ 'a.perf': UNTIDY, 'b.perf': TIDY, 'x/c.perf': UNTIDY, 'x/d.txt': UNTIDY });
    const { mtimeMs } = statSync(join(cwd, 'b.perf'));
    const outcome = await runHere(['fmt', '.'], { cwd });
    expect(outcome).toEqual({ code: 0, out: 'a.perf\nx/c.perf\n', err: '' });
    expect(textIn(cwd, 'a.perf')).toBe(TIDY);
    expect(textIn(cwd, 'x/c.perf')).toBe(TIDY);
    expect(textIn(cwd, 'x/d.txt')).toBe(UNTIDY);
    expect(statSync(join(cwd, 'b.perf')).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(cwd).sort()).toEqual(['.jixiao', 'a.perf', 'b.perf', 'x']);
    expect(await runHere(['fmt', '.'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });

  test('keeps the line ends, the byte order mark, the permissions and the link', async () => {
    const windows = `\uFEFF${UNTIDY.replaceAll('\n', '\r\n')}`;
    const cwd = folderWith({ 'a.perf': windows, 'link.perf': { linkTo: 'a.perf' } });
    chmodSync(join(cwd, 'a.perf'), 0o640);
    expect((await runHere(['fmt', 'link.perf'], { cwd })).code).toBe(0);
    expect(textIn(cwd, 'a.perf')).toBe(`\uFEFF${TIDY.replaceAll('\n', '\r\n')}`);
    expect(statSync(join(cwd, 'a.perf')).mode & 0o777).toBe(0o640);
    expect(textIn(cwd, 'link.perf')).toBe(textIn(cwd, 'a.perf'));
  });

  test('leaves declarations alone that cannot be read, and says so', async () => {
    const cwd = folderWith({ 'a.perf': `${UNTIDY}\n预算 支出 =  = 5\n` });
    const outcome = await runHere(['fmt', 'a.perf'], { cwd });
    expect(outcome.code).toBe(0);
    expect(outcome.err).toBe('“a.perf”第 3 行的声明有语法错误，保持原样。\n');
    expect(textIn(cwd, 'a.perf')).toBe(`${TIDY}预算 支出 =  = 5\n`);
    const english = await runHere(['fmt', 'a.perf', '--lang', 'en'], { cwd });
    expect(english.err).toBe('“a.perf”: the declaration at line 5 cannot be read and stayed as written.\n');
  });

  test('goes on after a file that cannot be read', async () => {
    const cwd = folderWith({ 'a.perf': Buffer.from([0xff, 0xfe, 0x41]), 'b.perf': UNTIDY });
    const outcome = await runHere(['fmt', 'none.perf', 'a.perf', 'b.perf'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.out).toBe('b.perf\n');
    expect(outcome.err.split('\n')).toHaveLength(3);
  });

  test('goes on after a file that cannot be written', async () => {
    const cwd = folderWith({ 'a.perf': UNTIDY, 'b.perf': UNTIDY, 'c.perf': UNTIDY, 'd.perf': UNTIDY });
    for (const name of ['a.perf', 'c.perf']) chmodSync(join(cwd, name), 0o444);
    expect(await runHere(['fmt', '.'], { cwd })).toEqual({
      code: 2,
      out: 'b.perf\nd.perf\n',
      err: '无法写入“a.perf”：已有的文件是只读的。\n无法写入“c.perf”：已有的文件是只读的。\n',
    });
    expect(['a', 'b', 'c', 'd'].map((name) => textIn(cwd, `${name}.perf`))).toEqual([UNTIDY, TIDY, UNTIDY, TIDY]);
    // Where nothing is written, nothing stands in the way.
    expect((await runHere(['fmt', '--check', 'a.perf'], { cwd })).code).toBe(1);
  });
});

describe('checking', () => {
  test('changes nothing, and fails where something would change', async () => {
    const cwd = folderWith({ 'a.perf': UNTIDY, 'b.perf': TIDY });
    expect(await runHere(['fmt', '--check', 'a.perf', 'b.perf'], { cwd })).toEqual({
      code: 1,
      out: 'a.perf\n',
      err: '',
    });
    expect(textIn(cwd, 'a.perf')).toBe(UNTIDY);
    expect(await runHere(['fmt', '--check', 'b.perf'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('keywords', () => {
  const chinese = '引入 "b.perf"\n报告 "报告" { 节 "一" [ #{表.得分} #{支出.得分} ] }\n';
  const files = {
    'a.perf': chinese,
    'b.perf': '指标 表 采用 湖南整体支出 { 产出指标 50分 { 数量 50分: >= 1 -> 1 } }\n数据 支出 = 1 { 得分 = 1 }\n',
  };

  test('attributes are told from names by what is imported', async () => {
    const cwd = folderWith(files);
    expect((await runHere(['fmt', '--keywords', 'en', 'a.perf'], { cwd })).out).toBe('a.perf\n');
    expect(textIn(cwd, 'a.perf')).toBe(
      'import "b.perf"\nreport "报告" { section "一" [ #{表.score} #{支出.得分} ] }\n',
    );
    await runHere(['fmt', '--keywords', 'zh', '.'], { cwd });
    expect(textIn(cwd, 'a.perf')).toBe(chinese);
  });

  test('an unknown spelling is refused', async () => {
    const cwd = folderWith(files);
    expect((await runHere(['fmt', '--keywords', 'fr', 'a.perf'], { cwd })).code).toBe(2);
    expect(textIn(cwd, 'a.perf')).toBe(chinese);
  });
});

describe('standard input', () => {
  const cwd = '/';
  test('comes out formatted', async () => {
    expect(await runHere(['fmt', '-'], { cwd, input: UNTIDY })).toEqual({ code: 0, out: TIDY, err: '' });
    expect((await runHere(['fmt', '-'], { cwd, input: `\uFEFF${TIDY}` })).out).toBe(`\uFEFF${TIDY}`);
  });
  test('is only checked', async () => {
    expect(await runHere(['fmt', '-', '--check'], { cwd, input: UNTIDY })).toEqual({ code: 1, out: '-\n', err: '' });
    expect(await runHere(['fmt', '-', '--check'], { cwd, input: TIDY })).toEqual({ code: 0, out: '', err: '' });
  });
  test('is refused where it is no text', async () => {
    expect((await runHere(['fmt', '-'], { cwd, input: Buffer.from([0xff, 0xfe, 0x41, 0]) })).code).toBe(2);
  });
  test('is refused where a file would be too large', async () => {
    const most = { cwd, input: Buffer.alloc(LARGEST_SOURCE) };
    expect((await runHere(['fmt', '-'], most)).err).toBe('无法读取“-”：这不是文本文件。\n');
    const more = { cwd, input: Buffer.alloc(LARGEST_SOURCE + 1, '\n') };
    expect(await runHere(['fmt', '-'], more)).toEqual({
      code: 2,
      out: '',
      err: '无法读取“-”：文件太大，最多 16 MB。\n',
    });
    expect((await runHere(['fmt', '-', '--lang', 'en'], more)).err).toBe(
      '“-” cannot be read: it is too large; 16 MB are the most.\n',
    );
  });
  test('takes the spelling asked for', async () => {
    expect((await runHere(['fmt', '-', '--keywords', 'en'], { cwd, input: TIDY })).out).toMatch(/^figures 甲/);
  });
});
