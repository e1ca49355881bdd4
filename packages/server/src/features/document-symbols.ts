import { documentSymbols as symbolsOf } from '@jixiao/language/services';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { answer, type Feature } from './feature.js';

/** The outline of a document, with values. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register: (context) => {
    const { connection, session, client, configuration, workspace } = context;
    const nested = client.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    connection.onDocumentSymbol(
      session.request('textDocument/documentSymbol', (params, token) =>
        answer(context, params, token, ({ analysis, file }): DocumentSymbol[] | SymbolInformation[] => {
          const symbols = symbolsOf(analysis, file, configuration.language);
          return nested ? symbols : flat(symbols, workspace.uriOf(file));
        }),
      ),
    );
  },
};

function flat(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(container !== undefined && { containerName: container }) },
    ...flat(children, uri, name),
  ]);
}
