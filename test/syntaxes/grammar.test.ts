import { readFileSync } from 'node:fs';
import { KEYWORDS } from '@jixiao/language';
import { describe, expect, test } from 'vitest';
import { caseFiles, fixtureLines, readCases } from './fixture.js';
import { type ScopedText, tokenizeLines } from './tokenizer.js';

/** The scopes that every character of a stretch of a line has. */
function scopesOf(tokens: readonly ScopedText[], start: number, end: number): string[] {
  const inside = tokens.filter((token) => token.start < end && token.start + token.text.length > start);
  const [first, ...others] = inside.map(({ scopes }) => scopes);
  return (first ?? []).filter((scope) => others.every((scopes) => scopes.includes(scope)));
}

/** The scopes that any character of a stretch of a line has. */
function anyScopesOf(tokens: readonly ScopedText[], start: number, end: number): string[] {
  return tokens
    .filter((token) => token.start < end && token.start + token.text.length > start)
    .flatMap(({ scopes }) => scopes.flatMap((scope) => scope.split(' ')));
}

describe.each(caseFiles())('%s', (file) => {
  test.each(readCases(file))('$title', ({ lines }) => {
    const tokens = tokenizeLines(lines.map(({ source }) => source));
    lines.forEach(({ source, expectations, at }, index) => {
      let from = 0;
      for (const { text, scopes } of expectations) {
        const start = source.indexOf(text, from);
        const place = `${file}:${at} “${text}”`;
        expect(start, `${place} does not stand in the line`).toBeGreaterThanOrEqual(0);
        from = start + text.length;
        const all = scopesOf(tokens[index] ?? [], start, from).flatMap((scope) => scope.split(' '));
        const any = anyScopesOf(tokens[index] ?? [], start, from);
        for (const scope of scopes) {
          if (scope.startsWith('!')) expect(any, place).not.toContain(scope.slice(1));
          else expect(all, place).toContain(scope);
        }
      }
    });
  });
});

/** A keyword's Chinese spelling and scope, and a line in which @ stands for it. */
const keywordCases = (() => {
  const lines = fixtureLines('keywords.txt');
  return lines.flatMap(({ text }, index) => {
    if (!text.startsWith('> ')) return [];
    const [zh = '', scope = ''] = (lines[index - 1]?.text ?? '').split(' ');
    return [{ zh, scope, line: text.slice(2) }];
  });
})();

/** A line in which any keyword in place of @ is a name; with those in `except` it means something else. */
const nameCases = fixtureLines('names.txt').map(({ text }) => {
  const [line = '', except = ''] = text.slice(2).split(' ! ');
  return { line, except: except.split(' ') };
});

/** What stands for @ in a line, with its scopes. */
function scopesAt(line: string, word: string): string[] {
  const start = line.indexOf('@');
  expect(start, `no @ in “${line}”`).toBeGreaterThanOrEqual(0);
  const [tokens = []] = tokenizeLines([line.replace('@', word)]);
  return anyScopesOf(tokens, start, start + word.length);
}

describe('keywords', () => {
  test('every keyword has a case, and no other word', () => {
    expect(keywordCases.map(({ zh }) => zh).sort()).toEqual(KEYWORDS.map(({ zh }) => zh).sort());
  });

  test.each(keywordCases)('$zh is one in both spellings', ({ zh, scope, line }) => {
    const keyword = KEYWORDS.find((candidate) => candidate.zh === zh);
    for (const word of [zh, keyword?.en ?? '']) expect(scopesAt(line, word), word).toEqual(['source.perf', scope]);
  });

  test('the grammar spells the keywords of the language and no others', () => {
    const grammar = JSON.parse(
      readFileSync(new URL('../../syntaxes/perf.tmLanguage.json', import.meta.url), 'utf8'),
    ) as { repository: { word: { captures: { 0: { patterns: { match: string }[] } } } } };
    const spelt = grammar.repository.word.captures[0].patterns.flatMap(
      ({ match }) => /^\(\?:(.*)\)\\z$/.exec(match)?.[1]?.split('|') ?? [],
    );
    expect(spelt.sort()).toEqual(KEYWORDS.flatMap(({ zh, en }) => [zh, en]).sort());
  });

  test.each(nameCases)('may be names: $line', ({ line, except }) => {
    for (const { zh, en } of KEYWORDS.filter((keyword) => !except.includes(keyword.zh))) {
      for (const word of [zh, en]) {
        const scopes = scopesAt(line, word).filter((scope) => /^(?:keyword|storage|constant)\./.test(scope));
        expect(scopes, line.replace('@', word)).toEqual([]);
      }
    }
  });
});
