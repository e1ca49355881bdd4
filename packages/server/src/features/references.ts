import { documentHighlights, references as referencesTo } from '@jixiao/language/services';
import { answer, type Feature } from './feature.js';

/** Every use of a name, in the workspace and in the document. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  register: (context) => {
    const { connection, session, addresses } = context;
    connection.onReferences(
      session.request('textDocument/references', (params, token) =>
        answer(
          context,
          params,
          token,
          ({ analysis, file }) =>
            referencesTo(analysis, file, params.position, params.context).map((place) => addresses.location(place)),
          { reach: 'workspace' },
        ),
      ),
    );
    connection.onDocumentHighlight(
      session.request('textDocument/documentHighlight', (params, token) =>
        answer(context, params, token, ({ analysis, file }) => documentHighlights(analysis, file, params.position)),
      ),
    );
  },
};
