import { signatureHelp as helpAt, SIGNATURE_TRIGGERS } from '@jixiao/language/services';
import { answer, type Feature } from './feature.js';

/** The function around the cursor and what it takes. */
export const signatureHelp: Feature = {
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: [...SIGNATURE_TRIGGERS] } }),
  register: (context) => {
    const { connection, session, configuration } = context;
    connection.onSignatureHelp(
      session.request('textDocument/signatureHelp', (params, token) =>
        answer(
          context,
          params,
          token,
          ({ analysis, file }) => helpAt(analysis, file, params.position, configuration.language) ?? null,
          { urgency: 'typing' },
        ),
      ),
    );
  },
};
