import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { libraryTexts } from '@jixiao/language';
import { type ILookaheadStrategy, type IToken, LLkLookaheadStrategy } from 'chevrotain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENTRY_RULE, GRAMMAR_KEYWORDS } from '../../packages/language/src/grammar/generated/grammar-json.js';
import { PerfLexer } from '../../packages/language/src/syntax/lexer.js';
import { LookaheadByNeed } from '../../packages/language/src/syntax/lookahead.js';
import { createParser, LOOKAHEAD } from '../../packages/language/src/syntax/parser.js';
import { cutIntoPieces } from '../../packages/language/src/syntax/pieces.js';

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type Optional = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];

/**
 * Asks the parser library's own strategy and ours at every decision, and goes the way of the library's,
 * or ours where the library knows none.
 */
class Compared extends LLkLookaheadStrategy {
  private readonly ours = new LookaheadByNeed({ maxLookahead: LOOKAHEAD });
  readonly different: string[] = [];
  /** Where ours took an alternative after the one that the library took: only in broken text. */
  readonly later: string[] = [];
  /** Alternatives taken, and options both taken and left out. */
  readonly met = new Set<string>();

  override buildLookaheadForAlternation(options: Alternation) {
    const library = super.buildLookaheadForAlternation(options);
    const ours = this.ours.buildLookaheadForAlternation(options);
    const place = `${options.rule.name} or ${options.prodOccurrence}`;
    const note = (a: number | undefined, b: number | undefined, tokens: string) => this.note(place, a, b, tokens);
    return function (this: unknown) {
      const [a, b] = [library.call(this as never), ours.call(this as never)];
      note(a, b, nextTokens(this));
      return a ?? b;
    } as typeof library;
  }

  override buildLookaheadForOptional(options: Optional) {
    const library = super.buildLookaheadForOptional(options);
    const ours = this.ours.buildLookaheadForOptional(options);
    const place = `${options.rule.name} ${options.prodType} ${options.prodOccurrence}`;
    const note = (a: boolean, b: boolean, tokens: string) => this.note(place, a, b, tokens);
    return function (this: unknown) {
      const [a, b] = [library.call(this as never), ours.call(this as never)];
      note(a, b, nextTokens(this));
      return a;
    } as typeof library;
  }

  private note<T>(place: string, library: T, ours: T, tokens: string): void {
    this.met.add(`${place}: ${library}`);
    // Where the tokens fit none as far as the library looks, ours has decided before, by as few as tell them apart.
    if (library === undefined || library === ours) return;
    const told = `${place} before ${tokens}: ${library}, not ${ours}`;
    // Ours looks on where the library is content with fewer tokens, for an alternative that has come to its end.
    if (typeof library === 'number' && typeof ours === 'number' && ours > library) this.later.push(told);
    else this.different.push(told);
  }
}

function nextTokens(parser: unknown): string {
  const { LA } = parser as { LA(distance: number): IToken };
  return [1, 2, 3].map((distance) => LA.call(parser, distance).tokenType.name).join(' ');
}

const lexer = new PerfLexer(GRAMMAR_KEYWORDS);
const strategy = new Compared({ maxLookahead: LOOKAHEAD });
const parser = createParser(lexer, strategy);

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = [`${root}examples`, `${root}test/resources`].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.perf'))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8')),
);
const texts = [...files, ...libraryTexts().values()];

test('every decision in the examples, the cases and the library is that of the parser library', () => {
  for (const text of texts) {
    for (const piece of cutIntoPieces(text)) {
      strategy.later.length = 0;
      const { parserErrors } = parser.parse(piece.text, { rule: ENTRY_RULE });
      if (parserErrors.length === 0) expect(strategy.later).toEqual([]);
    }
  }
  expect(texts.length).toBeGreaterThan(80);
  expect(strategy.met.size).toBeGreaterThan(200);
  expect(strategy.different).toEqual([]);
});

/** Pieces of text that are one token each, and now and then a whole line, so that rules are entered. */
const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...GRAMMAR_KEYWORDS) },
  {
    weight: 6,
    arbitrary: fc.constantFrom('甲', '乙', '3', '12万元', '2024-12-31', '"文"', '—', '「丙 丁」', '[', ']', '#{', '}'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '')),
  },
);

test('so is every decision about tokens in any order', () => {
  const rules = [
    'Model',
    'Declaration',
    'FigureBlock',
    'IndicatorNode',
    'RubricRule',
    'ReportBlock',
    'FormBlock',
    'Prose',
    'Expression',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...rules), fc.array(words, { maxLength: 12 }), (rule, line) => {
      strategy.different.length = 0;
      strategy.later.length = 0;
      try {
        const { parserErrors } = parser.parse(line.join(' '), { rule });
        if (parserErrors.length === 0) expect(strategy.later).toEqual([]);
      } catch (error) {
        // A rule that nothing at all was read of leaves no node; what was decided until then counts.
        if (!/No result|not empty/.test(String(error))) throw error;
      }
      expect(strategy.different).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});
