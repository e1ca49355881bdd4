import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol';
import { RIGHT_SUM, range, WRONG_SUM } from './cases.js';
import { Editor } from './editor.js';
import { type ServerProcess, startServerProcess } from './server-process.js';

const URI = 'untitled:Untitled-1';

/** One server for all of this: what one test does to it, the next ones suffer. */
let client: Editor;
let server: ServerProcess | undefined;
beforeAll(async () => {
  client = await Editor.start();
});
afterEach(() => server?.process.kill());
afterAll(async () => {
  expect(client.server.errors()).toBe('');
  expect(await client.quit()).toBe(0);
});

/** The server still answers, and what it says is right. */
async function isAlive(): Promise<void> {
  const uri = `untitled:alive-${client.published.length}`;
  await client.open(uri, WRONG_SUM);
  await client.codes(uri, ['sum/mismatch']);
}

const messages: [name: string, method: string, params: unknown][] = [
  [
    'a change of a document that is not open',
    'textDocument/didChange',
    { textDocument: { uri: 'untitled:x', version: 2 }, contentChanges: [{ text: 'x' }] },
  ],
  ['a change without changes', 'textDocument/didChange', { textDocument: { uri: URI, version: 9 } }],
  [
    'a change at a place that does not exist',
    'textDocument/didChange',
    { textDocument: { uri: URI, version: 10 }, contentChanges: [{ range: range(900, 4, 999, 9), text: '' }] },
  ],
  [
    'an open document without text',
    'textDocument/didOpen',
    { textDocument: { uri: 'untitled:y', version: 1, languageId: 'perf' } },
  ],
  ['a close of a document that is not open', 'textDocument/didClose', { textDocument: { uri: 'untitled:z' } }],
  [
    'an address that is none',
    'textDocument/didOpen',
    { textDocument: { uri: '//', version: 1, languageId: 'perf', text: '' } },
  ],
  ['watched files without a list', 'workspace/didChangeWatchedFiles', {}],
  ['a notification that nobody knows', 'jixiao/nothing', { a: 1 }],
];

test.each(messages)('%s does no harm', async (_, method, params) => {
  await client.open(URI, RIGHT_SUM);
  await client.connection.sendNotification(method, params);
  await isAlive();
});

describe('requests that cannot be answered', () => {
  const requests: [method: string, params: unknown, code: number][] = [
    ['jixiao/nothing', {}, ErrorCodes.MethodNotFound],
    ['textDocument/documentSymbol', {}, ErrorCodes.InternalError],
    ['textDocument/foldingRange', null, ErrorCodes.InvalidParams],
    ['jixiao/status', null, ErrorCodes.InternalError],
  ];
  test.each(requests)('%s with %j', async (method, params, code) => {
    await expect(client.connection.sendRequest(method, params)).rejects.toMatchObject({ code });
    await isAlive();
  });

  test.each(['textDocument/documentSymbol', 'textDocument/definition', 'textDocument/formatting'])(
    '%s in a document that nobody opened is null',
    async (method) => {
      const params = { textDocument: { uri: 'untitled:unknown' }, position: { line: 0, character: 0 }, options: {} };
      expect(await client.connection.sendRequest(method, params)).toBeNull();
    },
  );
});

describe('bytes', () => {
  function message(body: string): string {
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  }

  /** Writes to a server and resolves when its output contains a text. */
  function answers(expected: string, ...parts: string[]): Promise<void> {
    const started = startServerProcess();
    server = started;
    let output = '';
    return new Promise((resolve, reject) => {
      started.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes(expected)) resolve();
      });
      void started.exit.then(() => reject(new Error(`ended after ${output}`)));
      for (const part of parts) started.process.stdin?.write(part);
    });
  }

  const initialize = message(
    JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    }),
  );

  test('a message in pieces', async () => {
    await answers('"capabilities"', initialize.slice(0, 20), initialize.slice(20, 90), initialize.slice(90));
  });

  test('a body that is not JSON', async () => {
    await answers('"capabilities"', message('{"jsonrpc":'), initialize);
  });

  test('a request before initialize', async () => {
    const early = message(JSON.stringify({ jsonrpc: '2.0', id: 5, method: 'textDocument/hover', params: {} }));
    await answers(`"code":${ErrorCodes.ServerNotInitialized}`, early);
  });

  test('initialize without capabilities', async () => {
    const bare = message(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null } }));
    await answers('"id":1', bare);
  });
});

test('a request that was cancelled while it waited is not answered', async () => {
  const rows = Array.from({ length: 2000 }, (_, i) => `数据 项${i} = ${i}`).join('\n');
  await client.open(URI, rows);
  const { connection } = client;
  const requests = Array.from({ length: 20 }, () => {
    const source = new CancellationTokenSource();
    const request = connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } }, source.token);
    return { source, request };
  });
  for (const { source } of requests) source.cancel();
  const outcomes = await Promise.allSettled(requests.map(({ request }) => request));
  const rejected = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(rejected.length).toBeGreaterThan(0);
  for (const { reason } of rejected) expect(reason).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  await isAlive();
});
