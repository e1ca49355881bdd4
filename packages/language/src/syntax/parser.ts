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
import { PerfGeneratedModule, PerfGeneratedSharedModule } from '../generated/module.js';
import { PerfLexer } from './lexer.js';
import { WantedToken } from './parser-messages.js';
import { PerfValueConverter } from './value-converter.js';

const PerfModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    Lexer: (services) => new PerfLexer(services),
    ParserErrorMessageProvider: () => new WantedToken(),
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
  }
  return services;
}

/** Makes the parser anew; it cannot be used again after an exception left it half way. */
export function discardGrammarServices(): void {
  services = undefined;
}
