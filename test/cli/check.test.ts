import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';
import { REPORT, WRONG_SUM } from './samples.js';

/** A name that nothing declares: an error. A literal that repeats a figure would be a warning or a hint. */
const WARNING = `指标 表 "表" 采用 湖南整体支出 {
  预算执行 10分 = 100%
  产出指标 50分 { 数量指标 50分 { 数量 50分: >= 10件 -> 9件 } }
  效益指标 30分 { 社会效益指标 30分 { 便利 30分: "明显" -> 达成 100% } }
  满意度指标 10分 { 满意 10分: >= 90% -> 95% }
}
`;

const ALLOWED = '// 允许 sum/mismatch: 原表如此\n数据 甲 = 3 { 乙 = 1 丙 = 1 }\n';

describe('exit codes', () => {
  test.each([
    ['nothing', REPORT, [], 0],
    ['nothing, strictly', REPORT, ['--strict'], 0],
    ['an error', WRONG_SUM, [], 1],
    ['an error, strictly', WRONG_SUM, ['--strict'], 1],
    ['warnings', WARNING, [], 0],
    ['warnings, strictly', WARNING, ['--strict'], 1],
    ['an allowed error', ALLOWED, [], 0],
    ['an allowed error, strictly', ALLOWED, ['--strict'], 0],
  ] as const)('%s', async (_name, text, options, code) => {
    const cwd = folderWith({ 'a.perf': text });
    for (const format of ['text', 'json', 'sarif']) {
      const outcome = await runHere(['check', 'a.perf', ...options, '--format', format], { cwd });
      expect([outcome.code, outcome.err]).toEqual([code, '']);
    }
  });
});

describe('text', () => {
  test('place, severity, message, code, the line with its mark, related places and a summary', async () => {
    const cwd = folderWith({ 'x/a.perf': `\n${WRONG_SUM}` });
    const { out } = await runHere(['check', 'x/a.perf'], { cwd });
    expect(out).toBe(
      `x/a.perf:2:8: 错误: “甲”为3，各项之和为2，相差1 [sum/mismatch]
    │ 数据 甲 = 3 { 乙 = 1 丙 = 1 }
    │           ^
    ↳ x/a.perf:2:16: 乙 1
    ↳ x/a.perf:2:22: 丙 1
共 1 处：错误 1，警告 0，提示 0（1 个文件）。
`,
    );
    const english = await runHere(['check', 'x/a.perf', '--lang', 'en'], { cwd });
    expect(english.out).toContain('x/a.perf:2:8: error: “甲” is 3, but its parts make 2: a difference of 1 [sum/mism');
    expect(english.out).toMatch(/\n1 error, 0 warnings, 0 hints \(1 file\)\.\n$/);
  });

  test('from another folder the path is absolute', async () => {
    const folder = folderWith({ 'a.perf': WRONG_SUM });
    const { out } = await runHere(['check', join(folder, 'a.perf')], { cwd: folderWith({}) });
    expect(out.startsWith(`${folder}/a.perf:1:8: `)).toBe(true);
  });

  test('colour changes nothing but colour', async () => {
    const cwd = folderWith({ 'a.perf': WRONG_SUM });
    const plain = await runHere(['check', 'a.perf'], { cwd });
    const coloured = await runHere(['check', 'a.perf'], { cwd, colour: true });
    expect(plain.out).not.toContain('\u001b');
    expect(coloured.out).toContain('\u001b[31m错误\u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours begin with one
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });

  test('allowed findings are counted, and listed when asked for', async () => {
    const cwd = folderWith({ 'a.perf': ALLOWED });
    expect((await runHere(['check', 'a.perf'], { cwd })).out).toBe(
      '没有发现问题（1 个文件）。另有 1 处已写明理由允许，用 --show-allowed 列出。\n',
    );
    expect((await runHere(['check', 'a.perf', '--show-allowed'], { cwd })).out).toBe(
      `a.perf:2:8: 允许: “甲”为3，各项之和为2，相差1 [sum/mismatch]
    ↳ a.perf:1:1: 理由: 原表如此
没有发现问题（1 个文件）。
`,
    );
  });
});

describe('json', () => {
  test('exactly the promised keys', async () => {
    const cwd = folderWith({ 'a.perf': WRONG_SUM });
    const { out } = await runHere(['check', 'a.perf', '--format', 'json'], { cwd });
    const file = join(cwd, 'a.perf');
    expect(JSON.parse(out)).toEqual({
      version: 1,
      findings: [
        {
          code: 'sum/mismatch',
          severity: 'error',
          message: '“甲”为3，各项之和为2，相差1',
          file,
          range: { start: { line: 0, character: 7 }, end: { line: 0, character: 8 } },
          related: [
            {
              message: '乙 1',
              file,
              range: { start: { line: 0, character: 15 }, end: { line: 0, character: 16 } },
            },
            {
              message: '丙 1',
              file,
              range: { start: { line: 0, character: 21 }, end: { line: 0, character: 22 } },
            },
          ],
          data: expect.objectContaining({ name: '甲', total: '3', sum: '2', difference: '1' }),
        },
      ],
      summary: { errors: 1, warnings: 0, hints: 0 },
    });
  });

  test('allowed findings with their reasons, when asked for', async () => {
    const cwd = folderWith({ 'a.perf': ALLOWED });
    const plain = JSON.parse((await runHere(['check', 'a.perf', '--format', 'json'], { cwd })).out);
    expect(plain).toEqual({ version: 1, findings: [], summary: { errors: 0, warnings: 0, hints: 0 } });
    const asked = JSON.parse((await runHere(['check', 'a.perf', '--format', 'json', '--show-allowed'], { cwd })).out);
    expect(asked.allowed).toEqual([expect.objectContaining({ code: 'sum/mismatch', reason: '原表如此' })]);
  });
});

describe('sarif', () => {
  interface Log {
    readonly version: string;
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Record<string, unknown>[];
      readonly invocations: readonly Record<string, unknown>[];
    }[];
  }

  async function log(files: Readonly<Record<string, string>>, ...args: string[]) {
    const cwd = folderWith(files);
    const { out } = await runHere(['check', ...args, '--format', 'sarif'], { cwd });
    const parsed = JSON.parse(out) as Log;
    return { version: parsed.version, ...(parsed.runs[0] as Log['runs'][number]) };
  }

  test('a finding with its related places', async () => {
    const { version, tool, results } = await log({ '子 夹/a.perf': WRONG_SUM }, '子 夹');
    expect(version).toBe('2.1.0');
    expect(tool.driver.rules).toMatchObject([{ id: 'sum/mismatch', defaultConfiguration: { level: 'error' } }]);
    const artifactLocation = { uri: '%E5%AD%90%20%E5%A4%B9/a.perf', uriBaseId: '%SRCROOT%' };
    expect(results).toMatchObject([
      {
        ruleId: 'sum/mismatch',
        ruleIndex: 0,
        level: 'error',
        message: { text: '“甲”为3，各项之和为2，相差1' },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: { startLine: 1, startColumn: 8, endLine: 1, endColumn: 9 },
            },
          },
        ],
        relatedLocations: [
          { id: 0, message: { text: '乙 1' } },
          { id: 1, message: { text: '丙 1' } },
        ],
      },
    ]);
    expect(results[0]).not.toHaveProperty('suppressions');
  });

  test('an allowed finding is a suppressed result', async () => {
    const { results } = await log({ 'a.perf': ALLOWED }, 'a.perf');
    expect(results).toMatchObject([{ suppressions: [{ kind: 'inSource', justification: '原表如此' }] }]);
  });

  test('a file that cannot be read is a failed run', async () => {
    const { results, invocations } = await log({}, 'x.perf');
    expect(results).toEqual([]);
    expect(invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ message: { text: '没有这个文件或文件夹' } }] },
    ]);
  });
});

describe('folders', () => {
  const files = {
    'b.perf': REPORT,
    'a/c.perf': WRONG_SUM,
    'a/deep/er/d.perf': WRONG_SUM,
    'a/notes.txt': WRONG_SUM,
    'a/node_modules/e.perf': WRONG_SUM,
    'a/.hidden/f.perf': WRONG_SUM,
    'a/.g.perf': WRONG_SUM,
    'a/link.perf': { linkTo: '/etc/passwd' },
    'a/loop': { linkTo: '..' },
  };

  test('all files of reports below, in order', async () => {
    const { code, out } = await runHere(['check', '.', '--format', 'json'], { cwd: folderWith(files) });
    const found = JSON.parse(out).findings.map(({ file }: { file: string }) => file.replace(/^.*?\/(?=a\/)/, ''));
    expect([code, found]).toEqual([1, ['a/c.perf', 'a/deep/er/d.perf']]);
  });

  test('a file named twice is checked once', async () => {
    const { out } = await runHere(['check', 'a', 'a/c.perf', './a/../a/c.perf'], { cwd: folderWith(files) });
    expect(out).toMatch(/共 2 处：错误 2，警告 0，提示 0（2 个文件）。\n$/);
  });
});

describe('imported files', () => {
  const unit = `${WRONG_SUM}${WARNING}`;

  test('errors count, what is less does not', async () => {
    const cwd = folderWith({ 'a.perf': '引入 "u.perf"\n数据 丁 = 甲\n', 'u.perf': unit });
    const { code, out } = await runHere(['check', 'a.perf', '--format', 'json'], { cwd });
    const { findings, summary } = JSON.parse(out);
    expect(findings.map(({ file }: { file: string }) => file)).toEqual([join(cwd, 'u.perf')]);
    expect([code, summary]).toEqual([1, { errors: 1, warnings: 0, hints: 0 }]);
  });

  test('a finding is told once, also when both files are named', async () => {
    const cwd = folderWith({ 'a.perf': '引入 "u.perf"\n', 'u.perf': WRONG_SUM });
    expect((await runHere(['check', 'a.perf', 'u.perf'], { cwd })).out).toContain('共 1 处');
  });
});
