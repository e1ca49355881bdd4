import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type CompiledReport,
  compileRequest,
  type PreviewUpdate,
  previewRequest,
} from '../../packages/server/src/protocol.js';
import { CHECKS_IMPORT, RIGHT_SUM, WRONG_SUM } from './cases.js';
import { Editor } from './editor.js';
import { PIXEL } from './pictures.js';
import { WorkspaceFolder } from './workspace-folder.js';

let editor: Editor | undefined;
const folders: WorkspaceFolder[] = [];
afterEach(() => {
  editor?.dispose();
  for (const folder of folders.splice(0)) folder.remove();
});

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): WorkspaceFolder {
  const folder = new WorkspaceFolder(files);
  folders.push(folder);
  return folder;
}

function link(folder: WorkspaceFolder, name: string, target: string): void {
  symlinkSync(target, join(folder.path, name));
}

/** A workspace with links out of it, to a file and to a folder. */
function leaky(): WorkspaceFolder {
  const outside = folderOf({ 'unit.perf': RIGHT_SUM, 'p.png': PIXEL });
  const folder = folderOf({});
  link(folder, 'link.perf', join(outside.path, 'unit.perf'));
  link(folder, 'link.png', join(outside.path, 'p.png'));
  link(folder, 'dir', outside.path);
  return folder;
}

const IMPORTS = ['link.perf', 'dir/unit.perf'].map((path) => CHECKS_IMPORT.replace('unit.perf', path));

// Windows lets only some users make links.
describe.skipIf(process.platform === 'win32')('symbolic links', () => {
  test.each(IMPORTS)('lead no import out of the workspace: %j', async (text) => {
    const folder = leaky();
    editor = await Editor.start({ folder });
    const report = folder.uriOf('report.perf');
    await editor.open(report, text);
    await editor.codes(report, ['import/outside', 'name/unresolved']);
  });

  test.each(IMPORTS)('nor from beside a file that was opened on its own: %j', async (text) => {
    const folder = leaky();
    editor = await Editor.start();
    const report = folder.uriOf('report.perf');
    await editor.open(report, text);
    await editor.codes(report, ['import/outside', 'name/unresolved']);
  });

  test('are not read when an editor tells of them', async () => {
    const folder = leaky();
    editor = await Editor.start({ folder });
    const names = ['link.perf', 'dir/unit.perf'].map((name) => folder.uriOf(name));
    await editor.filesChanged(Object.fromEntries(names.map((uri) => [uri, 'created' as const])));
    const files = [{ uri: folder.uriOf('dir') }];
    await editor.connection.sendNotification('workspace/didCreateFiles', { files });
    folder.write('own.perf', WRONG_SUM);
    await editor.filesChanged({ [folder.uriOf('own.perf')]: 'created' });
    await editor.codes(folder.uriOf('own.perf'), ['sum/mismatch']);
    const symbols = await editor.connection.sendRequest<{ location: { uri: string } }[]>('workspace/symbol', {
      query: '支出',
    });
    expect(new Set(symbols.map(({ location }) => location.uri))).toEqual(new Set([folder.uriOf('own.perf')]));
  });

  test('that lead out count again once they do not', async () => {
    const folder = leaky();
    editor = await Editor.start({ folder });
    const report = folder.uriOf('report.perf');
    await editor.open(report, CHECKS_IMPORT.replace('unit.perf', 'link.perf'));
    await editor.codes(report, ['import/outside', 'name/unresolved']);
    folder.remove('link.perf');
    folder.write('link.perf', RIGHT_SUM);
    await editor.filesChanged({ [folder.uriOf('link.perf')]: 'changed' });
    await editor.codes(report, []);
  });

  test('lead no picture into a report', async () => {
    const folder = leaky();
    editor = await Editor.start({ folder });
    const uri = folder.uriOf('report.perf');
    const paths = ['link.png', 'dir/p.png'];
    await editor.open(uri, `报告 "甲" {\n${paths.map((path) => `  图片 "${path}"\n`).join('')}}\n`);
    const asked = { uri, report: '甲' };
    const compiled = await editor.connection.sendRequest<CompiledReport>(compileRequest.method, asked);
    expect(compiled.missingImages).toEqual(paths);
    const params = { ...asked, imageBase: 'https://host/' };
    const shown = await editor.connection.sendRequest<PreviewUpdate>(previewRequest.method, params);
    expect(JSON.stringify(shown)).not.toContain('<img');
  });

  test('may lead to the workspace as a whole, and about inside of it', async () => {
    const folder = folderOf({ 'unit.perf': RIGHT_SUM, 'report.perf': CHECKS_IMPORT.replace('10', '11') });
    const around = folderOf({});
    link(around, 'reports', folder.path);
    link(folder, 'same.perf', 'unit.perf');
    const uri = pathToFileURL(join(around.path, 'reports')).href;
    editor = await Editor.start({ folder: { uri } });
    await editor.codes(`${uri}/report.perf`, ['check/failed']);
    await editor.open(`${uri}/other.perf`, CHECKS_IMPORT.replace('unit', 'same'));
    expect(await editor.findings(`${uri}/other.perf`, 1)).toEqual([]);
  });
});
