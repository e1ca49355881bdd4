import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Uri } from 'vscode';
import { URI } from 'vscode-uri';
import { createFile } from '../../packages/extension/src/common/starting/create-file.js';
import { replaceFile, setLockedFiles } from '../../packages/extension/src/common/word/write-file.js';
import { isLocked } from '../../packages/extension/src/node/locked-files.js';
import { done, FilePermission, FileType, files, putFiles } from './editor.js';

vi.mock('vscode', () => import('./editor.js'));

const target = URI.file('/w/a.docx') as unknown as Uri;
const write = (text: string) => replaceFile(target, new TextEncoder().encode(text));
const contents = () => Object.fromEntries([...files].map(([path, { content }]) => [path, content]));

test.each([
  ['nothing', {}],
  ['an older file', { '/w/a.docx': { content: 'old' } }],
])('in the place of %s a file is moved that was written beside it', async (_name, before) => {
  putFiles(before);
  await write('new');
  expect(contents()).toEqual({ '/w/a.docx': 'new' });
  expect(done).toHaveLength(2);
  expect(done[1]).toMatch(/^rename \/w\/\.[^ /]+\.part \/w\/a\.docx$/);
});

test('two that write at once do not write into one file', async () => {
  putFiles({});
  await Promise.all([write('one'), write('other')]);
  expect(new Set(done.filter((step) => step.startsWith('write'))).size).toBe(2);
  done.length = 0;
  await Promise.all([createFile(target, 'one'), createFile(target, 'other')]);
  expect(new Set(done.filter((step) => step.startsWith('write'))).size).toBe(2);
});

test.each([
  ['a read-only file', { permissions: FilePermission.Readonly }, 'read-only'],
  ['a folder', { type: FileType.Directory }, 'a folder'],
  ['a link to a folder', { type: FileType.Directory | FileType.SymbolicLink }, 'a folder'],
])('%s stays', async (_name, before, why) => {
  putFiles({ '/w/a.docx': { content: 'old', ...before } });
  await expect(write('new')).rejects.toThrow(why);
  expect(contents()).toEqual({ '/w/a.docx': 'old' });
  expect(done).toEqual([]);
});

test('what only the disk knows to be read-only stays', async () => {
  putFiles({ '/w/a.docx': { content: 'old' } });
  setLockedFiles(async ({ path }) => path === '/w/a.docx');
  onTestFinished(() => setLockedFiles(async () => false));
  await expect(write('new')).rejects.toThrow('read-only');
  expect(done).toEqual([]);
});

test.each([
  [0o644, false],
  [0o444, true],
])('a file of mode %o on a disk', async (mode, locked) => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-locked-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = URI.file(join(folder, 'a.docx'));
  await expect(isLocked(file)).rejects.toThrow('ENOENT');
  writeFileSync(file.fsPath, '', { mode });
  expect(await isLocked(file)).toBe(locked);
  expect(await isLocked(file.with({ scheme: 'memfs' }))).toBe(false);
});

test('through a symbolic link the file behind it is written', async () => {
  putFiles({ '/w/a.docx': { content: 'old', type: FileType.File | FileType.SymbolicLink } });
  await write('new');
  expect(done).toEqual(['write /w/a.docx']);
  expect(files.get('/w/a.docx')).toMatchObject({ type: FileType.File | FileType.SymbolicLink, content: 'new' });
});

test('a place that cannot be looked at is not written to', async () => {
  putFiles({});
  await expect(replaceFile(URI.file('/closed/a.docx') as unknown as Uri, new Uint8Array())).rejects.toThrow('closed');
  expect(done).toEqual([]);
});
