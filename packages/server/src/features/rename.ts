import type { Message } from '@jixiao/core';
import { prepareRename, rename as renamed } from '@jixiao/language/services';
import { LSPErrorCodes, ResponseError, type ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { ServerContext } from '../context.js';
import { answer, type Feature } from './feature.js';

/** Another name for a thing, wherever it is declared and used. What cannot be done is refused with the reason. */
export const rename: Feature = {
  capabilities: (client) => ({ renameProvider: renameProvider(client) }),
  register: (context) => {
    const { connection, session, client, addresses } = context;
    connection.onPrepareRename(
      session.request('textDocument/prepareRename', (params, token) =>
        answer(context, params, token, ({ analysis, file }) => {
          const result = prepareRename(analysis, file, params.position);
          if (!result.ok) throw refusal(result.reason, context);
          return { range: result.range, placeholder: result.placeholder };
        }),
      ),
    );
    connection.onRenameRequest(
      session.request('textDocument/rename', (params, token) =>
        answer(
          context,
          params,
          token,
          ({ analysis, file }) => {
            const result = renamed(analysis, file, params.position, params.newName);
            if (!result.ok) throw refusal(result.reason, context);
            return addresses.edit(result.edit, client.versionsEdits);
          },
          { reach: 'workspace' },
        ),
      ),
    );
  },
};

function renameProvider(client: Client): NonNullable<ServerCapabilities['renameProvider']> {
  // A client that does not know of preparing takes anything but `true` amiss.
  return client.capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true;
}

function refusal(reason: Message, { configuration }: ServerContext): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason[configuration.language]);
}
