import type { EvaluatedReport, ReportItem } from '@jixiao/core';
import { type DocxOptions, layout, lintDocx, writeDocx } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import {
  annex,
  chart,
  column,
  figure,
  figureTable,
  group,
  prose,
  report,
  section,
  tableOf,
  value,
} from '../report/builders.js';
import { form, mingxikouIndicators } from '../report/indicator-builders.js';
import { image, JPEG, PNG, sized } from '../report/pictures.js';
import { sampleReport } from '../report/sample.js';
import { validate } from './validate.js';

const members = Array.from({ length: 2000 }, (_, index) => figure(`项目${index}=1万元`));
const long = figureTable('budget', figure('支出=2000万元', group('parts', '', ...members)), { unit: '万元' });
const series = [
  { name: '一', values: ['1.5万元', '—'] },
  { name: '', values: ['3万元', '-4万元'] },
];
const indicators = { kind: 'indicators', table: mingxikouIndicators() } as const;
const wide = figureTable(
  'budget',
  figure(`支出=${Array.from({ length: 40 }, (_, index) => `${index + 1000}.25万元`).join('|')}`),
  { unit: '万元', columns: Array.from({ length: 40 }, (_, index) => column(`第${index + 1}季度预算执行数`)) },
);
const word = 'W'.repeat(10_000);
const han = '绩'.repeat(10_000);
const deep = (level: number): ReportItem =>
  section(`层${level}`, prose('+ 一'), ...(level < 12 ? [deep(level + 1)] : []));
const CASES: readonly (readonly [name: string, report: EvaluatedReport, options: DocxOptions])[] = [
  ['empty', report([]), {}],
  ['everything', sampleReport(), { draft: true, latinFont: 'Times New Roman', generator: 'Jixiao' }],
  ['contents', { ...sampleReport(), tableOfContents: true }, {}],
  ['sealed', report([prose('文。')], { sealed: true }), {}],
  ['long-rows', report([tableOf({ kind: 'figures', table: long, figure: long.root })]), {}],
  [
    'charts',
    report([
      chart('bar', ['甲', '乙'], series, '图'),
      chart('line', ['甲', '乙'], series),
      chart('pie', ['甲', '乙'], series),
    ]),
    {},
  ],
  [
    'chart-last',
    report([annex(1, '甲', [chart('pie', ['甲'], [{ name: '一', values: ['1'] }])]), annex(2, '乙', [], true)]),
    {},
  ],
  ['form', report([tableOf(indicators, { form }), annex(1, '表', [tableOf(indicators, { form })], true)]), {}],
  ['indicators', report([tableOf(indicators, { caption: '指标' })]), {}],
  [
    'pictures',
    report([image('a.png', { caption: '照片' }), image('b.png')]),
    { images: new Map([['a.png', { bytes: PNG, type: 'png' as const }]]) },
  ],
  [
    'odd-pictures',
    report(['large.png', 'cut.png', 'photograph.jpg', 'cut.jpg', 'text.png'].map((path) => image(path))),
    {
      images: new Map([
        ['large.png', { bytes: sized(PNG, 10_000, 5_000), type: 'png' as const }],
        ['cut.png', { bytes: PNG.subarray(0, 40), type: 'png' as const }],
        ['photograph.jpg', { bytes: JPEG, type: 'jpg' as const }],
        ['cut.jpg', { bytes: JPEG.subarray(0, -2), type: 'jpg' as const }],
        ['text.png', { bytes: new TextEncoder().encode('PNG'), type: 'png' as const }],
      ]),
    },
  ],
  [
    'long-words',
    report([section(word, prose(word, [value(han, han)])), section(han, tableOf({ kind: 'unknown', text: han }))], {
      title: word,
    }),
    {},
  ],
  ['wide-table', report([tableOf({ kind: 'figures', table: wide, figure: wide.root })]), {}],
  ['deep-sections', report([deep(1), annex(1, '表', [deep(1)])], { tableOfContents: true }), {}],
  ['odd-text', report([section('<&>"\u0000\ud800', prose('<w:p/>\u0001\ufffe'))], { title: '"<题>&\u0007' }), {}],
];

describe('a document', () => {
  test.each(CASES)('%s is valid by the Open XML SDK', async (name, given, options) => {
    const bytes = await writeDocx(layout(given), options);
    expect(await validate(`valid-${name}`, bytes)).toEqual([]);
    expect(lintDocx(bytes)).toEqual([]);
  });
});
