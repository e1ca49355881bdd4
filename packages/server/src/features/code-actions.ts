import {
  codeActions as actionsAt,
  CODE_ACTION_KINDS,
  type CodeActionOptions,
  resolveCodeAction,
} from '@jixiao/language/services';
import type { CodeAction } from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { ServerContext } from '../context.js';
import { answer, type Feature } from './feature.js';

/** Fixes and refactorings; what they change is worked out when one is chosen, where the client can wait. */
export const codeActions: Feature = {
  capabilities: (client) => ({
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: client.resolvesCodeActions },
  }),
  register: (context) => {
    const { connection, session, client, configuration, workspace } = context;
    const options = optionsFor(client);
    connection.onCodeAction(
      session.request('textDocument/codeAction', (params, token) =>
        answer(
          context,
          params,
          token,
          ({ analysis, file }) => {
            const { diagnostics, only } = params.context;
            const asked = { file, range: params.range, diagnostics, ...(only && { only }) };
            const actions = actionsAt(analysis, asked, configuration.language, options);
            return actions.map((action) => withAddresses(action, context));
          },
          { reach: 'workspace' },
        ),
      ),
    );
    if (!client.resolvesCodeActions) return;
    connection.onCodeActionResolve(
      session.request('codeAction/resolve', async (action) => {
        await workspace.pendingForAll();
        return withAddresses(resolveCodeAction(workspace.analysisOfAll(), action, options), context);
      }),
    );
  },
};

function optionsFor(client: Client): CodeActionOptions {
  return { resolves: client.resolvesCodeActions, snippets: client.takesSnippetEdits };
}

function withAddresses(action: CodeAction, { addresses, client }: ServerContext): CodeAction {
  return action.edit ? { ...action, edit: addresses.edit(action.edit, client.versionsEdits) } : action;
}
