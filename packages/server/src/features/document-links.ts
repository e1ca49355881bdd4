import { documentLinks as linksOf } from '@jixiao/language/services';
import { answer, type Feature } from './feature.js';

/** Imported files and pictures that can be opened from their paths. */
export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  register: (context) => {
    const { connection, session, configuration, workspace } = context;
    connection.onDocumentLinks(
      session.request('textDocument/documentLink', (params, token) =>
        answer(context, params, token, ({ analysis, file }) =>
          linksOf(analysis, file, configuration.language).map((link) =>
            link.target === undefined ? link : { ...link, target: workspace.uriOf(workspace.names.of(link.target)) },
          ),
        ),
      ),
    );
  },
};
