import { documentSymbols, workspaceSymbols } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { type Case, casesIn, expected, uriOf } from '../case-file.js';

const named = (cases: readonly Case[]) => cases.map((subject) => [subject.name, subject] as const);

function lines(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` | ${detail}` : ''}`,
    ...lines(children ?? [], depth + 1),
  ]);
}

const inside = (inner: Range, outer: Range) =>
  (inner.start.line > outer.start.line ||
    (inner.start.line === outer.start.line && inner.start.character >= outer.start.character)) &&
  (inner.end.line < outer.end.line ||
    (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));

function everyOne(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...everyOne(symbol.children ?? [])]);
}

describe('the outline of a file', () => {
  test.each(named(casesIn('symbols/document')))('%s', (_, subject) => {
    const symbols = documentSymbols(subject.analysis, uriOf('main.perf'), 'zh');
    expect(lines(symbols)).toEqual(expected(subject, 'tree')[0]?.text.split('\n').filter(Boolean));
    for (const { name, range, selectionRange, children } of everyOne(symbols)) {
      expect(name).not.toBe('');
      expect(inside(selectionRange, range)).toBe(true);
      for (const child of children ?? []) expect(inside(child.range, range)).toBe(true);
    }
  });

  test('in English what has no name is called so', () => {
    const subject = casesIn('symbols/document').find(({ name }) => name === 'half-typed.perf') as Case;
    expect(lines(documentSymbols(subject.analysis, uriOf('main.perf'), 'en'))).toContain('(unnamed)');
  });
});

describe('symbols of the workspace', () => {
  const queries = casesIn('symbols/workspace').flatMap((subject) =>
    expected(subject, 'query').map(({ words, text }) => [subject.name, words[1] ?? '', text, subject] as const),
  );
  test.each(queries)('%s %s', (_, query, text, { analysis }) => {
    const found = workspaceSymbols(analysis, query, 'zh').map(({ name, containerName, location }) =>
      [name, containerName, location.uri.replace(uriOf(''), '')].join(' | '),
    );
    expect(found).toEqual(text.split('\n').filter(Boolean));
  });
});
