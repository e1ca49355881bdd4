import {
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
} from 'vscode-languageserver';
import { Addresses } from './addresses.js';
import { serverCapabilities } from './capabilities.js';
import { Client } from './client.js';
import { Configuration } from './configuration.js';
import type { ServerContext } from './context.js';
import { startDiagnostics } from './diagnostics/diagnostics.js';
import { FEATURES } from './features/registry.js';
import type { Log } from './log.js';
import { PreviewRenderer } from './preview/renderer.js';
import { registerRequests } from './requests/registry.js';
import { Session } from './session.js';
import { SERVER_NAME, SERVER_VERSION } from './version.js';
import type { FileSystem } from './workspace/file-system.js';
import { initialFolders, synchronise, watchFiles } from './workspace/synchronisation.js';
import { Workspace } from './workspace/workspace.js';

/** What the process around the server gives it. */
export interface ServerHost {
  /** Files that the server can reach by itself; `client` can be asked for others. */
  fileSystem(connection: Connection, client: Client): FileSystem;
}

/**
 * Starts a language server that speaks over a connection. Nothing is read before the client has
 * said `initialized`.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  const log: Log = connection.console;
  const session = new Session(log);
  let context: ServerContext | undefined;
  let start: (() => void) | undefined;
  let stop: (() => void) | undefined;

  connection.onInitialize((params) => {
    if (context) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize: only once');
    const client = new Client(params);
    const workspace = new Workspace(host.fileSystem(connection, client), log);
    const configuration = new Configuration(connection, client, log);
    const previews = new PreviewRenderer({ workspace, configuration });
    const addresses = new Addresses(workspace);
    context = { connection, client, session, configuration, workspace, addresses, previews, log };
    synchronise(context);
    for (const feature of FEATURES) feature.register(context);
    registerRequests(context);
    const initialized = new Promise<void>((resolve) => {
      start = resolve;
    });
    stop = startDiagnostics(
      context,
      initialized.then(() => configuration.start()),
    );
    workspace.addFolders(initialFolders(params).map((uri) => workspace.names.of(uri)));
    session.initialized();
    return initializeResult(client);
  });

  connection.onInitialized(() => {
    if (!context) return;
    const running = context;
    const { workspace } = running;
    start?.();
    session.run('watch', () => watchFiles(running));
    session.run('read', () => workspace.read(workspace.folders.all()));
  });

  connection.onDidChangeConfiguration(
    session.notification(DidChangeConfigurationNotification.method, ({ settings }) =>
      context?.configuration.changed(settings),
    ),
  );

  connection.onShutdown(() => {
    session.shutDown();
    stop?.();
  });

  // Whatever has no handler of its own.
  connection.onRequest((method) =>
    session.running || context
      ? new ResponseError(ErrorCodes.MethodNotFound, `${method}: unknown`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, `${method}: the server is not initialized`),
  );

  connection.listen();
}

function initializeResult(client: Client): InitializeResult {
  return {
    capabilities: serverCapabilities(client),
    serverInfo: { name: SERVER_NAME, version: SERVER_VERSION },
  };
}
