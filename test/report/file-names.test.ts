import { claimNames, type NameClaim, reportNames } from '@jixiao/report/file-names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function claimOf(source: string, neighbours: readonly string[] = []): NameClaim {
  const claim = claimNames([...neighbours, source]).get(source);
  if (!claim) throw new Error(`${source} has no names`);
  return claim;
}

/** The final names of reports with these titles. */
function finals(source: string, titles: readonly string[], neighbours: readonly string[] = []): string[] {
  return reportNames(claimOf(source, neighbours), titles).map(({ final }) => final);
}

describe('the name of what a report becomes', () => {
  test.each([
    ['a title', '2024.perf', '自评报告', '2024-自评报告'],
    ['no title', '2024.perf', '', '2024'],
    ['a title that the source is named after', '自评报告2024.perf', '自评报告', '自评报告2024'],
    ['what Windows does not allow', 'a.perf', 'x/y\\z:*?"<>|', 'a-x／y＼z：＊？”＜＞｜'],
    ['a dash, which parts source and title', 'a.perf', '2023-2024', 'a-2023－2024'],
    ['control characters', 'a.perf', 'x\u0000\n\ty', 'a-xy'],
    ['dots and spaces at the end', 'a.perf', ' x. ..', 'a-x. '],
    ['a way out', 'a.perf', '../../x', 'a-..／..／x'],
    ['two dots', 'a.perf', '..', 'a'],
    ['a source with dots', 'a.b.perf', 'x', 'a.b-x'],
  ])('%s', (_name, source, title, name) => {
    expect(finals(source, [title])).toEqual([name]);
  });

  test('a draft has a name of its own', () => {
    expect(reportNames(claimOf('a.perf'), ['报告'])).toEqual([{ final: 'a-报告', draft: 'a-报告-草稿' }]);
  });

  test('a long title is cut between characters, and counted behind the cut', () => {
    const [first = '', second] = finals('a.perf', ['𠮷'.repeat(100), '𠮷'.repeat(70)]);
    expect(first).toBe(`a-${'𠮷'.repeat(49)}`);
    expect(second).toBe(`${first}2`);
  });
});

describe('no two reports have one name', () => {
  test('that share a title', () => {
    expect(finals('a.perf', ['x', 'x', 'X', 'x2'])).toEqual(['a-x', 'a-x2', 'a-X3', 'a-x22']);
    expect(finals('a.perf', ['', ''])).toEqual(['a', 'a-2']);
  });

  test.each([
    ['镇.perf', '自评报告', ['镇-自评报告.perf'], '镇-自评报告2'],
    ['镇.perf', '自评报告', ['镇-自评报告.perf', '镇-自评报告2.perf'], '镇-自评报告3'],
    ['A.perf', 'x', ['a-X.perf'], 'A-x2'],
    ['a.perf', 'x', ['b-x.perf', 'a-xy.perf', 'a-.perf'], 'a-x'],
    ['a.perf', 'x', ['a-x-草稿.perf'], 'a-x2'],
    ['a.perf', 'x', ['A.perf'], 'a2-x'],
    ['a.txt', 'x', ['a.perf'], 'a2-x'],
  ])('%s “%s” beside %s', (source, title, neighbours, name) => {
    expect(finals(source, [title], neighbours)).toEqual([name]);
  });

  test('whatever sources and titles are called', () => {
    const word = fc.stringMatching(/^(?:[aAb长2]|-|-草稿){0,4}$/);
    const long = fc.nat({ max: 120 }).map((count) => '长'.repeat(count));
    const title = fc.oneof(
      word,
      fc.tuple(word, long, word).map((parts) => parts.join('')),
    );
    const files = fc.dictionary(
      title.map((name) => `${name}.perf`),
      fc.array(title, { maxLength: 3 }),
    );
    fc.assert(
      fc.property(files, (reports) => {
        const claims = claimNames(Object.keys(reports));
        const names = [...claims].flatMap(([source, claim]) => reportNames(claim, reports[source] ?? []));
        const all = names.flatMap(({ final, draft }) => [final, draft]);
        expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
        for (const name of all) expect(Buffer.byteLength(name)).toBeLessThan(230);
      }),
      { numRuns: 2000 },
    );
  });
});
