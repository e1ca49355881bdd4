import { libraryFileName } from '@jixiao/language';
import {
  declaration,
  definition,
  documentHighlights,
  documentLinks,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
  references,
} from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import type { CallHierarchyItem, LocationLink, Range } from 'vscode-languageserver-types';
import { type Case, casesIn, cursorOf, expected, type Place } from '../case-file.js';

const named = (cases: readonly Case[]) => cases.map((subject) => [subject.name, subject] as const);
const places = (links: readonly LocationLink[]): Place<Range>[] =>
  links.map(({ targetUri, targetSelectionRange }) => ({ file: targetUri, at: targetSelectionRange }));

describe('definition', () => {
  test.each(named(casesIn('navigation/definition')))('%s', (_, subject) => {
    const { file, at } = cursorOf(subject);
    const found = definition(subject.analysis, file, at.start);
    const inLibrary = subject.expectations.find(({ words }) => words[0] === 'in-library')?.words[1];
    if (inLibrary === undefined) expect(places(found)).toEqual(subject.ranges);
    else expect(found.map(({ targetUri }) => targetUri)).toEqual([libraryFileName(inLibrary)]);
  });
});

describe('declaration', () => {
  test.each(named(casesIn('navigation/declaration')))('%s', (_, subject) => {
    const { file, at } = cursorOf(subject);
    expect(places(declaration(subject.analysis, file, at.start))).toEqual(subject.ranges);
  });
});

describe('references', () => {
  test.each(named(casesIn('navigation/references')))('%s', (_, subject) => {
    const { file, at } = cursorOf(subject);
    const order = (list: readonly Place<Range>[]) => list.map((place) => JSON.stringify(place)).sort();
    const found = references(subject.analysis, file, at.start, { includeDeclaration: true });
    expect(order(found.map(({ uri, range }) => ({ file: uri, at: range })))).toEqual(order(subject.ranges));
    const without = references(subject.analysis, file, at.start, { includeDeclaration: false });
    expect(without).toHaveLength(found.length - 1);
    const highlights = documentHighlights(subject.analysis, file, at.start);
    expect(order(highlights.map(({ range }) => ({ file, at: range })))).toEqual(
      order(subject.ranges.filter((range) => range.file === file)),
    );
  });
});

describe('what a figure feeds and what feeds it', () => {
  test.each(named(casesIn('navigation/feeds')))('%s', (_, subject) => {
    const { file, at } = cursorOf(subject);
    const [item] = prepareCallHierarchy(subject.analysis, file, at.start, 'zh');
    if (!item) throw new Error('There is nothing under the cursor');
    const lines = (items: readonly CallHierarchyItem[]) =>
      items.map(({ name, detail }) => `${name} ${detail ?? ''}`.trim());
    const wanted = (kind: string) => expected(subject, kind)[0]?.text.trim().split('\n').filter(Boolean);
    const feeds = incomingCalls(subject.analysis, item, 'zh');
    const fedBy = outgoingCalls(subject.analysis, item, 'zh');
    expect(lines(feeds.map(({ from }) => from)).sort()).toEqual(wanted('feeds')?.sort());
    expect(lines(fedBy.map(({ to }) => to)).sort()).toEqual(wanted('fed-by')?.sort());
    for (const { from } of feeds) {
      const back = outgoingCalls(subject.analysis, from, 'zh').map(({ to }) => to);
      expect(back.map(({ name, uri }) => ({ name, uri }))).toContainEqual({ name: item.name, uri: item.uri });
    }
  });

  test('nothing under the cursor', () => {
    const [subject] = casesIn('navigation/links');
    expect(
      prepareCallHierarchy(
        subject?.analysis as Case['analysis'],
        'file:///w/main.perf',
        { line: 0, character: 0 },
        'zh',
      ),
    ).toEqual([]);
  });
});

describe('links', () => {
  test.each(named(casesIn('navigation/links')))('%s', (_, subject) => {
    const links = documentLinks(subject.analysis, 'file:///w/main.perf', 'zh');
    expect(links.map(({ range }) => range)).toEqual(subject.ranges.map(({ at }) => at));
    expect(links.map(({ target }) => target)).toEqual(expected(subject, 'targets')[0]?.text.trim().split('\n'));
  });
});
