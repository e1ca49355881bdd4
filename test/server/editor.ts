import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { LANGUAGE_ID } from '../../packages/server/src/protocol.js';
import { type ServerProcess, startServerProcess, type Transport } from './server-process.js';
import type { WorkspaceFolder } from './workspace-folder.js';

export interface EditorOptions {
  readonly transport?: Transport;
  readonly executable?: string;
  readonly folder?: Pick<WorkspaceFolder, 'uri'>;
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The section `jixiao` of the settings. */
  readonly settings?: unknown;
}

interface Logged {
  readonly type: number;
  readonly message: string;
}

export const PUSHING: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
};

export const PULLING: ClientCapabilities = {
  workspace: { ...PUSHING.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: { relatedDocumentSupport: false } },
};

/** An editor as small as can be: it starts the server and speaks the protocol. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: Logged[] = [];
  readonly registrations: Registration[] = [];
  readonly checked: string[] = [];
  diagnosticRefreshes = 0;
  hintRefreshes = 0;
  settings: unknown;
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly server: ServerProcess,
    readonly connection: ProtocolConnection,
    readonly result: InitializeResult,
  ) {}

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const server = startServerProcess(options.transport, options.executable);
    const connection = createProtocolConnection(server.reader, server.writer);
    let editor: Editor | undefined;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => editor?.settings ?? options.settings ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      editor?.registrations.push(...registrations);
      editor?.wake();
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      if (editor) editor.diagnosticRefreshes++;
      editor?.wake();
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      if (editor) editor.hintRefreshes++;
      editor?.wake();
      return null;
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      editor?.published.push(params);
      editor?.wake();
    });
    connection.onNotification('jixiao/checked', ({ files }: { files: { uri: string }[] }) => {
      editor?.checked.push(...files.map(({ uri }) => uri));
      editor?.wake();
    });
    connection.onNotification('window/logMessage', (params: Logged) => {
      editor?.logged.push(params);
      editor?.wake();
    });
    connection.listen();
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: options.folder?.uri ?? null,
      workspaceFolders: options.folder ? [{ uri: options.folder.uri, name: 'test' }] : null,
      capabilities: options.capabilities ?? PUSHING,
      ...(options.locale !== undefined && { locale: options.locale }),
      initializationOptions: options.initializationOptions,
    };
    const result: InitializeResult = await connection.sendRequest('initialize', params);
    editor = new Editor(server, connection, result);
    editor.settings = options.settings;
    await connection.sendNotification('initialized', {});
    return editor;
  }

  private wake(): void {
    for (const check of [...this.waiting]) check();
  }

  /** Resolves with the first value that is not undefined, looked for again whenever the server says something. */
  until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = () => {
        const found = find();
        if (found === undefined) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }

  // Documents -------------------------------------------------------------------------------------

  async open(uri: string, text: string, version = 1): Promise<void> {
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: LANGUAGE_ID, version, text },
    });
  }

  /** @returns the version after the change */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  replace(uri: string, range: Range, text: string): Promise<number> {
    return this.change(uri, { range, text });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async filesChanged(changes: Readonly<Record<string, 'created' | 'changed' | 'deleted'>>): Promise<void> {
    const types = { created: 1, changed: 2, deleted: 3 };
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: Object.entries(changes).map(([uri, what]) => ({ uri, type: types[what] })),
    });
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { jixiao: settings } });
  }

  // Findings --------------------------------------------------------------------------------------

  /** What was published last for a document. */
  last(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast((params) => params.uri === uri);
  }

  /** The findings of a version of an open document, once they are out. */
  async findings(uri: string, version: number): Promise<Diagnostic[]> {
    const params = await this.until(() =>
      this.published.findLast((each) => each.uri === uri && each.version === version),
    );
    return params.diagnostics;
  }

  /** Resolves when the last published findings of a document have exactly these codes, in this order. */
  async codes(uri: string, codes: readonly string[]): Promise<void> {
    await this.until(() => {
      const found = this.last(uri)?.diagnostics.map(({ code }) => code);
      return found !== undefined && JSON.stringify(found) === JSON.stringify(codes) ? true : undefined;
    });
  }

  // End -------------------------------------------------------------------------------------------

  /** Shutdown and exit; @returns the exit code */
  async quit(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.server.exit;
  }

  /** For tests that are done with it, however they ended. */
  dispose(): void {
    this.connection.dispose();
    this.server.process.kill();
  }
}
