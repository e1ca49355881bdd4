import { readFileSync } from 'node:fs';
import type { Prose, ReportItem, Run } from '@jixiao/core';
import { FUNCTIONS, signature } from '@jixiao/language';
import { describe, expect, test } from 'vitest';
import { analyseText, MAIN } from '../language/memory-host.js';
import { fencedBlocks, tableRows } from './markdown.js';

const reference = readFileSync(new URL('../../docs/functions.md', import.meta.url), 'utf8');
const sections = reference.split(/^## /m).slice(1);

test('every function is listed with its names, usage and meaning', () => {
  const [, ...rows] = tableRows(reference);
  expect(rows).toEqual(
    FUNCTIONS.map((definition) => [
      definition.zh,
      definition.en,
      `\`${signature(definition, 'zh')}\``,
      `\`${signature(definition, 'en')}\``,
      definition.summary.zh,
      definition.summary.en,
    ]),
  );
});

test('every function has a section, in the same order', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual(FUNCTIONS.map(({ zh, en }) => `${zh} · ${en}`));
});

function proseOf(items: readonly ReportItem[]): Prose[] {
  return items.flatMap((item) => (item.kind === 'prose' ? [item] : item.kind === 'section' ? proseOf(item.items) : []));
}

/** The first table is number 1; a footnote prints nothing in its line. */
function textOf(run: Run): string {
  if (run.kind === 'reference') return '表1';
  return run.kind === 'footnote' ? '' : run.text;
}

/** What the first line of the report prints, and what is wrong. */
async function evaluate(text: string) {
  const analysis = await analyseText(text);
  const [prose] = proseOf(analysis.evaluated(MAIN).reports[0]?.items ?? []);
  const findings = analysis.findings(MAIN).filter(({ severity }) => severity !== 'hint');
  return { printed: (prose?.paragraphs[0]?.runs ?? []).map(textOf).join(''), findings };
}

describe.each(FUNCTIONS.map(({ zh, en }, index) => ({ zh, en, section: sections[index] ?? '' })))(
  'the example of $zh',
  ({ zh, en, section }) => {
    const [block] = fencedBlocks(section);
    const text = block?.text ?? '';
    const printed = /^印成“(.+)”$/m.exec(section)?.[1];

    test('calls the function and prints what it says', async () => {
      expect(text).toContain(`${zh}(`);
      expect(await evaluate(text)).toEqual({ printed, findings: [] });
    });

    test('prints the same with the English name', async () => {
      expect(await evaluate(text.replaceAll(`${zh}(`, `${en}(`))).toEqual({ printed, findings: [] });
    });

    test('is explained in both languages', () => {
      expect(section).toMatch(/^\p{Script=Han}.*。$|^（.*。$/mu);
      expect(section).toMatch(/^> .+\.$/m);
    });
  },
);
