import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium';
import { PerfGeneratedModule, PerfGeneratedSharedModule, parserConfig } from '../generated/module.js';
import { PerfLexer } from './lexer.js';
import { LookaheadByNeed } from './lookahead.js';
import { WantedToken } from './parser-messages.js';
import { PerfValueConverter } from './value-converter.js';

/** Tokens by which alternatives of the grammar can be told apart. */
const LOOKAHEAD = 3;

const PerfModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    Lexer: (services) => new PerfLexer(services),
    ParserErrorMessageProvider: () => new WantedToken(),
    ParserConfig: () => ({ ...parserConfig, lookaheadStrategy: new LookaheadByNeed({ maxLookahead: LOOKAHEAD }) }),
    ValueConverter: () => new PerfValueConverter(),
  },
};

let services: LangiumCoreServices | undefined;

/** The services of the grammar, made on first use: building the parser is most of a short run's time. */
export function grammarServices(): LangiumCoreServices {
  if (!services) {
    const shared: LangiumSharedCoreServices = inject(
      createDefaultSharedCoreModule(EmptyFileSystem),
      PerfGeneratedSharedModule,
    );
    services = inject(createDefaultCoreModule({ shared }), PerfGeneratedModule, PerfModule);
    shared.ServiceRegistry.register(services);
    shortenErrorPaths(services);
  }
  return services;
}

/**
 * For each error the parser lists every path that it could have taken, three tokens deep, to put
 * them into its message: most of the time of reading broken text. Our messages do without, so the
 * paths may be short. What decides between alternatives was computed before and stays as it is.
 */
function shortenErrorPaths({ parser }: LangiumCoreServices): void {
  const { wrapper } = parser.LangiumParser as unknown as { wrapper: { maxLookahead: number } };
  wrapper.maxLookahead = 1;
}

/** Makes the parser anew; it cannot be used again after an exception left it half way. */
export function discardGrammarServices(): void {
  tokensOfDiscarded = tokensReadSoFar();
  services = undefined;
}

let tokensOfDiscarded = 0;

/** How many tokens were read since the start; a measure of work that does not depend on the machine. */
export function tokensReadSoFar(): number {
  return tokensOfDiscarded + ((services?.parser.Lexer as PerfLexer | undefined)?.tokensRead ?? 0);
}
