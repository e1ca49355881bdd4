import { type ChildProcess, spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

interface Position {
  readonly line: number;
  readonly character: number;
}

/** An edit as editors send it. */
export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

/** In milliseconds: whoever has not answered by then will not. */
const LONGEST_WAIT = 30_000;

/** A language server as a process of its own, driven over its standard streams as an editor does it. */
export class Client {
  private readonly waiting = new Map<string, (published: Published) => void>();
  private readonly versions = new Map<string, number>();
  /** When the findings of a file came first. */
  readonly firstAt = new Map<string, number>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly connection: ReturnType<typeof createMessageConnection>,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (published: Published) => {
      if (!this.firstAt.has(published.uri)) this.firstAt.set(published.uri, performance.now());
      this.waiting.get(published.uri)?.(published);
    });
    connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
      items.map(() => null),
    );
    connection.onRequest(() => null);
    connection.listen();
  }

  static async start(program: string, args: readonly string[], root: string | null): Promise<Client> {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    child.on('exit', (code) => {
      if (code) throw new Error(`${args[0]} ended with ${code}`);
    });
    const { stdout, stdin } = child;
    const client = new Client(
      child,
      createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin)),
    );
    await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: root,
      ...(root !== null && { workspaceFolders: [{ uri: root, name: 'bench' }] }),
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Opens a text and waits for its findings. */
  async open(uri: string, languageId: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    const answer = this.published(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    await answer;
  }

  /** Sends an edit and waits for the findings of the text after it. @returns milliseconds */
  async edit(uri: string, change: Change): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const answer = this.published(uri, version);
    const start = performance.now();
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    await answer;
    return performance.now() - start;
  }

  /** Asks for something. @returns the answer and how many milliseconds it took */
  async ask<T>(method: string, params: unknown): Promise<{ readonly answer: T; readonly milliseconds: number }> {
    const start = performance.now();
    const answer = await this.connection.sendRequest<T>(method, params);
    return { answer, milliseconds: performance.now() - start };
  }

  stop(): void {
    this.connection.dispose();
    this.child.kill();
  }

  /** Findings without a version, which some servers send, are taken to belong to the latest. */
  private published(uri: string, version: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No findings of ${uri} came`)), LONGEST_WAIT);
      this.waiting.set(uri, (published) => {
        if (published.version === undefined || published.version >= version) {
          clearTimeout(late);
          this.waiting.delete(uri);
          resolve();
        }
      });
    });
  }
}
