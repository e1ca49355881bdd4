import { declaration, definition } from '@jixiao/language/services';
import type { Definition, DefinitionLink, LocationLink } from 'vscode-languageserver';
import type { ServerContext } from '../context.js';
import { answer, type Feature } from './feature.js';

/** Where a name comes from, and where it enters the file. */
export const definitions: Feature = {
  capabilities: () => ({ definitionProvider: true, declarationProvider: true }),
  register: (context) => {
    const { connection, session, client } = context;
    const { textDocument } = client.capabilities;
    connection.onDefinition(
      session.request('textDocument/definition', (params, token) =>
        answer(context, params, token, ({ analysis, file }) =>
          targets(definition(analysis, file, params.position), textDocument?.definition?.linkSupport, context),
        ),
      ),
    );
    connection.onDeclaration(
      session.request('textDocument/declaration', (params, token) =>
        answer(context, params, token, ({ analysis, file }) =>
          targets(declaration(analysis, file, params.position), textDocument?.declaration?.linkSupport, context),
        ),
      ),
    );
  },
};

function targets(
  links: readonly LocationLink[],
  linkSupport: boolean | undefined,
  { addresses }: ServerContext,
): Definition | DefinitionLink[] {
  const found = links.map((link) => addresses.link(link));
  if (linkSupport) return found;
  return found.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
