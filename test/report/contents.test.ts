import type { ReportItem } from '@jixiao/core';
import { layout, type Size } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import { annex, figure, figureTable, group, prose, report, section, tableOf } from './builders.js';
import { image } from './pictures.js';
import { blocksIn, only, plain } from './tree.js';

const han = (lines: number) => '绩'.repeat(28 * lines - 2);
const contents = (...items: ReportItem[]) =>
  only(blocksIn(layout(plain(items), { tableOfContents: true })), 'contents');
const pages = (...items: ReportItem[]) => contents(...items).entries.map(({ page }) => page);

describe('a table of contents', () => {
  test('stands on the first page, the text after it', () => {
    const kinds = blocksIn(layout(report([prose('文。')], { tableOfContents: true }))).map(({ kind }) => kind);
    expect(kinds).toEqual(['title', 'contents', 'pageBreak', 'paragraph', 'signature']);
  });

  test('lists two levels and the titles of annexes', () => {
    const block = contents(section('甲', section('乙', section('丙'))), annex(1, '表', [section('丁')]));
    expect(block.entries.map(({ level, number, text }) => `${level} ${number}${text}`)).toEqual([
      '1 一、甲',
      '2 （一）乙',
      '1 表',
      '1 一、丁',
    ]);
  });

  test('counts the lines of prose', () => {
    expect(pages(section('甲', prose(han(19))), section('乙', prose('文。')))).toEqual([2, 2]);
    expect(pages(section('甲', prose(han(20))), section('乙', prose('文。')))).toEqual([2, 3]);
    expect(pages(section('甲', prose(han(21))), section('乙', prose('文。')))).toEqual([2, 3]);
    expect(pages(section('甲', prose(han(22 * 9))), section('乙', prose('文。')))).toEqual([2, 11]);
  });

  test('counts the rows of tables and their repeated headers', () => {
    const rows = (count: number) => {
      const members = Array.from({ length: count }, (_, index) => figure(`项目${index}=1万元`));
      const table = figureTable('budget', figure('支出=1万元', group('parts', '', ...members)), { unit: '万元' });
      return tableOf({ kind: 'figures', table, figure: table.root });
    };
    expect(pages(section('甲', rows(10)), section('乙', prose('文。')))).toEqual([2, 2]);
    expect(pages(section('甲', rows(30)), section('乙', prose('文。')))).toEqual([2, 3]);
    // 27 rows fit below the heading, then 30 a page, one of them the header.
    expect(pages(section('甲', rows(79)), section('乙', prose('文。')))).toEqual([2, 4]);
    expect(pages(section('甲', rows(81)), section('乙', prose('文。')))).toEqual([2, 5]);
  });

  test('counts the height of pictures', () => {
    const paged = (size: Size | undefined, rest: Parameters<typeof image>[1] = {}) => {
      const items = [section('甲', image('a.png', rest), prose(han(10))), section('乙', prose('文。'))];
      const pictures = new Map(size ? [['a.png', size]] : []);
      const blocks = blocksIn(layout(plain(items), { tableOfContents: true, pictures }));
      return only(blocks, 'contents').entries[1]?.page;
    };
    expect(paged(undefined)).toBe(2);
    expect(paged({ width: 300, height: 200 })).toBe(2);
    expect(paged({ width: 600, height: 800 })).toBe(3);
    expect(paged({ width: 60, height: 80 }, { width: 150 })).toBe(3);
    expect(paged({ width: 600, height: 800 }, { width: 60 })).toBe(2);
  });

  test('counts entries that wrap', () => {
    const long = '巩固拓展脱贫攻坚成果同乡村振兴有效衔接财政衔接推进补助资金';
    const entries = (title: string) => pages(...Array.from({ length: 13 }, () => section(title))).at(0);
    expect(entries('短')).toBe(2);
    expect(entries(long)).toBe(3);
  });

  test('begins a page for every annex', () => {
    expect(
      pages(section('甲', prose('文。')), annex(1, '表', []), annex(2, '表', [], true), annex(3, '表', [])),
    ).toEqual([2, 3, 4, 5]);
  });

  test('is left out unless asked for', () => {
    expect(blocksIn(layout(report([]))).map(({ kind }) => kind)).not.toContain('contents');
    expect(
      blocksIn(layout(report([], { tableOfContents: true }), { tableOfContents: false })).map(({ kind }) => kind),
    ).not.toContain('contents');
  });
});
