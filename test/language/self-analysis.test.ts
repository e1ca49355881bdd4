import { readFileSync } from 'node:fs';
import type { ISerializedGast } from 'chevrotain';
import type { LangiumParser } from 'langium';
import { expect, test, vi } from 'vitest';

const example = readFileSync(new URL('../../examples/mingxikou-2024/corrected.perf', import.meta.url), 'utf8');

/** Texts that end where something has to follow, so that the parser has to find out where to go on. */
const broken = Array.from({ length: 60 }, (_, index) => {
  const at = Math.floor((example.length * (index + 1)) / 61);
  return `${example.slice(0, at)} { = : 表 } ${example.slice(at + 3, at + 400)}`;
});

/** What the parser library keeps of the grammar. */
interface Workings {
  readonly resyncFollows: Readonly<Record<string, readonly { readonly name: string }[]>>;
  getSerializedGastProductions(): ISerializedGast[];
}

const workingsOf = (parser: LangiumParser) => (parser as unknown as { wrapper: Workings }).wrapper;

const followsOf = (parser: LangiumParser) =>
  Object.fromEntries(
    Object.entries(workingsOf(parser).resyncFollows).map(([rule, types]) => [rule, types.map(({ name }) => name)]),
  );

/** A parser that analysed its grammar as here, or as the library does it by itself. */
async function parserThatAnalyses(how: 'as here' | 'as the library') {
  vi.resetModules();
  if (how === 'as the library') {
    vi.doMock('../../packages/language/src/syntax/self-analysis.js', () => ({
      analyseGrammar: (parser: LangiumParser) => parser.finalize(),
    }));
  } else vi.doUnmock('../../packages/language/src/syntax/self-analysis.js');
  const { grammarServices } = await import('../../packages/language/src/syntax/parser.js');
  return grammarServices().parser.LangiumParser;
}

test('the grammar comes out as if the library had analysed it by itself', async () => {
  const ours = await parserThatAnalyses('as here');
  const theirs = await parserThatAnalyses('as the library');
  const rules = workingsOf(ours).getSerializedGastProductions();
  expect(rules.length).toBeGreaterThan(40);
  // As text, for the patterns of some tokens are functions of their own.
  expect(JSON.stringify(rules)).toBe(JSON.stringify(workingsOf(theirs).getSerializedGastProductions()));
  expect(Object.keys(followsOf(ours)).length).toBeGreaterThan(100);
  expect(followsOf(ours)).toEqual(followsOf(theirs));
});

test('broken text is read alike', async () => {
  const read = (parser: LangiumParser) =>
    broken.map((text) =>
      parser.parse(text, { rule: 'Model' }).parserErrors.map(({ message, token }) => [message, token.startOffset]),
    );
  const ours = read(await parserThatAnalyses('as here'));
  expect(ours.flat().length).toBeGreaterThan(60);
  expect(ours).toEqual(read(await parserThatAnalyses('as the library')));
});

test('no method of the recording is left on the parser', async () => {
  const parser = workingsOf(await parserThatAnalyses('as here')) as object;
  expect(Object.keys(parser).filter((name) => /^(?:CONSUME|SUBRULE|OPTION|OR|MANY|AT_LEAST_ONE)/.test(name))).toEqual(
    [],
  );
  expect(Object.hasOwn(parser, 'LA')).toBe(false);
});
