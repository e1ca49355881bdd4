import { layout, lintDocx, writeDocx } from '@jixiao/report';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  annex,
  chart,
  figure,
  figureTable,
  footnote,
  group,
  prose,
  report,
  section,
  tableOf,
  text,
  value,
} from './builders.js';
import { packageOf, textIn } from './package-parts.js';
import { PNG } from './pictures.js';
import { sampleReport } from './sample.js';

const BODY = 'word/document.xml';

const bodyOf = async (...args: Parameters<typeof packageOf>) => (await packageOf(...args)).get(BODY) ?? '';

/** When the entries of a zip file were changed, by their local headers. */
function* entryTimes(archive: Uint8Array): Generator<string> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const two = (number: number) => String(number).padStart(2, '0');
  for (let at = 0; at + 30 < archive.length; at += 1) {
    if (view.getUint32(at, true) !== 0x04034b50) continue;
    const time = view.getUint16(at + 10, true);
    const date = view.getUint16(at + 12, true);
    yield `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)} ${two(time >> 11)}:${two((time >> 5) & 63)}`;
  }
}

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

  test('was packed at no particular time, nor were the workbooks in it', async () => {
    const bytes = await writeDocx(layout(sampleReport()));
    const workbooks = Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith('.xlsx'));
    expect(workbooks.length).toBeGreaterThan(0);
    for (const archive of [bytes, ...workbooks.map(([, data]) => data)]) {
      const times = new Set(entryTimes(archive));
      expect([...times]).toEqual(['1980-01-01 00:00']);
    }
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
