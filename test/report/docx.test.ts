import { type DocumentTree, layout, lintDocx, writeDocx } from '@jixiao/report';
import fc from 'fast-check';
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
  value,
} from './builders.js';
import { packageOf, partsOf, textIn } from './package-parts.js';
import { sampleReport } from './sample.js';

const BODY = 'word/document.xml';

const bodyOf = async (...args: Parameters<typeof packageOf>) => (await packageOf(...args)).get(BODY) ?? '';

/** The smallest picture there is. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

const image = (path: string, width?: number) =>
  ({ kind: 'image', path, span: place(), pathSpan: place(), ...(width !== undefined && { width }) }) as const;

describe('the package', () => {
  test('of a report with one of everything has no dangling reference', async () => {
    const tree = layout(sampleReport(), { tableOfContents: true });
    expect(lintDocx(await writeDocx(tree, { draft: true }))).toEqual([]);
  });

  test('is the same, byte for byte, whenever it is written', async () => {
    const tree = layout(sampleReport(), { tableOfContents: true });
    const options = { draft: true, images: new Map([['a.png', { bytes: PNG, type: 'png' as const }]]) };
    const first = await writeDocx(tree, options);
    await writeDocx(layout(report([prose('另一份。'), chart('bar', ['甲'], [{ name: '一', values: ['1'] }])])));
    expect(Buffer.compare(first, await writeDocx(tree, options))).toBe(0);
  });

  test('names no time but the day of the report', async () => {
    const core = (await packageOf(report([]))).get('docProps/core.xml') ?? '';
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2025-06-05T00:00:00Z', '2025-06-05T00:00:00Z']);
    const { date, ...undated } = report([]);
    expect((await packageOf(undated)).get('docProps/core.xml')).not.toContain('dcterms:');
  });

  test('says whose it is', async () => {
    const parts = await packageOf(report([]), { generator: 'Jixiao 1.2.3' });
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>部门整体支出绩效自评报告</dc:title>');
    expect(core).toContain('<dc:creator>沅陵县明溪口镇人民政府</dc:creator>');
    const custom = parts.get('docProps/custom.xml') ?? '';
    expect(custom).toMatch(/name="年度"><vt:lpwstr>2024</);
    expect(custom).toMatch(/name="单位"><vt:lpwstr>沅陵县明溪口镇人民政府</);
    expect(parts.get('docProps/app.xml')).toContain('<Application>Jixiao 1.2.3</Application>');
  });

  test.each([
    ['a control character', 'a\u0000b\u000bc', 'abc'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
    ['the other half', '\ude00a', '\ufffda'],
    ['a whole character', '😀𠮷', '😀𠮷'],
    ['marks of XML', '<a&b>"\'', "&lt;a&amp;b&gt;&quot;'"],
    ['no character', 'a\uffffb', 'ab'],
  ])('takes %s', async (_, given, expected) => {
    expect(textIn(await bodyOf(report([prose(given)])))).toContain(expected);
  });

  test('stays well formed whatever the text', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (a, b) => {
        const tree = layout(
          report(
            [
              section(a, prose([text(b), value(a, b, a), footnote(a)])),
              chart('bar', [a, b], [{ name: b, values: ['1', '2'] }], a),
              annex(1, b, [prose(a)]),
            ],
            { title: a },
          ),
        );
        expect(lintDocx(await writeDocx(tree))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('provenance', () => {
  test('tags every figure with its path', async () => {
    const table = figureTable('budget', figure('支出=10万元', group('parts', '', figure('工资=10万元'))), {
      unit: '万元',
    });
    const body = await bodyOf(
      report([prose([value('10万元', '支出', '工资')]), tableOf({ kind: 'figures', table, figure: table.root })]),
    );
    const tags = [...body.matchAll(/<w:tag w:val="([^"]*)"/g)].map(([, tag]) => tag);
    expect(tags).toEqual(['支出.工资', '支出', '支出.工资']);
  });

  test('keeps the end of a path that is too long for a tag', async () => {
    const body = await bodyOf(report([prose([value('1', '长'.repeat(80), '末')])]));
    const tag = /<w:tag w:val="([^"]*)"/.exec(body)?.[1] ?? '';
    expect([...tag]).toHaveLength(64);
    expect(tag.startsWith('…长')).toBe(true);
    expect(tag.endsWith('长.末')).toBe(true);
  });

  test('does not tag what stands for no figure', async () => {
    expect(await bodyOf(report([prose([value('2025年'), text('文')])]))).not.toContain('w:tag');
  });
});

describe('pages', () => {
  test('are A4 with the margins and the grid of the standard', async () => {
    const body = await bodyOf(report([prose('文。'), annex(1, '表', [prose('文。')], true)]));
    const sections = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([xml]) => xml);
    expect(sections).toHaveLength(2);
    expect(sections[0]).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(sections[0]).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(sections[1]).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(sections[1]).toMatch(/w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/);
    for (const section of sections) expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  });

  test('have footers for odd and even pages, again only where the sheet turns', async () => {
    const parts = await packageOf(report([annex(1, '甲', [], true), annex(2, '乙', [], true), annex(3, '丙', [])]));
    expect([...parts.keys()].filter((path) => /footer\d+\.xml$/.test(path))).toHaveLength(6);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  test('carry the properties of a section in its last paragraph', async () => {
    const body = await bodyOf(report([prose('末段。'), annex(1, '表', [prose('文。')])], { sealed: false }));
    const end = body.indexOf('<w:sectPr>');
    expect(textIn(body.slice(body.lastIndexOf('<w:p>', end), body.indexOf('</w:p>', end)))).toBe('2025年6月5日');
  });

  test('of a draft are marked', async () => {
    const marked = async (draft: boolean) =>
      [...(await packageOf(report([]), { draft }))].filter(
        ([path, xml]) => /header\d+\.xml$/.test(path) && textIn(xml) === '草稿',
      ).length;
    expect(await marked(true)).toBe(2);
    expect(await marked(false)).toBe(0);
  });
});

describe('styles', () => {
  test('name the faces of the standard and others to fall back on', async () => {
    const parts = await packageOf(report([]));
    const styles = parts.get('word/styles.xml') ?? '';
    const faceOf = (id: string) => new RegExp(`w:styleId="${id}".*?w:eastAsia="([^"]+)"`, 's').exec(styles)?.[1];
    expect(['Title', 'Heading1', 'Heading2', 'Heading3', 'Footer', 'AnnexLabel'].map(faceOf)).toEqual([
      '方正小标宋简体',
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '宋体',
      '黑体',
    ]);
    expect(parts.get('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,');
  });

  test('have headings on their outline levels, numbered by one list', async () => {
    const parts = await packageOf(report([section('甲')]));
    const styles = parts.get('word/styles.xml') ?? '';
    const heading = (level: number) =>
      new RegExp(`w:styleId="Heading${level}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
    const list = /<w:numId w:val="(\d+)"\/>/.exec(heading(1))?.[1];
    for (let level = 1; level <= 9; level += 1) {
      expect(heading(level)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
      expect(heading(level)).toContain(`<w:ilvl w:val="${level - 1}"/><w:numId w:val="${list}"/>`);
      expect(parts.get('word/numbering.xml')).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    }
  });

  test('set Latin letters in a face of their own if asked to', async () => {
    const parts = await packageOf(report([]), { latinFont: 'Times New Roman' });
    expect(parts.get('word/styles.xml')).toContain(
      'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"',
    );
    expect(parts.get('word/fontTable.xml')).toContain('<w:font w:name="Times New Roman">');
  });
});

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
    expect([...parts.keys()].some((path) => path.endsWith('.xlsx'))).toBe(true);
  });
});

describe('pictures', () => {
  const extent = (body: string) => /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body)?.slice(1).map(Number);
  const options = { images: new Map([['a.png', { bytes: PNG, type: 'png' as const }]]) };

  test('have their natural or the wished size', async () => {
    expect(extent(await bodyOf(report([image('a.png')]), options))).toEqual([9525, 9525]);
    expect(extent(await bodyOf(report([image('a.png', 60)]), options))).toEqual([227 * 9525, 227 * 9525]);
  });

  test('never leave the type area', async () => {
    expect(extent(await bodyOf(report([image('a.png', 900)]), options))).toEqual([590 * 9525, 590 * 9525]);
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

describe('the table of contents', () => {
  test('is a field with the pages it has now', async () => {
    const tree: DocumentTree = layout(report([section('甲', prose('文。'))]), { tableOfContents: true });
    const body = partsOf(await writeDocx(tree)).get(BODY) ?? '';
    expect(body).toContain(' TOC \\o "1-2" \\h \\z \\u ');
    expect(body).toMatch(/PAGEREF _Toc1 .*?<w:t xml:space="preserve">2<\/w:t>/s);
  });
});
