import { workspaceSymbols as symbolsLike } from '@jixiao/language/services';
import type { Feature } from './feature.js';

/** Names anywhere in the workspace. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: ({ connection, session, configuration, workspace }) => {
    connection.onWorkspaceSymbol(
      session.request('workspace/symbol', async ({ query }) => {
        await workspace.pendingForAll();
        return symbolsLike(workspace.analysisOfAll(), query, configuration.language).map((symbol) => ({
          ...symbol,
          location: { ...symbol.location, uri: workspace.uriOf(symbol.location.uri) },
        }));
      }),
    );
  },
};
