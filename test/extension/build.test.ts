import { type CompiledReport, checkRequest, compileRequest, reportsRequest } from '@jixiao/server/protocol';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Services } from '../../packages/extension/src/common/feature.js';
import { buildReports } from '../../packages/extension/src/common/tasks/build.js';
import { compileWorkspace } from '../../packages/extension/src/common/word/compile-workspace.js';
import { files, putFiles, registered, said, settings } from './editor.js';

vi.mock('vscode', () => import('./editor.js'));

/** Answers of the server that are not as usual; every file has one report of that name. */
let answers: { checked: number; compiled: number; missing: readonly string[] };
const asked: unknown[] = [];

const session = {
  async ask({ method }: { method: string }, params: { uri: string; draft?: boolean }): Promise<unknown> {
    if (method === reportsRequest.method) return [{ id: '报告', title: '报告' }];
    if (method === checkRequest.method) {
      const start = { line: 0, character: 0 };
      const error = { severity: 'error', message: '不符', code: 'sum/mismatch', range: { start, end: start } };
      const findings = Array(answers.checked).fill(error);
      return [...files.keys()]
        .filter((path) => path.endsWith('.perf'))
        .map((path) => ({ uri: `file://${path}`, findings }));
    }
    expect(method).toBe(compileRequest.method);
    asked.push(params.draft ?? false);
    const findings = { error: answers.compiled, warning: 0, hint: 0, allowed: 0 };
    const content = btoa(params.draft ? 'draft' : 'final');
    return { content, findings, missingImages: answers.missing } satisfies CompiledReport;
  },
} as unknown as Services['session'];

/** The Word files that stand there, and what they hold. */
const written = () =>
  Object.fromEntries([...files].flatMap(([path, { content }]) => (path.endsWith('.docx') ? [[path, content]] : [])));

beforeEach(() => {
  putFiles({ '/w/a.perf': {} });
  answers = { checked: 0, compiled: 0, missing: [] };
  asked.length = 0;
});

describe('the task', () => {
  async function build(draft: boolean) {
    const lines: string[] = [];
    const output = { line: (text: string) => lines.push(text), found: () => undefined, token: {} };
    const task = { type: 'jixiao', verb: 'build', draft } as const;
    const code = await buildReports(session, task, output as unknown as Parameters<typeof buildReports>[2]);
    return { code, lines };
  }

  test('builds what is right', async () => {
    expect(await build(false)).toEqual({ code: 0, lines: ['a-报告.docx', expect.stringContaining('written: 1')] });
    expect(written()).toEqual({ '/w/a-报告.docx': 'final' });
  });

  test.each([
    ['has errors', { checked: 1, compiled: 1 }, 'a.perf: not built, errors: 1'],
    ['was given errors since it was checked', { compiled: 2 }, 'a.perf: not built, errors: 2'],
    ['would have gaps', { missing: ['p.png'] }, 'a.perf: not built, pictures that could not be read: p.png'],
  ])('refuses what %s, unless a draft is wanted', async (_name, wrong, line) => {
    Object.assign(answers, wrong);
    const { code, lines } = await build(false);
    expect([code, lines.at(-2)]).toEqual([1, line]);
    expect(written()).toEqual({});

    expect((await build(true)).code).toBe(0);
    expect(written()).toEqual({ '/w/a-报告-草稿.docx': 'draft' });
    expect(asked.at(-1)).toBe(true);
  });

  test('names the pictures that a draft is without', async () => {
    answers.missing = ['p.png'];
    expect((await build(true)).lines[0]).toBe('a-报告-草稿.docx Pictures that could not be read: p.png');
  });

  test('goes on after a file that cannot be written', async () => {
    putFiles({ '/w/a.perf': {}, '/w/b.perf': {}, '/w/a-报告.docx': { permissions: 1, content: 'old' } });
    const { code, lines } = await build(false);
    expect([code, lines.slice(0, 2)]).toEqual([1, [expect.stringMatching(/^a-报告\.docx .*read-only/), 'b-报告.docx']]);
    expect(written()).toEqual({ '/w/a-报告.docx': 'old', '/w/b-报告.docx': 'final' });
  });

  test('does not replace what it has built itself', async () => {
    putFiles({ '/w/x/a.perf': {}, '/w/y/A.perf': {} });
    settings.set('compile.folder', '/out');
    const { code, lines } = await build(false);
    expect([code, lines[1]]).toEqual([1, expect.stringMatching(/^A\.perf: not built, .*A-报告\.docx$/)]);
    expect(Object.keys(written())).toEqual(['/out/a-报告.docx']);
  });
});

describe('the command for the whole workspace', () => {
  async function compileAll(): Promise<string | undefined> {
    compileWorkspace({ session, log: { error: expect.unreachable } } as unknown as Services);
    await registered.get('jixiao.compileWorkspace')?.();
    return said.at(-1);
  }

  test('makes what is right', async () => {
    expect(await compileAll()).toBe('Word files written: 1.');
    expect(written()).toEqual({ '/w/a-报告.docx': 'final' });
  });

  test.each([
    ['has errors', { compiled: 1 }, 'Not made because of errors: a.perf “报告”'],
    ['would have gaps', { missing: ['p.png'] }, 'Not made because pictures could not be read: a.perf “报告”'],
  ])('leaves out what %s', async (_name, wrong, left) => {
    Object.assign(answers, wrong);
    expect(await compileAll()).toBe(`Word files written: 0. ${left}`);
    expect(written()).toEqual({});
  });

  test('does not replace what it has made itself', async () => {
    putFiles({ '/w/x/a.perf': {}, '/w/y/A.perf': {} });
    settings.set('compile.folder', '/out');
    expect(await compileAll()).toMatch(/^Word files written: 1\. Not made because .*: A\.perf “报告”$/);
    expect(Object.keys(written())).toEqual(['/out/a-报告.docx']);
  });
});
