import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { CHECKS_IMPORT, RIGHT_SUM } from './cases.js';

const BUNDLE = new URL('../../packages/server/dist/browser.js', import.meta.url);

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A web worker as far as the server needs one: a world without Node, and messages in both directions. */
class Worker {
  readonly received: Message[] = [];
  private readonly scope: { onmessage?: (event: { data: Message }) => void };
  private readonly answers: (method: string, params: { uri: string }) => unknown;

  constructor(answers: (method: string, params: { uri: string }) => unknown) {
    this.answers = answers;
    const { setTimeout, clearTimeout, TextDecoder, TextEncoder, URL, atob, btoa, performance, queueMicrotask } =
      globalThis;
    this.scope = createContext({
      ...{ setTimeout, clearTimeout, TextDecoder, TextEncoder, URL, atob, btoa, performance, queueMicrotask, console },
      postMessage: (message: Message) => this.take(message),
      addEventListener: () => undefined,
    });
    runInContext('var self = globalThis;', this.scope);
    runInContext(readFileSync(BUNDLE, 'utf8'), this.scope, { filename: 'browser.js' });
  }

  send(message: Message): void {
    this.scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } as Message });
  }

  private take(message: Message): void {
    this.received.push(message);
    if (message.method === undefined || message.id === undefined) return;
    this.send({ id: message.id, result: this.answers(message.method, message.params as { uri: string }) });
  }

  /** The findings that were last published for a document, by their codes. */
  codes(uri: string): unknown {
    const last = this.received.findLast(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri,
    );
    return (last?.params as { diagnostics: { code: string }[] } | undefined)?.diagnostics.map(({ code }) => code);
  }
}

test('in a web worker, with files that only the client can read', async () => {
  const folder = 'vscode-vfs://github/office/reports';
  const files: Record<string, string> = {
    [`${folder}/unit.perf`]: RIGHT_SUM,
    [`${folder}/broken.perf`]: CHECKS_IMPORT.replace('10', '11'),
  };
  const worker = new Worker((method, params) => {
    if (method === 'jixiao/files/list') return { uris: Object.keys(files) };
    if (method !== 'jixiao/files/read') return null;
    const text = files[params.uri];
    return text === undefined ? { ok: false, missing: true } : { ok: true, text };
  });
  worker.send({
    id: 1,
    method: 'initialize',
    params: {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'reports' }],
      capabilities: {},
      initializationOptions: { files: true },
    },
  });
  await expect.poll(() => worker.received.find(({ id }) => id === 1)?.result).toHaveProperty('capabilities');
  worker.send({ method: 'initialized', params: {} });
  const uri = `${folder}/report.perf`;
  const textDocument = { uri, languageId: 'perf', version: 1, text: CHECKS_IMPORT };
  worker.send({ method: 'textDocument/didOpen', params: { textDocument } });
  await expect.poll(() => worker.codes(uri)).toEqual([]);
  await expect.poll(() => worker.codes(`${folder}/broken.perf`)).toEqual(['check/failed']);
});
