import type { EvaluatedReport } from '@jixiao/core';
import { layout, paintHtml, writeDocx } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import { exampleReports } from '../examples/all-examples.js';
import { annex, prose, report, section } from './builders.js';
import { htmlText } from './html-text.js';
import { changed, partsOf } from './package-parts.js';
import { sampleReport } from './sample.js';
import { wordText } from './word-text.js';

const deep = (level: number): ReturnType<typeof section> =>
  section(`层${level}`, prose('+ 一', '+ 二', '文。', '+ 又一', '- 点'), ...(level < 9 ? [deep(level + 1)] : []));

const REPORTS: readonly { readonly name: string; readonly report: EvaluatedReport }[] = [
  ...(await exampleReports()),
  { name: 'one of everything', report: sampleReport() },
  { name: 'a table of contents', report: { ...sampleReport(), tableOfContents: true } },
  { name: 'nine levels', report: report([deep(1), deep(1), annex(1, '表', [deep(1)])]) },
  { name: 'nothing', report: report([]) },
];

describe('Word and the preview show the same text', () => {
  test.each(REPORTS)('$name', async ({ report: given }) => {
    const tree = layout(given);
    const shown = wordText(partsOf(await writeDocx(tree)));
    expect(shown.length).toBeGreaterThan(2);
    expect(htmlText(paintHtml(tree))).toEqual(shown);
  });

  test.each([
    ['a number', 'word/numbering.xml', (xml: string) => xml.replaceAll('"（%2）"', '"%2、"')],
    ['a heading', 'word/document.xml', (xml: string) => xml.replace('机构设置情况', '机构情况')],
    ['a cell', 'word/document.xml', (xml: string) => xml.replace('>1142.89<', '>1142.98<')],
  ])('and %s that differs is seen', async (_, path, change) => {
    const tree = layout(sampleReport());
    const bytes = changed(await writeDocx(tree), path, change);
    expect(wordText(partsOf(bytes))).not.toEqual(htmlText(paintHtml(tree)));
  });
});
