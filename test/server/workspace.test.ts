import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { LARGEST_SOURCE } from '@jixiao/core';
import { afterEach, expect, test } from 'vitest';
import { CHECKS_IMPORT, RIGHT_SUM, range, WRONG_SUM } from './cases.js';
import { Editor, type EditorOptions } from './editor.js';
import { WorkspaceFolder } from './workspace-folder.js';

let editor: Editor | undefined;
let folder: WorkspaceFolder;
afterEach(() => {
  editor?.dispose();
  folder.remove();
});

async function start(files: Readonly<Record<string, string>>, options?: EditorOptions): Promise<Editor> {
  folder = new WorkspaceFolder(files);
  editor = await Editor.start({ folder, ...options });
  return editor;
}

test('files that are not open are checked, and open ones win', async () => {
  const client = await start({ 'a.perf': WRONG_SUM, 'deep/b.perf': WRONG_SUM, 'node_modules/c.perf': WRONG_SUM });
  await client.codes(folder.uriOf('a.perf'), ['sum/mismatch']);
  await client.codes(folder.uriOf('deep/b.perf'), ['sum/mismatch']);
  expect(client.last(folder.uriOf('a.perf'))?.version).toBeUndefined();
  await client.open(folder.uriOf('a.perf'), RIGHT_SUM, 3);
  expect(await client.findings(folder.uriOf('a.perf'), 3)).toEqual([]);
  // Unsaved: after closing, the disk counts again.
  await client.close(folder.uriOf('a.perf'));
  await client.codes(folder.uriOf('a.perf'), ['sum/mismatch']);
  expect(client.last(folder.uriOf('node_modules/c.perf'))).toBeUndefined();
});

test('an edit is felt in the files that import it', async () => {
  const client = await start({ 'unit.perf': RIGHT_SUM, 'report.perf': CHECKS_IMPORT });
  const report = folder.uriOf('report.perf');
  await client.open(report, CHECKS_IMPORT);
  expect(await client.findings(report, 1)).toEqual([]);
  await client.open(folder.uriOf('unit.perf'), RIGHT_SUM.replace('= 10', '= 11').replace('= 6', '= 7'));
  await client.codes(report, ['check/failed']);
  // Of no use to anybody any more: the disk counts again.
  await client.close(folder.uriOf('unit.perf'));
  await client.codes(report, []);
});

test('the disk is watched: changed, deleted, created, renamed', async () => {
  const client = await start({ 'unit.perf': RIGHT_SUM, 'report.perf': CHECKS_IMPORT });
  const [unit, report] = [folder.uriOf('unit.perf'), folder.uriOf('report.perf')];
  await client.open(report, CHECKS_IMPORT);
  expect(await client.findings(report, 1)).toEqual([]);
  expect(
    await client.until(() => client.registrations.find(({ method }) => method.endsWith('WatchedFiles'))),
  ).toMatchObject({
    registerOptions: { watchers: [{ globPattern: '**/*.perf' }, { globPattern: expect.stringContaining('png') }] },
  });

  folder.write('unit.perf', WRONG_SUM);
  await client.filesChanged({ [unit]: 'changed' });
  await client.codes(unit, ['sum/mismatch']);

  folder.remove('unit.perf');
  await client.filesChanged({ [unit]: 'deleted' });
  await client.codes(report, ['import/missing', 'name/unresolved']);
  await client.codes(unit, []);

  folder.write('unit.perf', RIGHT_SUM);
  await client.filesChanged({ [unit]: 'created' });
  await client.codes(report, []);

  folder.rename('unit.perf', 'other.perf');
  await client.connection.sendNotification('workspace/didRenameFiles', {
    files: [{ oldUri: unit, newUri: folder.uriOf('other.perf') }],
  });
  await client.codes(report, ['import/missing', 'name/unresolved']);
});

test('a whole folder comes and goes', async () => {
  const client = await start({ 'report.perf': CHECKS_IMPORT.replace('unit.perf', 'data/unit.perf') });
  const report = folder.uriOf('report.perf');
  await client.open(report, CHECKS_IMPORT.replace('unit.perf', 'data/unit.perf'));
  await client.codes(report, ['import/missing', 'name/unresolved']);
  folder.write('data/unit.perf', RIGHT_SUM);
  await client.connection.sendNotification('workspace/didCreateFiles', { files: [{ uri: folder.uriOf('data') }] });
  await client.codes(report, []);
  folder.remove('data');
  await client.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: folder.uriOf('data') }] });
  await client.codes(report, ['import/missing', 'name/unresolved']);
});

test('an address is the same file however it is written', async () => {
  const client = await start({ '单位 1.perf': RIGHT_SUM, 'report.perf': '' });
  const report = folder.uriOf('report.perf');
  await client.open(report, CHECKS_IMPORT.replace('unit.perf', '单位 1.perf'));
  expect(await client.findings(report, 1)).toEqual([]);
  // Unescaped, as some editors write it: the answers bear the address that the editor gave.
  const written = `${folder.uri}/单位 1.perf`;
  await client.open(written, WRONG_SUM.replaceAll('10', '12'));
  await client.codes(written, ['sum/mismatch']);
  await client.codes(report, ['check/failed']);
});

test('imports stay inside the workspace', async () => {
  const outside = new WorkspaceFolder({ 'unit.perf': RIGHT_SUM });
  const client = await start({});
  const report = folder.uriOf('report.perf');
  const path = `../${outside.path.split('/').at(-1)}/unit.perf`;
  await client.open(report, CHECKS_IMPORT.replace('unit.perf', path));
  await client.codes(report, ['import/outside', 'name/unresolved']);
  outside.remove();
});

test('a file that was opened on its own reads what lies beside it', async () => {
  folder = new WorkspaceFolder({ 'unit.perf': RIGHT_SUM, 'other.perf': WRONG_SUM });
  editor = await Editor.start();
  const report = folder.uriOf('report.perf');
  await editor.open(report, CHECKS_IMPORT);
  expect(await editor.findings(report, 1)).toEqual([]);
  // Neither what it imports nor its neighbours were opened.
  expect(new Set(editor.published.map(({ uri }) => uri))).toEqual(new Set([report]));
});

test('a file that is not text is a finding where it is imported', async () => {
  const client = await start({ 'report.perf': CHECKS_IMPORT });
  folder.write('unit.perf', Uint8Array.of(0xd6, 0xd0, 0xce, 0xc4));
  const report = folder.uriOf('report.perf');
  await client.filesChanged({ [folder.uriOf('unit.perf')]: 'created' });
  await client.codes(report, ['import/unreadable', 'name/unresolved']);
  expect(client.last(report)?.diagnostics[0]?.message).toContain('UTF-8');
});

test('folders are added and removed while the server runs', async () => {
  const client = await start({});
  const added = new WorkspaceFolder({ 'a.perf': WRONG_SUM });
  const event = { uri: added.uri, name: 'added' };
  const notify = (change: object) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [], ...change },
    });
  await notify({ added: [event] });
  await client.codes(added.uriOf('a.perf'), ['sum/mismatch']);
  await notify({ removed: [event] });
  await client.codes(added.uriOf('a.perf'), []);
  added.remove();
});

test.skipIf(process.platform === 'win32')('what is no regular file, or too large, is not read', async () => {
  const client = await start({});
  execFileSync('mkfifo', [join(folder.path, 'pipe.perf')]);
  folder.write('large.perf', new Uint8Array(LARGEST_SOURCE + 1).fill(0x20));
  folder.write('folder.perf/inside.txt', '');
  const report = folder.uriOf('report.perf');
  await client.open(report, '引入 "pipe.perf"\n引入 "large.perf"\n引入 "folder.perf"\n');
  await client.codes(report, ['import/unreadable', 'import/unreadable', 'import/unreadable']);
  const messages = client.last(report)?.diagnostics.map(({ message }) => message);
  expect(messages).toEqual([
    expect.stringContaining('不是普通文件'),
    expect.stringContaining('最多 16 MB'),
    expect.stringContaining('文件夹'),
  ]);
});

test('a byte order mark counts for nothing in a file that is not open', async () => {
  const marked = `\ufeff${RIGHT_SUM}`;
  const client = await start({ 'unit.perf': marked, 'wrong.perf': `\ufeff${WRONG_SUM.replace('支出', '收入')}` });
  const report = folder.uriOf('report.perf');
  await client.open(report, CHECKS_IMPORT);
  expect(await client.findings(report, 1)).toEqual([]);
  await client.codes(folder.uriOf('wrong.perf'), ['sum/mismatch']);
  expect(client.last(folder.uriOf('wrong.perf'))?.diagnostics[0]?.range.start).toEqual({ line: 0, character: 15 });
  const renamed = await client.connection.sendRequest<{ changes: Record<string, object[]> }>('textDocument/rename', {
    textDocument: { uri: report },
    position: { line: 1, character: 3 },
    newName: '总支出',
  });
  expect(renamed.changes[folder.uriOf('unit.perf')]).toEqual([{ range: range(0, 3, 0, 5), newText: '总支出' }]);
});

test('what feeds a figure is found in files that are still being read', async () => {
  const many = Array.from({ length: 30 }, (_, i) => [`${i}.perf`, CHECKS_IMPORT] as const);
  const client = await start({ 'unit.perf': RIGHT_SUM, ...Object.fromEntries(many) });
  const place = range(0, 3, 0, 5);
  const item = { name: '支出', kind: 13, uri: folder.uriOf('unit.perf'), range: place, selectionRange: place };
  const incoming = await client.connection.sendRequest<object[]>('callHierarchy/incomingCalls', { item });
  expect(incoming).toHaveLength(many.length);
});
