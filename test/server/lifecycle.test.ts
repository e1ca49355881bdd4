import { afterEach, describe, expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol';
import { RIGHT_SUM, SECOND_PART, WRONG_SUM } from './cases.js';
import { Editor, type EditorOptions } from './editor.js';
import { systemNode } from './server-process.js';

const URI = 'untitled:Untitled-1';

let editor: Editor | undefined;
afterEach(() => editor?.dispose());

async function start(options?: EditorOptions): Promise<Editor> {
  editor = await Editor.start(options);
  return editor;
}

describe.each(['stdio', 'node-ipc'] as const)('over %s', (transport) => {
  test('open, findings with version, edit, close', async () => {
    const client = await start({ transport });
    await client.open(URI, WRONG_SUM, 7);
    const [finding, ...rest] = await client.findings(URI, 7);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'sum/mismatch', severity: 1, source: 'jixiao' });
    const version = await client.replace(URI, SECOND_PART, '6');
    expect(await client.findings(URI, version)).toEqual([]);
    await client.replace(URI, SECOND_PART, '7');
    await client.codes(URI, ['sum/mismatch']);
    await client.close(URI);
    await client.codes(URI, []);
    expect(client.last(URI)?.version).toBeUndefined();
    expect(await client.quit()).toBe(0);
    expect(client.server.errors()).toBe('');
  });

  test('exit without shutdown is a failure', async () => {
    const client = await start({ transport });
    await client.connection.sendNotification('exit');
    expect(await client.server.exit).toBe(1);
  });
});

test('a client that is gone ends the server', async () => {
  const client = await start();
  client.server.process.stdin?.end();
  expect(await client.server.exit).toBe(1);
});

test('after shutdown nothing is answered, and nothing more is published', async () => {
  const client = await start();
  await client.connection.sendRequest('shutdown');
  const late = client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } });
  await expect(late).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  await client.open(URI, WRONG_SUM);
  await client.connection.sendNotification('exit');
  expect(await client.server.exit).toBe(0);
  expect(client.published).toEqual([]);
});

test('a second initialize is refused', async () => {
  const client = await start();
  const again = client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await expect(again).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
});

test.skipIf(systemNode(20) === undefined)('runs under Node 20, as on remote hosts', async () => {
  const client = await start({ executable: systemNode(20) as string });
  await client.open(URI, WRONG_SUM);
  await client.codes(URI, ['sum/mismatch']);
  const version = await client.change(URI, { text: RIGHT_SUM });
  expect(await client.findings(URI, version)).toEqual([]);
  expect(await client.quit()).toBe(0);
  expect(client.server.errors()).toBe('');
});
