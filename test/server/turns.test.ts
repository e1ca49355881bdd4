import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  CancellationTokenSource,
  createProtocolConnection,
  ErrorCodes,
  LSPErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { WORK } from '../../packages/language/src/services/work.js';
import { nodeHost } from '../../packages/server/src/node-host.js';
import { startServer } from '../../packages/server/src/server.js';

/*
 * Whose turn it is. The server runs in the process of the test, so that what it works out can be
 * counted: what nobody waits for any more must cost nothing.
 */

const URI = 'file:///nowhere/main.perf';
const textDocument = { uri: URI };
const options = { tabSize: 2, insertSpaces: true };
const ROWS = Array.from({ length: 50 }, (_, i) => `数据 项${i} = ${i}人\n`);
const TEXT = ROWS.join('');

let client: ProtocolConnection;
let version: number;
const heard: string[] = [];

beforeEach(async () => {
  const [there, back] = [new PassThrough(), new PassThrough()];
  startServer(
    createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back)),
    nodeHost,
  );
  client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  client.onNotification('textDocument/publishDiagnostics', (params: { version?: number }) => {
    heard.push(`findings ${params.version}`);
  });
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  version = 1;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'perf', version, text: TEXT },
  });
  await expect.poll(() => heard).toContain('findings 1');
  await ask('formatting', { options });
  heard.length = 0;
});

afterEach(() => {
  client.dispose();
  heard.length = 0;
});

function ask(method: string, params: object = {}, source = new CancellationTokenSource()): Promise<unknown> {
  const answer = client.sendRequest(`textDocument/${method}`, { textDocument, ...params }, source.token);
  void answer.then(
    () => heard.push(method),
    () => undefined,
  );
  return answer;
}

/** Types a digit into the first row. */
function type(): void {
  version++;
  const start = { line: 0, character: 8 };
  void client.sendNotification('textDocument/didChange', {
    textDocument: { ...textDocument, version },
    contentChanges: [{ range: { start, end: start }, text: '1' }],
  });
}

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 0,
    (error: { code: number }) => error.code,
  );

test('what is cancelled before its turn costs nothing', async () => {
  type();
  const { layouts } = WORK;
  const codes = Array.from({ length: 10 }, () => {
    const source = new CancellationTokenSource();
    const code = codeOf(ask('formatting', { options }, source));
    source.cancel();
    return code;
  });
  expect(new Set(await Promise.all(codes))).toEqual(new Set([LSPErrorCodes.RequestCancelled]));
  expect(WORK.layouts - layouts).toBe(0);
  await ask('formatting', { options });
  expect(WORK.layouts - layouts).toBe(1);
});

test('what is overtaken by an edit costs nothing, and what comes after it is answered', async () => {
  const { layouts, tokens, outlines } = WORK;
  const stale: Promise<number>[] = [];
  for (let edit = 0; edit < 10; edit++) {
    type();
    for (const method of ['formatting', 'semanticTokens/full', 'documentSymbol', 'foldingRange']) {
      stale.push(codeOf(ask(method, { options })));
    }
  }
  type();
  expect(new Set(await Promise.all(stale))).toEqual(new Set([LSPErrorCodes.ContentModified]));
  expect({ ...WORK }).toMatchObject({ layouts, tokens, outlines });
  await ask('formatting', { options });
  expect(WORK.layouts - layouts).toBe(1);
});

test('what is typed comes before what is drawn, and findings last', async () => {
  type();
  const position = { line: 0, character: 7 };
  const drawn = ['semanticTokens/full', 'documentSymbol', 'foldingRange'];
  await Promise.all([
    ...drawn.map((method) => ask(method)),
    ask('hover', { position }),
    ask('completion', { position }),
    expect.poll(() => heard).toContain(`findings ${version}`),
  ]);
  expect(heard).toEqual(['hover', 'completion', ...drawn, `findings ${version}`]);
});

test('a question that cannot be answered does not stop those behind it', async () => {
  const wrong = codeOf(ask('hover', { position: null }));
  const right = ask('documentSymbol');
  expect(await wrong).toBe(ErrorCodes.InternalError);
  expect(await right).toHaveLength(ROWS.length);
});
