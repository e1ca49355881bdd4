import { LIBRARY_SCHEME, PAGES_SCHEME } from '../protocol.js';
import { contentOf } from '../requests/content.js';
import type { Feature } from './feature.js';

/** Texts that lie in no file, for clients that ask for them the standard way. */
export const textContent: Feature = {
  capabilities: ({ capabilities }) =>
    capabilities.workspace?.textDocumentContent
      ? { workspace: { textDocumentContent: { schemes: [LIBRARY_SCHEME, PAGES_SCHEME] } } }
      : {},
  register: (context) => {
    const { connection, session, client } = context;
    if (!client.capabilities.workspace?.textDocumentContent) return;
    connection.workspace.textDocumentContent.on(
      session.request('workspace/textDocumentContent', ({ uri }) => contentOf(uri, context)),
    );
  },
};
