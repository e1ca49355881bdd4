import { inject } from 'langium';
import { createDefaultModule, createDefaultSharedModule, startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { PerfGeneratedModule, PerfGeneratedSharedModule } from '../../../packages/language/src/generated/module.js';
import { GRAMMAR_KEYWORDS } from '../../../packages/language/src/grammar/generated/grammar-json.js';
import { PerfLexer } from '../../../packages/language/src/syntax/lexer.js';
import { PerfValueConverter } from '../../../packages/language/src/syntax/value-converter.js';

/**
 * The plain pipeline of the parser library for the same grammar: it reads the whole document again
 * for every edit, and checks nothing but the syntax.
 */
const connection = createConnection(ProposedFeatures.all);
// The parser library asks for a feature that the protocol library of the same day does not bring.
Object.defineProperty(connection.workspace, 'textDocumentContent', { value: { on: () => undefined } });
const shared = inject(createDefaultSharedModule({ connection, ...NodeFileSystem }), PerfGeneratedSharedModule);
const plain = inject(createDefaultModule({ shared }), PerfGeneratedModule, {
  parser: {
    Lexer: () => new PerfLexer(GRAMMAR_KEYWORDS),
    ValueConverter: () => new PerfValueConverter(),
  },
});
shared.ServiceRegistry.register(plain);
startLanguageServer(shared);
