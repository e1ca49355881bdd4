import type { ILookaheadStrategy } from 'chevrotain';
import { type LangiumCoreServices, type LangiumParser, prepareLangiumParser } from 'langium';
import { PerfAstReflection } from '../generated/ast.js';
import { GRAMMAR_JSON, GRAMMAR_KEYWORDS } from '../grammar/generated/grammar-json.js';
import { loadGrammar } from '../grammar/load-grammar.js';
import { PerfLexer } from './lexer.js';
import { LookaheadByNeed } from './lookahead.js';
import { buildMovableTrees } from './movable-tree.js';
import { WantedToken } from './parser-messages.js';
import { analyseGrammar } from './self-analysis.js';
import { PerfValueConverter } from './value-converter.js';

/** Tokens by which alternatives of the grammar can be told apart. */
export const LOOKAHEAD = 3;

/** What reads .perf text. Each is made when it is first asked for: they are most of the time of a short run. */
export interface GrammarServices {
  readonly parser: { readonly Lexer: PerfLexer; readonly LangiumParser: LangiumParser };
}

let services: GrammarServices | undefined;

export function grammarServices(): GrammarServices {
  services ??= { parser: new Readers() };
  return services;
}

class Readers {
  private lexer: PerfLexer | undefined;
  private parser: LangiumParser | undefined;

  get Lexer(): PerfLexer {
    this.lexer ??= new PerfLexer(GRAMMAR_KEYWORDS);
    return this.lexer;
  }

  get LangiumParser(): LangiumParser {
    this.parser ??= createParser(this.Lexer, new LookaheadByNeed({ maxLookahead: LOOKAHEAD }));
    return this.parser;
  }
}

/**
 * A parser of the grammar. Of all services of a language workbench it uses those that stand here. Links
 * between names are no matter of the grammar: it has no cross-references, so that nobody asks for the linker.
 */
export function createParser(lexer: PerfLexer, lookaheadStrategy: ILookaheadStrategy): LangiumParser {
  const needs = {
    Grammar: loadGrammar(GRAMMAR_JSON),
    LanguageMetaData: { languageId: 'perf', fileExtensions: ['.perf'], caseInsensitive: false, mode: 'production' },
    parser: {
      Lexer: lexer,
      ParserConfig: { recoveryEnabled: true, maxLookahead: LOOKAHEAD, lookaheadStrategy },
      ParserErrorMessageProvider: new WantedToken(),
      ValueConverter: new PerfValueConverter(),
    },
    references: { Linker: undefined },
    shared: { AstReflection: new PerfAstReflection(), profilers: {} },
  };
  const parser = prepareLangiumParser(needs as unknown as LangiumCoreServices);
  buildMovableTrees(parser);
  analyseGrammar(parser);
  shortenErrorPaths(parser);
  return parser;
}

/**
 * For each error the parser lists every path that it could have taken, three tokens deep, to put
 * them into its message: most of the time of reading broken text. Our messages do without, so the
 * paths may be short. What decides between alternatives was computed before and stays as it is.
 */
function shortenErrorPaths(parser: LangiumParser): void {
  const { wrapper } = parser as unknown as { wrapper: { maxLookahead: number } };
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
