import { workspaceSymbols as symbolsLike } from '@jixiao/language/services';
import { answerFromAll, type Feature } from './feature.js';

/** Names anywhere in the workspace. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: (context) => {
    const { connection, session, configuration, workspace } = context;
    connection.onWorkspaceSymbol(
      session.request('workspace/symbol', ({ query }, token) =>
        answerFromAll(context, token, (analysis) =>
          symbolsLike(analysis, query, configuration.language).map((symbol) => ({
            ...symbol,
            location: { ...symbol.location, uri: workspace.uriOf(symbol.location.uri) },
          })),
        ),
      ),
    );
  },
};
