import type { ReportItem } from '@jixiao/core';
import { layout } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import {
  annex,
  chart,
  figure,
  figureTable,
  group,
  mention,
  place,
  prose,
  report,
  section,
  tableOf,
  text,
} from './builders.js';
import { indicator, indicatorTable } from './indicator-builders.js';
import { all, blocksIn, blocksOf, only, plain, wordsOf } from './tree.js';

const spending = figureTable('budget', figure('支出=2799.38万元'));
const table = (caption?: string) =>
  tableOf({ kind: 'figures', table: spending, figure: spending.root }, caption === undefined ? {} : { caption });
const split = figureTable('budget', figure('支出=3万元', group('partition', '性质', figure('基本=3万元'))));
const byNature = (caption: string) =>
  tableOf({ kind: 'figures', table: split, figure: split.root, group: 0 }, { caption });
const pie = (caption?: string) => chart('pie', ['工资'], [{ name: '支出', values: ['3万元'] }], caption);
const kinds = (...items: ReportItem[]) =>
  layout(report(items)).sections.map(({ orientation, blocks }) => [orientation, ...blocks.map(({ kind }) => kind)]);

describe('the head', () => {
  test('has the title alone', () => {
    expect(kinds()[0]).toEqual(['portrait', 'title', 'signature']);
    expect(only(blocksIn(layout(report([]))), 'title').belowLabel).toBe(false);
  });

  test('has the annex label above the title', () => {
    const blocks = blocksIn(layout(report([], { annexLabel: '附件4' })));
    expect(blocks.slice(0, 2)).toMatchObject([
      { kind: 'annexLabel', text: '附件4' },
      { kind: 'title', belowLabel: true },
    ]);
  });

  test('tells the painters whose report it is', () => {
    expect(layout(report([])).properties).toEqual({
      title: '部门整体支出绩效自评报告',
      unit: '沅陵县明溪口镇人民政府',
      year: 2024,
      date: '2025-06-05',
    });
    expect(layout(plain([])).properties).toEqual({ title: '部门整体支出绩效自评报告' });
  });
});

describe('annexes', () => {
  test('come after the signature, each on a new page, wherever they are written', () => {
    const items = [
      annex(1, '甲', [prose('一。')], true),
      section('情况', prose('二。'), annex(2, '乙', [prose('三。')])),
      prose('四。'),
    ];
    expect(kinds(...items)).toEqual([
      ['portrait', 'title', 'heading', 'paragraph', 'paragraph', 'annexList', 'signature'],
      ['landscape', 'annexLabel', 'title', 'paragraph'],
      ['portrait', 'annexLabel', 'title', 'paragraph'],
    ]);
  });

  test.each([
    [
      [1, 2],
      ['附件1', '附件2'],
      [1, 2],
    ],
    [[1], ['附件'], [undefined]],
    [[4], ['附件4'], [4]],
  ])('numbered %j are labelled %j', (given, labels, listed) => {
    const blocks = blocksIn(layout(report(given.map((number) => annex(number, '表', [])))));
    expect(all(blocks, 'annexLabel').map((block) => block.text)).toEqual(labels);
    expect(only(blocks, 'annexList').entries.map(({ number }) => number)).toEqual(listed);
  });
});

describe('sheets', () => {
  const landscape = (...items: ReportItem[]): ReportItem => ({ kind: 'landscape', items, span: place() });
  const pageBreak: ReportItem = { kind: 'pagebreak', span: place() };

  test('turn for a landscape part and back', () => {
    expect(kinds(prose('一。'), landscape(table()), prose('二。'))).toEqual([
      ['portrait', 'title', 'paragraph'],
      ['landscape', 'table'],
      ['portrait', 'paragraph', 'signature'],
    ]);
  });

  test('keep the signature on the last page, however it lies', () => {
    expect(kinds(landscape(table()))).toEqual([
      ['portrait', 'title'],
      ['landscape', 'table', 'signature'],
    ]);
  });

  test('do not break before and after turning, nor before the signature', () => {
    expect(kinds(prose('一。'), pageBreak, landscape(table(), pageBreak), pageBreak, prose('二。'), pageBreak)).toEqual(
      [
        ['portrait', 'title', 'paragraph'],
        ['landscape', 'table'],
        ['portrait', 'paragraph', 'signature'],
      ],
    );
  });

  test('break where the source says', () => {
    expect(kinds(prose('一。'), pageBreak, prose('二。'))[0]).toEqual([
      'portrait',
      'title',
      'paragraph',
      'pageBreak',
      'paragraph',
      'signature',
    ]);
  });

  test('are never left blank between two breaks, nor after the last', () => {
    const broken = kinds(
      prose('一。'),
      pageBreak,
      pageBreak,
      prose('二。'),
      annex(1, '表', [prose('三。'), pageBreak]),
    );
    expect(broken.flat().filter((kind) => kind === 'pageBreak')).toHaveLength(1);
    expect(broken.at(-1)?.at(-1)).toBe('paragraph');
  });
});

describe('mentions', () => {
  const said = (target: string, ...items: ReportItem[]) => {
    const blocks = blocksOf(prose([text('见'), mention(target)]), ...items);
    const [first] = all(blocks, 'paragraph');
    return wordsOf(first?.runs ?? []);
  };

  test.each([
    ['支出', [table()], '见表1'],
    ['支出情况', [table(), table('支出情况')], '见表1'],
    ['支出', [table('甲'), table('乙')], '见表1'],
    ['支出构成', [table('甲'), pie('支出构成')], '见图1'],
    ['收入', [table('甲')], '见〔缺：收入〕'],
    ['收入', [{ ...pie(), subject: { figure: ['收入'], label: '收入' } }], '见图1'],
    // The table of the whole before one of its breakdowns, which stands for it where there is no other.
    ['支出', [byNature('乙'), table('甲')], '见表2'],
    ['支出', [byNature('乙')], '见表1'],
    ['支出.性质', [table('甲'), byNature('乙')], '见表2'],
    [
      '自评表',
      [tableOf({ kind: 'indicators', table: indicatorTable('自评表', [indicator('甲', '10', '>=1', '1')]) })],
      '见表1',
    ],
    [
      '照片',
      [pie('甲'), { kind: 'image', path: 'a.png', caption: '照片', span: place(), pathSpan: place() } as ReportItem],
      '见图2',
    ],
  ])('of %s find what it names', (target, items, expected) => {
    expect(said(target, ...items)).toBe(expected);
  });

  test('point to the caption', () => {
    const blocks = blocksOf(prose([mention('支出')]), table());
    const [run] = only(blocks, 'paragraph').runs;
    expect(run).toMatchObject({ kind: 'reference', target: only(blocks, 'table').caption?.id });
  });

  test('are counted through text and annexes', () => {
    const tree = layout(report([annex(1, '表', [table('丙')]), table('甲'), table(), table('乙'), pie('丁')]));
    const captions = blocksIn(tree).flatMap((block) => ('caption' in block && block.caption ? [block.caption] : []));
    expect(captions.map(({ kind, number, text: words }) => `${kind}${number} ${words}`)).toEqual([
      '表1 甲',
      '表2 乙',
      '图1 丁',
      '表3 丙',
    ]);
  });
});

describe('charts', () => {
  test('share one unit', () => {
    const block = only(
      blocksOf(chart('bar', ['甲', '乙', '丙'], [{ name: '一', values: ['1.5万元', '20000元', '—'] }])),
      'chart',
    );
    expect(block.unit).toBe('万元');
    expect(block.series[0]?.points).toEqual([
      { decimal: '1.5', label: '1.5万元' },
      { decimal: '2', label: '2万元' },
      undefined,
    ]);
  });

  test.each([
    [
      'has more than one series',
      [
        { name: '一', values: ['1'] },
        { name: '二', values: ['2'] },
      ],
    ],
    ['has a negative value', [{ name: '一', values: ['-1'] }]],
  ])('are no pie that %s', (_, series) => {
    expect(only(blocksOf(chart('pie', ['甲'], series)), 'chart').type).toBe('bar');
  });

  test.each([
    ['no series', []],
    ['only blank values', [{ name: '一', values: ['—'] }]],
  ])('with %s leave a gap', (_, series) => {
    expect(only(blocksOf(chart('pie', ['甲'], series, '构成')), 'gap').text).toBe('〔缺：构成〕');
  });
});

describe('footnotes', () => {
  test('are counted through the document', () => {
    const note = (words: string) => [text('文'), { kind: 'footnote', text: words, span: place() } as const];
    const tree = layout(report([prose(note('甲')), annex(1, '表', [prose(note('丙'))]), prose(note('乙'))]));
    const notes = blocksIn(tree).flatMap((block) =>
      'runs' in block ? block.runs.flatMap((run) => (run.kind === 'footnote' ? [`${run.number}${run.text}`] : [])) : [],
    );
    expect(notes).toEqual(['1甲', '2乙', '3丙']);
  });
});

describe('keys', () => {
  const document = (...items: ReportItem[]) => blocksIn(layout(report(items))).map(({ key }) => key);
  const part = (title: string, ...more: string[]) => section(title, prose('一。', ...more), table());

  test('are unique', () => {
    const keys = document(part('同'), part('同'), section('同', part('同')), annex(1, '同', [part('同')]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('are unique whatever the titles are', () => {
    const titles = [
      '同',
      '同~2',
      '同',
      '甲/同',
      '~',
      '',
      '~2',
      'heading',
      'p',
      'title',
      'table',
      '~e',
      '同~2~2',
      '甲/',
      '/',
    ];
    const keys = document(
      ...titles.map((title) => part(title)),
      section('甲', part('同'), part('同~2'), part('同'), part('heading'), part('p'), part(''), part('')),
      section('同', ...titles.map((title) => part(title))),
      section('', ...titles.map((title) => part(title))),
      annex(1, '', [part(''), part('label')]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('survive text in another section, above or below', () => {
    const before = document(part('甲'), part('乙'));
    const after = document(part('甲', '新。'), section('新', prose('新。')), part('乙'));
    expect(before.filter((key) => !after.includes(key))).toEqual([]);
  });
});
