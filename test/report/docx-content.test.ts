import type { ReportItem } from '@jixiao/core';
import { type DocumentTree, layout, writeDocx } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import {
  annex,
  chart,
  figure,
  figureTable,
  footnote,
  group,
  mention,
  place,
  prose,
  report,
  section,
  tableOf,
  text,
} from './builders.js';
import { packageOf, partsOf, textIn } from './package-parts.js';
import { image, PNG } from './pictures.js';

const BODY = 'word/document.xml';

const bodyOf = async (...args: Parameters<typeof packageOf>) => (await packageOf(...args)).get(BODY) ?? '';

describe('lists', () => {
  test('that begin again are lists of their own', async () => {
    const parts = await packageOf(report([prose('+ 甲', '+ 乙', '文。', '+ 丙')]));
    const ids = [...(parts.get(BODY) ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('of headings begin again in an annex', async () => {
    const body = await bodyOf(report([section('甲'), annex(1, '表', [section('乙')])]));
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/><\/w:pPr>/);
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/>/);
  });
});

describe('tables', () => {
  test('repeat their header and never split a row', async () => {
    const table = figureTable('budget', figure('支出=10万元', group('parts', '', figure('工资=10万元'))), {
      unit: '万元',
    });
    const body = await bodyOf(report([tableOf({ kind: 'figures', table, figure: table.root })]));
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
  });

  test('that follow each other stay two', async () => {
    const table = figureTable('budget', figure('支出=10万元'));
    const item = tableOf({ kind: 'figures', table, figure: table.root });
    const body = await bodyOf(report([item, item]));
    expect(body).not.toContain('</w:tbl><w:tbl>');
    expect(body).not.toContain('</w:tbl><w:sectPr>');
  });

  test('of ten thousand rows are whole', async () => {
    const members = Array.from({ length: 10_000 }, (_, index) => figure(`项目${index}=1万元`));
    const table = figureTable('budget', figure('支出=10000万元', group('parts', '', ...members)), { unit: '万元' });
    const body = await bodyOf(report([tableOf({ kind: 'figures', table, figure: table.root })]));
    expect(body.match(/<w:tr>/g)).toHaveLength(10_002);
    expect(body).toContain('项目9999');
  });
});

describe('captions and mentions', () => {
  test('are a sequence and a reference that can be updated', async () => {
    const table = figureTable('budget', figure('支出=10万元'));
    const body = await bodyOf(
      report([
        prose([mention('支出')]),
        tableOf({ kind: 'figures', table, figure: table.root }, { caption: '支出表' }),
      ]),
    );
    expect(body).toContain(' REF table1 \\h ');
    expect(body).toContain(' SEQ 表 \\* ARABIC ');
    expect(body).toMatch(/<w:bookmarkStart w:id="\d+" w:name="table1"\/>/);
    expect(textIn(body)).toContain('表1');
  });
});

describe('charts', () => {
  test.each([
    ['pie', 'c:pieChart'],
    ['bar', 'c:barChart'],
    ['line', 'c:lineChart'],
  ] as const)('of type %s are the word processor’s own', async (type, element) => {
    const parts = await packageOf(
      report([chart(type, ['甲', '乙'], [{ name: '一', values: ['1.5万元', '—'] }], '图')]),
    );
    expect(parts.get('word/charts/chart1.xml')).toContain(`<${element}>`);
    expect(parts.get('word/charts/chart1.xml')).toContain(type === 'pie' ? '1.5万元' : '<a:t>1.5</a:t>');
    expect([...parts.keys()].some((path) => path.endsWith('.xlsx'))).toBe(true);
  });
});

describe('a chart', () => {
  const chartXml = async (...of: Parameters<typeof chart>) =>
    (await packageOf(report([chart(...of)]))).get('word/charts/chart1.xml') ?? '';
  const two = (...values: string[]) => [
    { name: '上年', values },
    { name: '本年', values },
  ];

  test.each(['pie', 'bar', 'line'] as const)('of type %s sets Han characters in 宋体', async (type) => {
    const xml = await chartXml(type, ['甲'], [{ name: '一', values: ['1万元'] }]);
    expect(xml).not.toContain('+mn-ea');
    expect(xml).toContain('<a:ea typeface="宋体"/>');
  });

  test('has series that can be told apart in grey', async () => {
    const xml = await chartXml('bar', ['甲'], two('1万元'));
    const colors = [...xml.matchAll(/<c:ser>.*?<a:srgbClr val="([0-9A-F]{6})"/gs)].map(([, color = '']) => color);
    const greys = colors.map((color) => {
      const part = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
      return 0.3 * part(0) + 0.59 * part(2) + 0.11 * part(4);
    });
    expect(greys).toHaveLength(2);
    expect(Math.abs((greys[0] ?? 0) - (greys[1] ?? 0))).toBeGreaterThan(60);
  });

  test('of one point on a line marks it', async () => {
    const xml = await chartXml('line', ['甲'], two('1万元'));
    expect([...xml.matchAll(/<c:symbol val="(\w+)"\/>/g)].map(([, shape]) => shape)).toEqual(['circle', 'square']);
  });

  test('has the names of negative bars at its lower edge', async () => {
    expect(await chartXml('bar', ['甲'], two('-1万元'))).toMatch(/<c:catAx>.*<c:tickLblPos val="low"\/>.*<\/c:catAx>/s);
  });

  test('of nothing but zeros is none of slices', async () => {
    expect(await chartXml('pie', ['甲', '乙'], [{ name: '一', values: ['0万元', '0万元'] }])).toContain('<c:barChart>');
  });
});

describe('pictures', () => {
  const extent = (body: string) => /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body)?.slice(1).map(Number);
  const options = { images: new Map([['a.png', { bytes: PNG, type: 'png' as const }]]) };

  test('have their natural or the wished size', async () => {
    expect(extent(await bodyOf(report([image('a.png')]), options))).toEqual([9525, 9525]);
    expect(extent(await bodyOf(report([image('a.png', { width: 60 })]), options))).toEqual([227 * 9525, 227 * 9525]);
  });

  test('never leave the type area', async () => {
    expect(extent(await bodyOf(report([image('a.png', { width: 900 })]), options))).toEqual([590 * 9525, 590 * 9525]);
  });

  test.each([
    ['that are not at hand', new Map()],
    ['that are none', new Map([['a.png', { bytes: new Uint8Array([1, 2, 3]), type: 'png' as const }]])],
    [
      'without pixels for those who cannot draw them',
      new Map([
        [
          'a.png',
          {
            bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
            type: 'svg' as const,
          },
        ],
      ]),
    ],
  ])('%s leave a gap', async (_, images) => {
    expect(textIn(await bodyOf(report([image('a.png')]), { images }))).toContain('〔缺：a.png〕');
  });

  test('of lines have one in pixels beside them', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const parts = await packageOf(report([image('a.svg')]), {
      images: new Map([
        ['a.svg', { bytes: svg, type: 'svg' as const, fallback: { bytes: PNG, type: 'png' as const } }],
      ]),
    });
    expect(
      [...parts.keys()]
        .filter((path) => path.startsWith('word/media/'))
        .map((path) => path.slice(-3))
        .sort(),
    ).toEqual(['png', 'svg']);
  });
});

describe('footnotes', () => {
  test('stand in their own part', async () => {
    const parts = await packageOf(report([prose([text('文'), footnote('注释<1>')])]));
    expect(parts.get(BODY)).toContain('<w:footnoteReference w:id="1"/>');
    expect(textIn(parts.get('word/footnotes.xml') ?? '')).toContain('注释&lt;1&gt;');
  });
});

describe('a page break', () => {
  const pageBreak: ReportItem = { kind: 'pagebreak', span: place() };
  const table = figureTable('budget', figure('支出=10万元'));
  const bare = tableOf({ kind: 'figures', table, figure: table.root });
  const only = { ...table, root: { ...table.root, cells: [] } };
  const broken = async (...items: ReportItem[]) =>
    (
      await bodyOf(report([prose('文。'), pageBreak, ...items]), {
        images: new Map([['a.png', { bytes: PNG, type: 'png' as const }]]),
      })
    ).match(/<w:p>(?:(?!<w:p>).)*<w:pageBreakBefore\/>.*?<\/w:p>/gs) ?? [];

  test.each([
    ['a paragraph', [prose('新页。')], '新页。'],
    ['an item', [prose('+ 新项')], '新项'],
    ['a heading', [section('新节')], '新节'],
    ['the caption of a table', [{ ...bare, caption: '新表' }], '新表'],
    ['the line above a table', [bare], '单位：万元'],
    ['a picture', [image('a.png')], '<w:drawing>'],
    ['a chart', [chart('bar', ['甲'], [{ name: '', values: ['1万元'] }])], '<w:drawing>'],
  ] as const)('is part of %s', async (_, items, text) => {
    const paragraphs = await broken(...items);
    expect(paragraphs).toHaveLength(1);
    expect(paragraphs[0]).toContain(text);
  });

  test('stands before a table without anything above it', async () => {
    const [paragraph, ...more] = await broken(tableOf({ kind: 'figures', table: only, figure: only.root }));
    expect(more).toEqual([]);
    expect(paragraph).toContain('"TableJoint"');
  });
});

describe('the table of contents', () => {
  test('ends within its last entry', async () => {
    const landscape: ReportItem = { kind: 'landscape', items: [section('甲', prose('文。'))], span: place() };
    for (const items of [[section('甲')], [landscape], []]) {
      const body = partsOf(await writeDocx(layout(report(items), { tableOfContents: true }))).get(BODY) ?? '';
      const [contents = ''] = body.match(/<w:sdt>.*?<\/w:sdt>/s) ?? [];
      expect(contents).toMatch(
        /<w:pStyle w:val="TOC1"\/>(?:(?!<w:p>).)*<w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p><\/w:sdtContent>/s,
      );
      expect(body).not.toContain('"SectionEnd"');
    }
  });

  test('is a field with the pages it has now', async () => {
    const tree: DocumentTree = layout(report([section('甲', prose('文。'))]), { tableOfContents: true });
    const body = partsOf(await writeDocx(tree)).get(BODY) ?? '';
    expect(body).toContain(' TOC \\o "1-2" \\h \\z \\u ');
    expect(body).toMatch(/PAGEREF _Toc1 .*?<w:t xml:space="preserve">2<\/w:t>/s);
  });
});
