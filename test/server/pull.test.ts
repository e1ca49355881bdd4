import { afterEach, expect, test } from 'vitest';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { CHECKS_IMPORT, RIGHT_SUM, SECOND_PART, WRONG_SUM } from './cases.js';
import { Editor, PULLING } from './editor.js';
import { WorkspaceFolder } from './workspace-folder.js';

let editor: Editor;
let folder: WorkspaceFolder;
afterEach(() => {
  editor.dispose();
  folder.remove();
});

async function start(files: Readonly<Record<string, string>>): Promise<Editor> {
  folder = new WorkspaceFolder(files);
  editor = await Editor.start({ folder, capabilities: PULLING });
  return editor;
}

function pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
}

function pullAll(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
  return editor.connection.sendRequest('workspace/diagnostic', { previousResultIds });
}

function codesOf(report: DocumentDiagnosticReport): unknown {
  return report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind;
}

test('only a client that pulls is told that it may, and nothing is pushed to it', async () => {
  const client = await start({ 'a.perf': WRONG_SUM });
  expect(client.result.capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  const uri = folder.uriOf('a.perf');
  await client.open(uri, WRONG_SUM);
  await client.until(() => (client.checked.includes(uri) ? true : undefined));
  expect(client.published).toEqual([]);
  const pushing = await Editor.start({ capabilities: PULLING, initializationOptions: { diagnostics: 'push' } });
  expect(pushing.result.capabilities.diagnosticProvider).toBeUndefined();
  pushing.dispose();
});

test('a document: unchanged findings are not sent again', async () => {
  const client = await start({});
  const uri = folder.uriOf('a.perf');
  await client.open(uri, WRONG_SUM);
  const first = await pull(uri);
  expect(codesOf(first)).toEqual(['sum/mismatch']);
  const { resultId } = first;
  expect(await pull(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
  await client.replace(uri, SECOND_PART, '6');
  const second = await pull(uri, resultId);
  expect(codesOf(second)).toEqual([]);
  expect(second.resultId).not.toBe(resultId);
  expect(codesOf(await pull(folder.uriOf('nowhere.perf')))).toEqual([]);
});

test('the client is asked to pull again when another file changed the findings', async () => {
  const client = await start({ 'unit.perf': RIGHT_SUM, 'report.perf': CHECKS_IMPORT });
  const report = folder.uriOf('report.perf');
  await client.open(report, CHECKS_IMPORT);
  const { resultId } = await pull(report);
  const before = client.diagnosticRefreshes;
  folder.write('unit.perf', RIGHT_SUM.replace('= 10', '= 11').replace('= 6', '= 7'));
  await client.filesChanged({ [folder.uriOf('unit.perf')]: 'changed' });
  await client.until(() => (client.diagnosticRefreshes > before ? true : undefined));
  expect(codesOf(await pull(report, resultId))).toEqual(['check/failed']);
});

test('the workspace: a file that is gone is without findings, also one that was only asked for alone', async () => {
  const client = await start({ 'a.perf': WRONG_SUM });
  const uri = folder.uriOf('a.perf');
  await client.open(uri, WRONG_SUM);
  expect(codesOf(await pull(uri))).toEqual(['sum/mismatch']);
  await client.close(uri);
  expect(codesOf(await pull(uri))).toEqual(['sum/mismatch']);
  const before = client.diagnosticRefreshes;
  folder.remove('a.perf');
  await client.filesChanged({ [uri]: 'deleted' });
  await client.until(() => (client.diagnosticRefreshes > before ? true : undefined));
  // VS Code asks once more after closing a document, and pays no heed to the answer.
  expect(codesOf(await pull(uri))).toEqual([]);
  const { items } = await pullAll();
  expect(items.map((item) => [item.uri, codesOf(item)])).toEqual([[uri, []]]);
});

test('the workspace: every file, open or not, and none that is gone', async () => {
  await start({ 'a.perf': WRONG_SUM, 'b.perf': RIGHT_SUM, 'c.perf': WRONG_SUM });
  const { items } = await pullAll();
  const found = new Map(items.map((item) => [item.uri, codesOf(item)]));
  const [a, b, c] = ['a.perf', 'b.perf', 'c.perf'].map((name) => folder.uriOf(name));
  expect(found).toEqual(
    new Map([
      [a, ['sum/mismatch']],
      [b, []],
      [c, ['sum/mismatch']],
    ]),
  );
  folder.remove('c.perf');
  await editor.filesChanged({ [c as string]: 'deleted' });
  const again = await pullAll(items.map(({ uri, resultId }) => ({ uri, value: resultId as string })));
  expect(new Map(again.items.map((item) => [item.uri, codesOf(item)]))).toEqual(
    new Map<string | undefined, unknown>([
      [a, 'unchanged'],
      [b, 'unchanged'],
      [c, []],
    ]),
  );
});
