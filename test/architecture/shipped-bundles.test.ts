import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { execPath } from 'node:process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

/** Takes away what Node 20, which remote hosts of VS Code may still run, does not have. */
const asNode20 = ['--import', 'data:text/javascript,delete Object.groupBy; delete Map.groupBy;'];

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));
const isBundled = (file: string) => existsSync(packages + file) || process.env.CI === 'true';

describe('what is shipped runs on Node 20', () => {
  test.runIf(isBundled('cli/dist/main.js'))('the command line', async () => {
    const { stdout } = await promisify(execFile)(execPath, [...asNode20, `${packages}cli/bin/jixiao.js`, '--version']);
    expect(stdout).toMatch(/\d+\.\d+\.\d+/);
  });

  test.runIf(isBundled('server/dist/node.js'))('the language server parses a report and finds something', async () => {
    const server = spawn(execPath, [...asNode20, `${packages}server/dist/node.js`, '--stdio']);
    try {
      const textDocument = { uri: 'file:///a.perf', languageId: 'perf', version: 1, text: '这不是报告\n' };
      const messages = [
        { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
        { method: 'initialized', params: {} },
        { method: 'textDocument/didOpen', params: { textDocument } },
      ];
      for (const message of messages) server.stdin.write(framed({ jsonrpc: '2.0', ...message }));
      await expect(textUpTo(server.stdout, '"method":"textDocument/publishDiagnostics"')).resolves.toContain('syntax/');
    } finally {
      server.kill();
      await once(server, 'close');
    }
  });
});

/** A message as the language server protocol sends it. */
function framed(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** What a stream says, up to the piece that completes `mark` and the rest of the message it belongs to. */
async function textUpTo(stream: Readable, mark: string): Promise<string> {
  stream.setEncoding('utf8');
  let text = '';
  for await (const piece of stream.iterator({ destroyOnReturn: false })) {
    text += piece;
    const at = text.indexOf(mark);
    if (at >= 0 && text.includes(']', at)) return text;
  }
  throw new Error(`the stream ended without ${mark}: ${text}`);
}
