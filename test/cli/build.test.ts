import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { JPEG, sized } from '../report/pictures.js';
import { type Content, folderWith } from './folder.js';
import { runHere } from './run-here.js';
import { PNG, REPORT, WRONG_REPORT, WRONG_SUM } from './samples.js';
import { wordPart } from './word-part.js';

function filesBelow(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => statSync(join(folder, path)).isFile() && path !== '.jixiao').sort();
}

describe('a report becomes a Word file', () => {
  test('beside its source, named after it and the title', async () => {
    const cwd = folderWith({ 'x/a.perf': REPORT });
    expect(await runHere(['build', 'x/a.perf'], { cwd })).toEqual({
      code: 0,
      out: '已生成 x/a-甲局自评报告.docx\n',
      err: '',
    });
    expect(wordPart(join(cwd, 'x/a-甲局自评报告.docx'))).toContain('30万元');
    expect(filesBelow(cwd)).toEqual(['x/a-甲局自评报告.docx', 'x/a.perf']);
  });

  test.each([
    ['a file', 'out.docx', 'out.docx'],
    ['a folder', 'out/deep', 'out/deep/a-甲局自评报告.docx'],
    ['a folder that is there, named like a file', 'x.docx/', 'x.docx/a-甲局自评报告.docx'],
  ])('to %s', async (_name, output, target) => {
    const cwd = folderWith({ 'x/a.perf': REPORT, 'x.docx/older': '' });
    const { code, out } = await runHere(['build', 'x/a.perf', '-o', output, '--lang', 'en'], { cwd });
    expect([code, out]).toEqual([0, `Built ${target}\n`]);
    expect(existsSync(join(cwd, target))).toBe(true);
  });
});

describe('while errors stand', () => {
  test('nothing is written, and the sentence says which', async () => {
    const cwd = folderWith({ 'a.perf': WRONG_REPORT, 'out.docx': 'old' });
    const { code, out, err } = await runHere(['build', 'a.perf', '-o', 'out.docx'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('[sum/mismatch]');
    expect(err).toBe(
      '没有生成《甲局自评报告》：a.perf 还有 1 处错误（sum/mismatch）。改正后再生成，或用 --draft 先出草稿。\n',
    );
    expect(filesBelow(cwd)).toEqual(['a.perf', 'out.docx']);
    expect(readFileSync(join(cwd, 'out.docx'), 'utf8')).toBe('old');
    const english = await runHere(['build', 'a.perf', '--lang', 'en'], { cwd });
    expect(english.err).toBe(
      'Not built: 甲局自评报告: 1 error in a.perf (sum/mismatch). Mend them, or build a draft with --draft.\n',
    );
  });

  test.each([
    ['an empty title', WRONG_REPORT.replace('报告 "甲局自评报告"', '报告 ""')],
    ['no title', WRONG_REPORT.replace('报告 "甲局自评报告"', '报告')],
  ])('a report with %s is named by its file', async (_name, text) => {
    const cwd = folderWith({ 'a.perf': text });
    expect((await runHere(['build', 'a.perf'], { cwd })).err).toMatch(/^没有生成报告：a\.perf 还有 \d 处错误/);
    const english = await runHere(['build', 'a.perf', '--lang', 'en'], { cwd });
    expect(english.err).toMatch(/^No report was built: \d errors? in a\.perf/);
  });

  test('a draft says so on every page', async () => {
    const cwd = folderWith({ 'a.perf': WRONG_REPORT });
    const { code, out } = await runHere(['build', 'a.perf', '--draft'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('[sum/mismatch]');
    const target = join(cwd, 'a-甲局自评报告-草稿.docx');
    const names = Object.keys(unzipSync(readFileSync(target))).filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(names.some((name) => wordPart(target, name).includes('草稿'))).toBe(true);
  });

  test('a clean report has no such mark', async () => {
    const cwd = folderWith({ 'a.perf': REPORT });
    await runHere(['build', 'a.perf', '-o', 'a.docx'], { cwd });
    const parts = unzipSync(readFileSync(join(cwd, 'a.docx')));
    expect(Object.values(parts).some((bytes) => strFromU8(bytes).includes('草稿'))).toBe(false);
  });

  test('an error in an imported file counts', async () => {
    const cwd = folderWith({ 'a.perf': `引入 "u.perf"\n${REPORT}`, 'u.perf': WRONG_SUM });
    const { code, out } = await runHere(['build', 'a.perf'], { cwd });
    expect([code, out.startsWith('u.perf:1:8: 错误')]).toEqual([1, true]);
  });

  test('a report that cannot be read at all is not passed over', async () => {
    const cwd = folderWith({ 'a.perf': '报告 {\n' });
    const { code, err } = await runHere(['build', '.'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^没有生成.*a\.perf 还有 \d+ 处错误/);
  });
});

describe('many reports', () => {
  const two = `${REPORT}\n${REPORT.slice(REPORT.indexOf('报告')).replace('甲局自评报告', '项目/自评报告')}`;

  test('of one file become a file each', async () => {
    const cwd = folderWith({ 'a.perf': two });
    const { code, out } = await runHere(['build', 'a.perf'], { cwd });
    expect([code, out]).toEqual([
      0,
      '已生成 a-甲局自评报告.docx\n已生成 a-项目／自评报告.docx\n共生成 2 个 Word 文件。\n',
    ]);
  });

  test('that share a long title are counted', async () => {
    const title = '长'.repeat(70);
    const same = `${REPORT}\n${REPORT.slice(REPORT.indexOf('报告'))}`.replaceAll('甲局自评报告', title);
    const cwd = folderWith({ 'a.perf': same });
    expect((await runHere(['build', 'a.perf'], { cwd })).code).toBe(0);
    const cut = `a-${'长'.repeat(66)}`;
    expect(filesBelow(cwd)).toEqual([`${cut}.docx`, `${cut}2.docx`, 'a.perf']);
  });

  test('of one folder never write the same file, together or alone', async () => {
    const cwd = folderWith({ '镇.perf': REPORT, '镇-甲局自评报告.perf': REPORT.replace('全年', '今年') });
    const { code, out } = await runHere(['build', '.'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('已生成 镇-甲局自评报告.docx\n已生成 镇-甲局自评报告2.docx\n');
    expect(wordPart(join(cwd, '镇-甲局自评报告.docx'))).toContain('今年');
    expect(wordPart(join(cwd, '镇-甲局自评报告2.docx'))).toContain('全年');
    expect((await runHere(['build', '镇.perf', '-o', 'out/'], { cwd })).out).toBe('已生成 out/镇-甲局自评报告2.docx\n');
  });

  test('do not fit into one', async () => {
    const cwd = folderWith({ 'a.perf': two });
    const { code, out, err } = await runHere(['build', 'a.perf', '-o', 'x.docx'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      '“a.perf”里有 2 份报告，一个 Word 文件放不下：甲局自评报告、项目/自评报告。-o 后面请写一个文件夹。\n',
    );
    expect(filesBelow(cwd)).toEqual(['a.perf']);
  });

  test('without a title are counted all the same', async () => {
    const cwd = folderWith({ 'a.perf': two.replace('项目/自评报告', '') });
    const { err } = await runHere(['build', 'a.perf', '-o', 'x.docx'], { cwd });
    expect(err).toContain('“a.perf”里有 2 份报告，一个 Word 文件放不下：甲局自评报告、（没有标题）。');
  });

  test('of a folder: what is right is built, what is wrong is named', async () => {
    const cwd = folderWith({
      'w/good.perf': `引入 "u.perf"\n${REPORT}`,
      'w/bad.perf': `引入 "u.perf"\n${WRONG_REPORT}`,
      'w/sub/good.perf': REPORT,
      'w/u.perf': '数据 共用 = 1\n',
    });
    const { code, out, err } = await runHere(['build', 'w', '-o', 'out'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('已生成 out/good-甲局自评报告.docx\n');
    expect(err).toMatch(/^没有生成《甲局自评报告》：w\/bad\.perf/);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['good-甲局自评报告.docx', 'sub/good-甲局自评报告.docx']);
  });

  test('what they share is told once', async () => {
    const shared = { 'u.perf': WRONG_SUM, 'a.perf': `引入 "u.perf"\n${REPORT}`, 'b.perf': `引入 "u.perf"\n${REPORT}` };
    const { out } = await runHere(['build', '.'], { cwd: folderWith(shared) });
    expect(out.match(/\[sum\/mismatch\]/g)).toHaveLength(1);
  });
});

/** Pictures of a report: what stands at the path, and why it cannot be used. */
const pictures: readonly {
  readonly name: string;
  readonly path: string;
  readonly content?: Content;
  readonly why?: string;
}[] = [
  { name: 'a picture', path: 'p.png', content: PNG },
  { name: 'a picture under a wrong name', path: 'p.txt', content: PNG },
  { name: 'a picture behind a link', path: 'q.png', content: { linkTo: 'real/p.png' } },
  { name: 'no file', path: 'p.png', why: '没有这个文件或文件夹' },
  { name: 'a text', path: 'p.png', content: 'PNG', why: '只能用 PNG、JPEG、GIF、BMP 图片' },
  {
    name: 'the beginning of a picture',
    path: 'p.png',
    content: PNG.subarray(0, 8),
    why: '只能用 PNG、JPEG、GIF、BMP 图片',
  },
  { name: 'a picture without its end', path: 'p.png', content: PNG.subarray(0, -12), why: '图片不完整' },
  { name: 'a photograph without its end', path: 'p.jpg', content: JPEG.subarray(0, -2), why: '图片不完整' },
  { name: 'a photograph', path: 'p.jpg', content: JPEG },
  { name: 'a picture of 50 megapixels', path: 'p.png', content: sized(PNG, 10_000, 5_000) },
  {
    name: 'a picture of 400 megapixels',
    path: 'p.png',
    content: sized(PNG, 20_000, 20_000),
    why: '图片有20000×20000像素，最多1亿像素，请先缩小',
  },
  {
    name: 'an SVG',
    path: 'p.svg',
    content: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    why: '只能用 PNG、JPEG',
  },
  { name: 'a link that leads outside', path: 'p.png', content: { linkTo: '/etc/passwd' }, why: '文件在工作区之外' },
  { name: 'a path that leads outside', path: '/etc/passwd', why: '文件在工作区之外' },
  { name: 'a path that leads far up', path: '../../../../../etc/passwd', why: '文件在工作区之外' },
  { name: 'a folder', path: 'real', why: '这是一个文件夹，不是文件' },
];

describe('pictures', () => {
  test.each(pictures)('$name', async ({ path, content, why }) => {
    const text = REPORT.replace('  节 "支出" [', `  图片 "${path}" "照片"\n  节 "支出" [`);
    const picture: Readonly<Record<string, Content>> = content === undefined ? {} : { [path]: content };
    const cwd = folderWith({ 'a.perf': text, 'real/p.png': PNG, ...picture });
    const { code, out, err } = await runHere(['build', 'a.perf', '-o', 'x.docx'], { cwd });
    if (why === undefined) {
      expect([code, err]).toEqual([0, '']);
      expect(Object.keys(unzipSync(readFileSync(join(cwd, 'x.docx')))).join()).toMatch(/word\/media\//);
      return;
    }
    expect(code).toBe(1);
    const told = `a.perf:12:6: 错误: 图片“${path}”不能使用：${why}`;
    expect(out).toContain(told);
    expect(out).toContain('[image/unusable]');
    expect(err).toContain('a.perf 还有 1 处错误（image/unusable）。改正后');
    const checked = await runHere(['check', 'a.perf'], { cwd });
    expect([checked.code, checked.out.includes(told)]).toEqual([1, true]);
    expect((await runHere(['build', 'a.perf', '-o', 'x.docx', '--draft'], { cwd })).code).toBe(0);
  });
});
