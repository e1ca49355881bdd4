import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROOT_MARKS, shownPath, Workspace } from '../../packages/cli/src/files/workspace.js';
import { folderWith } from './folder.js';

/** Files of one layout, the file that asks, and the root of its workspace. */
const roots: readonly (readonly [files: readonly string[], from: string, root: string])[] = [
  [['a.perf'], 'a.perf', '.'],
  [['x/y/a.perf'], 'x/y/a.perf', '.'],
  [['x/package.json', 'x/y/a.perf'], 'x/y/a.perf', 'x'],
  [['x/.git/HEAD', 'x/y/a.perf'], 'x/y/a.perf', 'x'],
  [['x/.jixiao', 'x/y/.git/HEAD', 'x/y/z/a.perf'], 'x/y/z/a.perf', 'x/y'],
  [['x/package.json', 'y/a.perf'], 'y/a.perf', '.'],
];

describe('the root of a workspace', () => {
  test.each(roots)('among %j, of %s: %s', (files, from, root) => {
    const folder = folderWith(Object.fromEntries(files.map((file) => [file, ''])));
    expect(new Workspace().rootOf(join(folder, from))).toBe(join(folder, root));
  });

  const marked = (folder: string): boolean =>
    ROOT_MARKS.some((mark) => existsSync(join(folder, mark))) ||
    (dirname(folder) !== folder && marked(dirname(folder)));
  const temporary = realpathSync(tmpdir());

  test.skipIf(marked(temporary))('without a mark it is the folder that was named, else that of the file', async () => {
    const folder = mkdtempSync(join(temporary, 'jixiao-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await mkdir(join(folder, 'x'));
    await writeFile(join(folder, 'x/a.perf'), '');
    expect(new Workspace().rootOf(join(folder, 'x/a.perf'))).toBe(join(folder, 'x'));
    expect(new Workspace([folder]).rootOf(join(folder, 'x/a.perf'))).toBe(folder);
    expect(new Workspace([join(folder, 'other')]).rootOf(join(folder, 'x/a.perf'))).toBe(join(folder, 'x'));
  });
});

describe('how a file is shown', () => {
  test.each([
    ['/a/b/c.perf', '/a/b', 'c.perf'],
    ['/a/b/c.perf', '/a', 'b/c.perf'],
    ['/a/b/c.perf', '/x', '/a/b/c.perf'],
    ['/a/bc/d.perf', '/a/b', '/a/bc/d.perf'],
    ['/a/b/..c.perf', '/a/b', '..c.perf'],
  ])('%s from %s: %s', (file, cwd, shown) => {
    expect(shownPath(file, cwd)).toBe(shown);
  });
});
