import { readdirSync, readFileSync } from 'node:fs';
import type { ReportItem } from '@jixiao/core';
import { describe, expect, it } from 'vitest';
import { analyseFiles, MAIN } from './memory-host.js';

/*
 * A case is a .perf file whose report says what it prints: each line of its prose is `#{…}＝text`,
 * and both sides must come out as one. Nothing worse than a hint may be found in it.
 */
const folder = new URL('../resources/printed/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.perf'));

function linesOf(items: readonly ReportItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'section') return linesOf(item.items);
    if (item.kind !== 'prose') return [];
    return item.paragraphs.map(({ runs }) => runs.map((run) => ('text' in run ? run.text : '')).join(''));
  });
}

describe('what is printed in the case files', () => {
  it.each(cases)('%s', async (name) => {
    const analysis = await analyseFiles({ [MAIN]: readFileSync(new URL(name, folder), 'utf8') });
    expect(analysis.findings(MAIN).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    const lines = analysis.evaluated(MAIN).reports.flatMap(({ items }) => linesOf(items));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines).toEqual(lines.map((line) => line.replace(/^.*＝(.*)$/, '$1＝$1')));
  });
});
