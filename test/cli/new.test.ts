import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraryNamesOf } from '../../packages/cli/src/starting/library-copy.js';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';

/** A self-evaluation table with all of its points. */
const SCORED = `指标 自评表 采用 湖南整体支出 {
  预算执行 10分 = 100%
  产出指标 50分 {
    数量指标 50分 { 道路 50分: >= 3公里 -> 3公里 }
  }
  效益指标 30分 {
    社会效益指标 30分 { 便利 30分: "提高" -> 达成 100% }
  }
  满意度指标 10分 { 群众满意度 10分: >= 90% -> 95% }
}
`;

describe('a new report', () => {
  test.each([
    ['zh', '绩效自评报告.perf', '已新建'],
    ['en', 'report.perf', 'Created'],
  ])('in %s only has to be filled in, and builds', async (language, name, said) => {
    const cwd = folderWith({});
    expect(await runHere(['new', 'report', '--lang', language], { cwd })).toEqual({
      code: 0,
      out: `${said} ${name}\n`,
      err: '',
    });
    const checked = await runHere(['check', name, '--format', 'json'], { cwd });
    expect(checked.code).toBe(0);
    const codes = new Set(JSON.parse(checked.out).findings.map(({ code }: { code: string }) => code));
    expect([...codes].sort()).toEqual(['actual/blank', 'outline/empty-section', 'score/missing']);
    expect((await runHere(['build', name], { cwd })).code).toBe(0);
  });

  test('says what it was told', async () => {
    const cwd = folderWith({});
    const wish = ['--unit', '某县"某"局', '--short', '我局', '--year', '2031'];
    await runHere(['new', 'report', ...wish, '--outline', '项目支出提纲', '--rubric', '广西'], { cwd });
    const text = readFileSync(join(cwd, '绩效自评报告.perf'), 'utf8');
    expect(text).toContain('单位 本单位 "某县\\"某\\"局" {\n  简称 "我局"\n}\n');
    expect(text).toContain('年度 2031\n  提纲 项目支出提纲\n');
    expect(text).toContain('采用 广西 {');
  });

  test('is about the year that ended last', async () => {
    const cwd = folderWith({});
    await runHere(['new', 'report'], { cwd });
    const text = readFileSync(join(cwd, '绩效自评报告.perf'), 'utf8');
    expect(text).toContain(`年度 ${new Date().getFullYear() - 1}\n`);
  });

  test.each([
    [['--year', '24'], /^--year 应为四位数的年度/],
    [['--year', '99999'], /^--year 应为四位数的年度/],
    [['--outline', '没有'], /^标准库里没有名为“没有”的提纲，有：.*项目支出提纲/],
    [['--rubric', '__proto__'], /^标准库里没有名为“__proto__”的评分办法，有：/],
  ])('is not begun with %s', async (options, said) => {
    const { code, err } = await runHere(['new', 'report', ...options], { cwd: folderWith({}) });
    expect(code).toBe(2);
    expect(err).toMatch(said);
  });

  test('never takes the place of a file', async () => {
    const cwd = folderWith({ 'a.perf': 'mine' });
    expect(await runHere(['new', 'report', '-o', 'a.perf'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: '无法新建“a.perf”：文件已经存在。\n',
    });
    expect(readFileSync(join(cwd, 'a.perf'), 'utf8')).toBe('mine');
  });
});

describe('a place that is not there is named', () => {
  test.each([
    [['new', 'report'], 'x/y.perf', '没有文件夹“x”', 'there is no folder “x”'],
    [['new', '--rubric', '广西'], 'x/y/z.perf', '没有文件夹“x/y”', 'there is no folder “x/y”'],
  ])('%j -o %s', async (args, output, zh, en) => {
    const cwd = folderWith({});
    expect(await runHere([...args, '-o', output], { cwd })).toEqual({
      code: 2,
      out: '',
      err: `无法新建“${output}”：${zh}。\n`,
    });
    expect((await runHere([...args, '-o', output, '--lang', 'en'], { cwd })).err).toBe(
      `“${output}” cannot be created: ${en}.\n`,
    );
  });
});

const library = (['rubric', 'outline', 'form'] as const).flatMap((kind) =>
  libraryNamesOf(kind).map((name) => [kind, name] as const),
);

describe('a copy from the standard library', () => {
  test('there is something of every kind', () => {
    expect(new Set(library.map(([kind]) => kind))).toEqual(new Set(['rubric', 'outline', 'form']));
  });

  test.each(library)('%s %s reads without an error', async (kind, name) => {
    const cwd = folderWith({});
    const { code, out } = await runHere(['new', `--${kind}`, name], { cwd });
    expect([code, out]).toEqual([0, `已新建 ${name}.perf\n`]);
    const checked = await runHere(['check', `${name}.perf`, '--format', 'json'], { cwd });
    expect(JSON.parse(checked.out).findings).toEqual([]);
  });

  test('takes precedence over what it was copied from', async () => {
    const cwd = folderWith({});
    writeFileSync(join(cwd, 'r.perf'), SCORED);
    await runHere(['new', '--rubric', '湖南整体支出', '-o', 'own.perf'], { cwd });
    const rubric = readFileSync(join(cwd, 'own.perf'), 'utf8');
    writeFileSync(join(cwd, 'own.perf'), rubric.replace('优秀 >= 90分', '满分 >= 99分  优秀 >= 90分'));
    const grade = async () =>
      JSON.parse((await runHere(['inspect', 'r.perf', '--format', 'json'], { cwd })).out).indicators[0].grade;
    expect(await grade()).toBe('优秀');
    writeFileSync(join(cwd, 'r.perf'), `引入 "own.perf"\n${readFileSync(join(cwd, 'r.perf'), 'utf8')}`);
    expect(await grade()).toBe('满分');
  });

  test('keeps the comments', async () => {
    const cwd = folderWith({});
    await runHere(['new', '--outline', '省级整体支出提纲', '--lang', 'en'], { cwd });
    const text = readFileSync(join(cwd, '省级整体支出提纲.perf'), 'utf8');
    expect(text).toMatch(/^\/\/ Copied from the standard library.*\n\n\/\/ .*未逐字核对原文/);
  });

  test('of a name it does not have lists the names', async () => {
    const { code, err } = await runHere(['new', '--form', '没有'], { cwd: folderWith({}) });
    expect(code).toBe(2);
    expect(err).toMatch(/^标准库里没有名为“没有”的表式，有：.*整体支出自评表.*。\n$/);
  });

  test('all names can be listed', async () => {
    const { code, out } = await runHere(['new', '--list'], { cwd: '/' });
    expect(code).toBe(0);
    for (const [, name] of library) expect(out).toContain(`  ${name}\n`);
  });
});
