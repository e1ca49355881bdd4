import { spawn } from 'node:child_process';
import { chmodSync, closeSync, cpSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createMessageConnection } from 'vscode-languageserver-protocol/node';
import { bundleFolder, makeBundle, program, repository } from './bundle.js';
import { folderWith } from './folder.js';
import { nodesUnderTest } from './nodes.js';
import type { Outcome } from './run-here.js';
import { REPORT, WRONG_REPORT, WRONG_SUM } from './samples.js';
import { type ProcessOptions, start } from './start.js';

const UNTIDY_REPORT = REPORT.replace('支出 = 30', '支出=30');

beforeAll(makeBundle, 120_000);

/** The zip archives that Word files are begin with these bytes. */
const ZIP = '504b0304';

describe.each(nodesUnderTest())('the bundle under $name', ({ program: node }) => {
  const jixiao = (args: readonly string[], options: ProcessOptions): Promise<Outcome> =>
    start(node, [program, ...args], options);

  /** Arguments, exit code, and what is printed. */
  const runs: readonly (readonly [args: readonly string[], code: number, out: RegExp, err: RegExp])[] = [
    [['--version'], 0, /^jixiao \d+\.\d+\.\d+\n$/, /^$/],
    [['build', '--help', '--lang', 'en'], 0, /^build Word files\n/, /^$/],
    [[], 2, /^$/, /^绩效：/],
    [['check', 'good.perf'], 0, /^没有发现问题（1 个文件）。\n$/, /^$/],
    [['check', 'bad.perf', '--format', 'json'], 1, /"code": "sum\/mismatch"/, /^$/],
    [['check', 'bad.perf', '--format', 'sarif', '--lang', 'en'], 1, /"language": "en-US"/, /^$/],
    [['check', 'none.perf'], 2, /^$/, /^找不到文件“none\.perf”：没有这个文件或文件夹。\n$/],
    [['build', 'good.perf'], 0, /^已生成 good-甲局自评报告\.docx\n$/, /^$/],
    [['build', 'bad.perf'], 1, /\[sum\/mismatch\]/, /^没有生成《甲局自评报告》：bad\.perf/],
    [['inspect', 'good.perf', '--format', 'json'], 0, /"value": "30"/, /^$/],
    [['explain', 'sum/mismatch'], 0, /./, /^$/],
    [['new', 'report'], 0, /^已新建 绩效自评报告\.perf\n$/, /^$/],
  ];

  test('every verb', async () => {
    const cwd = folderWith({ 'good.perf': REPORT, 'bad.perf': WRONG_REPORT });
    for (const [args, code, out, err] of runs) {
      const outcome = await jixiao(args, { cwd });
      expect(outcome, args.join(' ')).toEqual({
        code,
        out: expect.stringMatching(out),
        err: expect.stringMatching(err),
      });
    }
    expect(readFileSync(join(cwd, 'good-甲局自评报告.docx')).subarray(0, 4).toString('hex')).toBe(ZIP);
  });

  test('many reports are built in threads, and told in order', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `r${index}`);
    const cwd = folderWith(
      Object.fromEntries(names.map((name) => [`w/${name}.perf`, name === 'r4' ? WRONG_REPORT : REPORT])),
    );
    const { code, out, err } = await jixiao(['build', 'w', '-o', 'out'], { cwd });
    const built = names.filter((name) => name !== 'r4');
    expect(code).toBe(1);
    expect([...out.matchAll(/^已生成 out\/(r\d)-/gm)].map(([, name]) => name)).toEqual(built);
    expect(out).toContain('w/r4.perf:4:9: 错误');
    expect(out).toMatch(/\n共生成 8 个 Word 文件。\n$/);
    expect(err).toMatch(/^没有生成《甲局自评报告》：w\/r4\.perf.*\n$/);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(built.map((name) => `${name}-甲局自评报告.docx`));
  });

  test('the language server answers over standard input and output', async () => {
    const server = spawn(node, [program, 'lsp', '--stdio'], { cwd: repository });
    const exit = new Promise((resolve) => server.once('exit', resolve));
    const connection = createMessageConnection(server.stdout, server.stdin);
    connection.listen();
    const answer = await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    expect(answer).toHaveProperty('capabilities.hoverProvider');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exit).toBe(0);
    connection.dispose();
  });

  test('a reader that leaves early is no trouble', async () => {
    const cwd = folderWith({
      'a.perf': WRONG_SUM + Array.from({ length: 2000 }, (_, i) => WRONG_SUM.replace('甲', `甲${i}`)).join(''),
    });
    const { code, out, err } = await jixiao(['check', 'a.perf'], { cwd, leaveEarly: true });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('a.perf:1:8');
  });

  test.skipIf(!existsSync('/dev/zero'))('input without end is not waited for', async () => {
    const outcome = await start('/bin/sh', ['-c', 'exec "$0" "$1" fmt - < /dev/zero', node, program], { cwd: '/' });
    expect(outcome).toEqual({ code: 2, out: '', err: '无法读取“-”：文件太大，最多 16 MB。\n' });
  });

  test.skipIf(!existsSync('/dev/full'))('output that cannot be written is a sentence', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, err } = await jixiao(['explain'], { cwd: repository, stdout: full });
    closeSync(full);
    expect([code, err]).toEqual([2, '无法写出结果（ENOSPC）。 / The result cannot be written (ENOSPC).\n']);
  });

  test.skipIf(process.platform === 'win32')('a current folder that was deleted is a sentence', async () => {
    const inDeletedFolder = (args: string, language: string) => {
      const script = `mkdir g && cd g && rmdir ../g && exec "$0" "$1" ${args} --lang ${language}`;
      return start('/bin/sh', ['-c', script, node, program], { cwd: folderWith({}) });
    };
    for (const args of ['check a.perf', 'build .', 'fmt .', 'inspect a.perf', 'new report']) {
      expect(await inDeletedFolder(args, 'zh'), args).toEqual({
        code: 2,
        out: '',
        err: '当前文件夹打不开，可能已被删除或移走。请换到别的文件夹再运行。\n',
      });
    }
    expect((await inDeletedFolder('check a.perf', 'en')).err).toBe(
      'The current folder cannot be opened; perhaps it was deleted or moved. Run this in another folder.\n',
    );
    for (const args of ['--version', '--help', 'explain sum/mismatch']) {
      expect(await inDeletedFolder(args, 'zh'), args).toEqual({ code: 0, out: expect.stringMatching(/./), err: '' });
    }
  });

  const superuser = process.getuid?.() === 0;
  test.skipIf(process.platform === 'win32')('a file without permission is a sentence', async () => {
    const cwd = folderWith({ 'a.perf': REPORT, 'closed/b.perf': REPORT });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'a.perf'), 0);
    chmodSync(join(cwd, 'closed'), 0);
    // Permissions mean nothing to the superuser.
    const options = { cwd, ...(superuser && { uid: 65_534 }) };
    for (const [operand, sentence] of [
      ['a.perf', '无法读取“a.perf”：没有权限。\n'],
      ['closed', '无法打开文件夹“closed”：没有权限。\n'],
      ['closed/b.perf', '无法读取“closed/b.perf”：没有权限。\n'],
    ] as const) {
      expect(await jixiao(['check', operand], options)).toEqual({ code: 2, out: '', err: sentence });
    }
    chmodSync(join(cwd, 'closed'), 0o755);
    const built = await jixiao(['build', 'closed/b.perf', '-o', 'x.docx'], options);
    if (superuser) expect(built).toEqual({ code: 2, out: '', err: '无法写入“x.docx”：没有权限。\n' });
  });
});

describe('a folder that is closed does not keep its neighbours from being worked on', () => {
  const superuser = process.getuid?.() === 0;

  function surroundings() {
    const cwd = folderWith({ 'w/a.perf': UNTIDY_REPORT, 'w/closed/b.perf': UNTIDY_REPORT });
    for (const path of ['', 'w']) chmodSync(join(cwd, path), 0o777);
    chmodSync(join(cwd, 'w/a.perf'), 0o666);
    chmodSync(join(cwd, 'w/closed'), 0);
    onTestFinished(() => chmodSync(join(cwd, 'w/closed'), 0o755));
    return { cwd, ...(superuser && { uid: 65_534 }) };
  }

  test.skipIf(process.platform === 'win32').each([
    [['check', 'w'], '没有发现问题（1 个文件）。\n'],
    [['check', 'w', 'w/closed'], '没有发现问题（1 个文件）。\n'],
    [['fmt', 'w'], 'w/a.perf\n'],
    [['build', 'w'], '已生成 w/a-甲局自评报告.docx\n'],
  ])('%j', async (args, out) => {
    const outcome = await start(process.execPath, [program, ...args], surroundings());
    expect(outcome).toEqual({ code: 2, out, err: '无法打开文件夹“w/closed”：没有权限。\n' });
  });

  test.skipIf(process.platform === 'win32')('in JSON it stands where unreadable files stand', async () => {
    const options = surroundings();
    const { out } = await start(process.execPath, [program, 'check', 'w', '--format', 'json'], options);
    expect(JSON.parse(out).unreadable).toEqual([{ file: join(options.cwd, 'w/closed'), message: '没有权限' }]);
  });
});

describe('a program that was not built says so', () => {
  test('the command line', async () => {
    const cwd = folderWith({ 'package.json': '{ "type": "module" }' });
    cpSync(program, join(cwd, 'bin/jixiao.js'));
    const { code, out, err } = await start(process.execPath, ['bin/jixiao.js', '--version'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^绩效命令行程序尚未构建.*\nThe Jixiao command line is not built yet.*\n$/);
  });

  test('the language server', async () => {
    const cwd = folderWith({ 'package.json': '{ "type": "module" }' });
    cpSync(bundleFolder, join(cwd, 'dist'), { recursive: true });
    rmSync(join(cwd, 'dist/server.js'), { force: true });
    const { code, err } = await start(process.execPath, ['dist/main.js', 'lsp', '--stdio'], { cwd });
    expect([code, err]).toEqual([2, '语言服务器尚未构建，请先在项目根目录运行 npm run build。\n']);
  });
});
