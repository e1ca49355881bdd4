import { LANGUAGE_ID } from '@jixiao/server/protocol';
import { type ExtensionContext, l10n, type TextDocument, type Uri, window, workspace } from 'vscode';
import { clientOptions } from './client/client-options.js';
import { type CreateClient, ServerSession } from './client/server-session.js';
import { FEATURES } from './features.js';

/** What other extensions, and the tests, see of this one. */
export interface ExtensionApi {
  /** How long activation kept the editor waiting; the server starts beside it. */
  readonly activatedInMilliseconds: number;
}

export interface Extension {
  readonly api: ExtensionApi;
  stop(): Promise<void>;
}

/** Starts the extension: everything is registered, and the server is started once there is a report to serve. */
export function startExtension(context: ExtensionContext, createClient: CreateClient, home?: Uri): Extension {
  const begun = performance.now();
  const log = window.createOutputChannel(l10n.t('Jixiao'), { log: true });
  const session = new ServerSession(createClient, clientOptions(), log);
  context.subscriptions.push(log, session);
  for (const register of FEATURES) context.subscriptions.push(...register({ context, session, log, home }));
  const serve = (document: TextDocument) => {
    if (document.languageId === LANGUAGE_ID) void session.start().catch(() => undefined);
  };
  context.subscriptions.push(workspace.onDidOpenTextDocument(serve));
  for (const document of workspace.textDocuments) serve(document);
  const activatedInMilliseconds = performance.now() - begun;
  log.info(`activated in ${activatedInMilliseconds.toFixed(1)} ms`);
  return { api: { activatedInMilliseconds }, stop: () => session.stop() };
}
