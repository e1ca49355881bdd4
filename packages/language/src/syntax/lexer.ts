import { toHalfWidth } from '@jixiao/core';
import {
  Lexer as ChevrotainLexer,
  createToken,
  type IToken,
  type TokenType,
  type TokenTypeDictionary,
} from 'chevrotain';
import type { Lexer, LexerResult, LexingReport } from 'langium';
import { canonicalKeyword, keywordOf } from '../grammar/keywords.js';
import { commentsInProse } from './comments-in-prose.js';
import { completeTokens, type Gap } from './completion-of-tokens.js';
import { punctuationCharacters, punctuationPattern } from './punctuation.js';
import { CODE_MODE, COMMENTS, createModes, createTokenTypes } from './tokens.js';

/** What the lexer saw besides tokens. */
export interface PerfLexingReport extends LexingReport {
  readonly comments: readonly IToken[];
  /** Comment lines inside prose; to the lexer they are part of its text. */
  readonly proseComments: readonly IToken[];
  /** Where something was left out and a token of no length stands in. */
  readonly gaps: readonly Gap[];
}

/** Reads a piece of .perf text into tokens: three modes, keywords as a kind of name, full-width forms made half-width. */
export class PerfLexer implements Lexer {
  readonly definition: TokenTypeDictionary;
  private readonly chevrotain: ChevrotainLexer;
  private readonly keywordTypes = new Map<string, TokenType>();
  private readonly nameType: TokenType;
  private readonly normalised: ReadonlySet<TokenType>;
  /** How many tokens were read since the start; a measure of work that does not depend on the machine. */
  tokensRead = 0;

  /** @param keywords words and marks of the grammar */
  constructor(keywords: readonly string[]) {
    const types = createTokenTypes();
    this.nameType = types.named.NAME;
    const punctuation: TokenType[] = [];
    for (const keyword of keywords) {
      if (keywordOf(keyword)) {
        this.keywordTypes.set(
          keyword,
          createToken({ name: keyword, pattern: ChevrotainLexer.NA, categories: [types.named.NAME] }),
        );
      } else {
        punctuation.push(
          createToken({
            name: keyword,
            pattern: punctuationPattern(keyword),
            line_breaks: false,
            start_chars_hint: punctuationCharacters(keyword),
          }),
        );
      }
    }
    punctuation.sort((a, b) => b.name.length - a.name.length);
    const modes = createModes(types, punctuation);
    this.definition = {};
    for (const type of [...Object.values(modes).flat(), ...Object.values(types.named), ...this.keywordTypes.values()]) {
      this.definition[type.name] = type;
    }
    this.normalised = new Set([types.named.NAME, types.named.QUANTITY, types.named.DATE]);
    this.chevrotain = new ChevrotainLexer(
      { modes, defaultMode: CODE_MODE },
      { positionTracking: 'full', skipValidations: true },
    );
  }

  tokenize(text: string): LexerResult & { report: PerfLexingReport } {
    const result = this.chevrotain.tokenize(text);
    this.tokensRead += result.tokens.length;
    for (const token of result.tokens) this.settle(token);
    const { tokens, gaps } = completeTokens(result.tokens, this.definition);
    return {
      tokens,
      hidden: [],
      errors: result.errors,
      report: {
        diagnostics: [],
        comments: result.groups[COMMENTS] ?? [],
        proseComments: commentsInProse(tokens),
        gaps,
      },
    };
  }

  /** Gives a keyword its own type and a full-width image its half-width form, of the same length. */
  private settle(token: IToken): void {
    // The end of a line is one place wide, whether of two characters or of one; the lexer library sees to it in a token
    // of several lines.
    const endsItsLine = token.endLine === token.startLine && token.image.endsWith('\r\n');
    if (endsItsLine && token.endColumn !== undefined) token.endColumn -= 1;
    if (!this.normalised.has(token.tokenType)) return;
    token.image = toHalfWidth(token.image);
    if (token.tokenType !== this.nameType) return;
    const keyword = this.keywordTypes.get(canonicalKeyword(token.image));
    if (keyword) {
      token.tokenType = keyword;
      token.tokenTypeIdx = keyword.tokenTypeIdx as number;
    }
  }
}
