import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { ServerContext } from '../context.js';
import { checkedNotification } from '../protocol.js';
import { Checker } from './checker.js';
import { DIAGNOSTIC_SOURCE } from './conversion.js';
import { PulledDiagnostics } from './pull.js';
import { PushedDiagnostics } from './push.js';
import { CheckScheduler } from './scheduler.js';

/** A client that was asked for its settings and does not answer must not stop the server for longer. */
const PATIENCE = 1000;

export function diagnosticCapabilities(client: Client): ServerCapabilities {
  if (!client.pullsDiagnostics) return {};
  return {
    diagnosticProvider: { identifier: DIAGNOSTIC_SOURCE, interFileDependencies: true, workspaceDiagnostics: true },
  };
}

/**
 * Checks files as they change and gets their findings to the client: published, or asked for.
 * Nothing is shown before `configured`, lest it be in the wrong language.
 * @returns stops it
 */
export function startDiagnostics(context: ServerContext, configured: Promise<void>): () => void {
  const { connection, client, session, configuration, workspace, log } = context;
  const checker = new Checker(workspace, configuration, client, log);
  const pulled = client.pullsDiagnostics
    ? new PulledDiagnostics(connection, client, session, workspace, checker)
    : undefined;
  const scheduler = new CheckScheduler(
    workspace,
    checker,
    pulled ?? new PushedDiagnostics(connection),
    session,
    inTime(configured),
    (files) => {
      const told = files.map(({ uri, version }) => ({ uri, ...(version !== undefined && { version }) }));
      void connection.sendNotification(checkedNotification.method, { files: told });
    },
  );
  workspace.onDidChange((files) => scheduler.changed(files));
  configuration.onDidChange(() => scheduler.recheck());
  if (pulled) answerPulls(context, pulled);
  return () => scheduler.stop();
}

function answerPulls({ connection, session }: ServerContext, pulled: PulledDiagnostics): void {
  connection.languages.diagnostics.on(
    session.request('textDocument/diagnostic', ({ textDocument, previousResultId }, token) =>
      pulled.ofDocument(textDocument.uri, previousResultId, token),
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    session.request('workspace/diagnostic', ({ previousResultIds }, token) =>
      pulled.ofWorkspace(previousResultIds, token),
    ),
  );
}

/** The promise, or its failure, but not longer than patience lasts. */
function inTime(promise: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    promise.then(done, done);
  });
}
