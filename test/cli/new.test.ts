import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libraryNamesOf } from '../../packages/cli/src/starting/library-copy.js';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';

describe('a new report', () => {
  test.each([
    ['zh', '绩效自评报告.perf', '已新建'],
    ['en', 'report.perf', 'Created'],
  ])('in %s checks without any finding and builds', async (language, name, said) => {
    const cwd = folderWith({});
    expect(await runHere(['new', 'report', '--lang', language], { cwd })).toEqual({
      code: 0,
      out: `${said} ${name}\n`,
      err: '',
    });
    const checked = await runHere(['check', name, '--strict', '--format', 'json'], { cwd });
    expect(JSON.parse(checked.out)).toMatchObject({ findings: [] });
    expect((await runHere(['build', name], { cwd })).code).toBe(0);
  });

  test('in both languages says the same', async () => {
    const cwd = folderWith({});
    await runHere(['new', 'report', '-o', 'zh.perf'], { cwd });
    await runHere(['new', 'report', '-o', 'en.perf', '--lang', 'en'], { cwd });
    const texts = await Promise.all(['zh.perf', 'en.perf'].map((file) => runHere(['inspect', file], { cwd })));
    expect(texts[1]?.out).toBe(texts[0]?.out);
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
    await runHere(['new', 'report', '-o', 'r.perf'], { cwd });
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
    expect(text).toMatch(/^\/\/ Copied from the standard library.*\n\n\/\/ .*凭记忆整理/);
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
