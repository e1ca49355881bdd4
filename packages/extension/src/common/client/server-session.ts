import { type CustomRequest, checkedNotification } from '@jixiao/server/protocol';
import { type CancellationToken, type Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { AbsentFiles } from './absent-files.js';
import { answerFileRequests } from './client-files.js';
import { RestartAfterCrash } from './restart-after-crash.js';

/** Makes a client for the language server of this host: a process, or a worker in a browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the server tells of files that it has checked. */
export type CheckedFiles = readonly { readonly uri: string; readonly version?: number }[];

/** The conversation with the language server, which begins when something is first asked. */
export class ServerSession implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #checked = new EventEmitter<CheckedFiles>();
  readonly #began = new EventEmitter<void>();
  readonly #absent = new AbsentFiles(() => this.#client.diagnostics);
  readonly #log: LogOutputChannel;
  #running: Promise<void> | undefined;

  /** Files whose findings are new; what is shown of their figures may have changed as well. */
  readonly onDidCheck = this.#checked.event;
  /** The server was started, for the first time or again, and remembers nothing. */
  readonly onDidBegin = this.#began.event;

  constructor(create: CreateClient, options: LanguageClientOptions, log: LogOutputChannel) {
    this.#log = log;
    const errorHandler = new RestartAfterCrash(() => void this.restart());
    const middleware: LanguageClientOptions['middleware'] = {
      handleDiagnostics: (uri, diagnostics, next) => this.#absent.show(uri, diagnostics, next),
    };
    this.#client = create({ ...options, outputChannel: log, errorHandler, middleware });
    this.#client.onNotification(checkedNotification.method, ({ files }: { files: CheckedFiles }) =>
      this.#checked.fire(files),
    );
    answerFileRequests(this.#client);
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#began.fire();
    });
  }

  /** Converts what the server answers into what the editor takes. */
  get toCode() {
    return this.#client.protocol2CodeConverter;
  }

  /** Starts the server if it was not yet; resolves when it answers, rejects when it cannot be started. */
  start(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#client.start();
      this.#running.catch((error: unknown) => this.#log.error(String(error)));
    }
    return this.#running;
  }

  /** Asks one of the requests of our own. @throws what the server answers with, and when it cannot be started */
  async ask<P, R>({ method }: CustomRequest<P, R>, params: P, token?: CancellationToken): Promise<R> {
    await this.start();
    return token ? this.#client.sendRequest<R>(method, params, token) : this.#client.sendRequest<R>(method, params);
  }

  /** Ends the server and starts a fresh one. */
  async restart(): Promise<void> {
    await this.stop();
    this.#running = undefined;
    await this.start();
  }

  /** Ends the server; its process is given time to. */
  async stop(): Promise<void> {
    if (this.#client.isRunning()) await this.#client.stop();
  }

  dispose(): void {
    this.#absent.dispose();
    this.#checked.dispose();
    this.#began.dispose();
  }
}
