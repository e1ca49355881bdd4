import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';
import { REPORT } from './samples.js';
import { wordPart } from './word-part.js';

/** A target that is neither a file nor a folder; whatever were written to it would be gone. */
function makePipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

/** What lies in a folder, and of what kind it is. */
function kindsIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const kind = (entry: Dirent) => (entry.isFile() ? 'a file' : entry.isDirectory() ? 'a folder' : 'something else');
  return Object.fromEntries(entries.map((entry) => [entry.name, kind(entry)]));
}

describe('what stands at the target', () => {
  test('an older file is replaced, and keeps its permissions', async () => {
    const cwd = folderWith({ 'a.perf': REPORT, 'out.docx': 'old' });
    chmodSync(join(cwd, 'out.docx'), 0o640);
    expect((await runHere(['build', 'a.perf', '-o', 'out.docx'], { cwd })).code).toBe(0);
    expect(wordPart(join(cwd, 'out.docx'))).toContain('30万元');
    expect(statSync(join(cwd, 'out.docx')).mode & 0o777).toBe(0o640);
  });

  test.each([
    ['a file', { 'real.docx': 'old', 'link.docx': { linkTo: 'real.docx' } }],
    ['nothing yet', { 'link.docx': { linkTo: 'real.docx' } }],
    ['another link to nothing yet', { 'link.docx': { linkTo: 'l/2' }, 'l/2': { linkTo: '../real.docx' } }],
    ['nothing yet, by way of a folder', { 'link.docx': { linkTo: 'f/real.docx' }, f: { linkTo: '.' } }],
  ])('through a link to %s what is behind it is written, and the link stays', async (_name, files) => {
    const cwd = folderWith({ 'a.perf': REPORT, ...files });
    expect((await runHere(['build', 'a.perf', '-o', 'link.docx'], { cwd })).code).toBe(0);
    expect(wordPart(join(cwd, 'real.docx'))).toContain('30万元');
    expect(kindsIn(cwd)).toMatchObject({ 'link.docx': 'something else', 'real.docx': 'a file' });
  });
});

/** Targets that cannot be written. */
const targets: readonly {
  readonly name: string;
  readonly output: string;
  readonly prepare: (folder: string) => void;
  readonly sentence: string;
}[] = [
  {
    name: 'a folder',
    output: 'x.docx',
    prepare: (folder) => mkdirSync(join(folder, 'x.docx')),
    sentence: '无法写入“x.docx”：那里是一个文件夹。',
  },
  {
    name: 'a read-only file',
    output: 'x.docx',
    prepare: (folder) => {
      writeFileSync(join(folder, 'x.docx'), 'old', { mode: 0o444 });
    },
    sentence: '无法写入“x.docx”：已有的文件是只读的。',
  },
  {
    name: 'a file in a folder that is not there',
    output: 'none/x.docx',
    prepare: () => undefined,
    sentence: '无法写入“none/x.docx”：没有文件夹“none”。',
  },
  {
    name: 'a file in a folder below one that is not there',
    output: 'none/at/all/x.docx',
    prepare: () => undefined,
    sentence: '无法写入“none/at/all/x.docx”：没有文件夹“none/at/all”。',
  },
  {
    name: 'a file below a file',
    output: 'a.perf/x.docx',
    prepare: () => undefined,
    sentence: '无法写入“a.perf/x.docx”：路径中有一段不是文件夹。',
  },
  {
    name: 'a link without end',
    output: 'x.docx',
    prepare: (folder) => symlinkSync('x.docx', join(folder, 'x.docx')),
    sentence: '无法写入“x.docx”：链接互相指向，没有尽头。',
  },
  {
    name: 'a link into a folder that is not there',
    output: 'x.docx',
    prepare: (folder) => symlinkSync('/nowhere/at/all.docx', join(folder, 'x.docx')),
    sentence: '无法写入“x.docx”：没有文件夹“/nowhere/at”。',
  },
  {
    name: 'a folder below a file',
    output: 'a.perf/out/',
    prepare: () => undefined,
    sentence: '无法建立文件夹“a.perf/out”：路径中有一段不是文件夹。',
  },
  {
    name: 'a folder where a file stands',
    output: 'x.docx/',
    prepare: (folder) => writeFileSync(join(folder, 'x.docx'), 'old'),
    sentence: '无法建立文件夹“x.docx”：那里已有一个文件。',
  },
  {
    name: 'a pipe',
    output: 'x.docx',
    prepare: (folder) => makePipe(join(folder, 'x.docx')),
    sentence: '无法写入“x.docx”：那里是设备或管道，不是普通文件。',
  },
  {
    name: 'a pipe behind a link',
    output: 'x.docx',
    prepare: (folder) => {
      makePipe(join(folder, 'pipe'));
      symlinkSync('pipe', join(folder, 'x.docx'));
    },
    sentence: '无法写入“x.docx”：那里是设备或管道，不是普通文件。',
  },
  {
    name: 'a pipe in the place of a folder',
    output: 'out',
    prepare: (folder) => makePipe(join(folder, 'out')),
    sentence: '无法建立文件夹“out”：那里是设备或管道，不是文件夹。',
  },
  {
    name: 'a name that is too long',
    output: `${'长'.repeat(90)}.docx`,
    prepare: () => undefined,
    sentence: `无法写入“${'长'.repeat(90)}.docx”：文件名太长。`,
  },
];

describe('a target that cannot be written is one sentence, and what stands there stays', () => {
  const isPossible = ({ name }: { name: string }) => process.platform !== 'win32' || !name.startsWith('a pipe');

  test.each(targets.filter(isPossible))('$name', async ({ output, prepare, sentence }) => {
    const cwd = folderWith({ 'a.perf': REPORT });
    prepare(cwd);
    const before = kindsIn(cwd);
    const { code, out, err } = await runHere(['build', 'a.perf', '-o', output], { cwd });
    expect([code, out, err]).toEqual([2, '', `${sentence}\n`]);
    expect(kindsIn(cwd)).toEqual(before);
    if (before['x.docx'] === 'a file') expect(readFileSync(join(cwd, 'x.docx'), 'utf8')).toBe('old');
  });
});
