import type { ReportItem } from '@jixiao/core';
import { layout, writeDocx } from '@jixiao/report';
import { beforeAll, describe, expect, test } from 'vitest';
import { annex, figure, figureTable, group, place, prose, report, section, tableOf } from '../report/builders.js';
import { sampleReport } from '../report/sample.js';
import { middle, type RenderedPage } from './page-text.js';
import { canRender, render } from './render.js';

const pagesOf = async (name: string, from: ReturnType<typeof report>, draft = false) =>
  render(name, await writeDocx(layout(from), { draft }));

const han = (count: number) => '绩'.repeat(count);

/** Text between the edges of the type area. */
const body = (page: RenderedPage) => page.lines.filter((line) => middle(line) > 37 && middle(line) < 262);

const numberOf = (page: RenderedPage) =>
  page.words.filter(({ text, top, left }) => /^[—\d]+$/.test(text) && (top > 262 || left < 35));

describe.skipIf(!canRender)('pages', () => {
  describe('of a long text', () => {
    let pages: readonly RenderedPage[];
    beforeAll(async () => {
      pages = await pagesOf('long-text', report([prose(han(28 * 22 * 4))]));
    });

    test('hold 22 lines', () => {
      expect(pages.slice(1, 4).map((page) => body(page).length)).toEqual([22, 22, 22]);
    });

    test('hold 28 characters a line', () => {
      for (const page of pages.slice(1, 4)) for (const { text } of body(page)) expect(text).toHaveLength(28);
    });

    test('keep to the type area', () => {
      for (const page of pages.slice(1, 4)) {
        for (const { left, right } of body(page)) {
          expect(left).toBeGreaterThan(27.5);
          expect(right).toBeLessThan(184.5);
        }
      }
    });

    test('have numbers below the type area, at the right on odd and at the left on even pages', () => {
      pages.forEach((page, index) => {
        const words = numberOf(page);
        expect(words.map(({ text }) => text).join('')).toBe(`—${index + 1}—`);
        const dash = words[0];
        expect(dash && middle(dash)).toBeGreaterThan(268);
        expect(dash && middle(dash)).toBeLessThan(271);
        if (index % 2 === 0) expect(Math.max(...words.map(({ right }) => right))).toBeCloseTo(184 - 4.94, 0);
        else expect(Math.min(...words.map(({ left }) => left))).toBeCloseTo(28 + 4.94, 0);
      });
    });
  });

  describe('of a report with annexes', () => {
    let pages: readonly RenderedPage[];
    beforeAll(async () => {
      pages = await pagesOf('sample', sampleReport());
    });

    test('are counted through', () => {
      pages.forEach((page, index) => {
        expect(
          numberOf(page)
            .map(({ text }) => text)
            .join(''),
        ).toContain(`${index + 1}`);
      });
    });

    test('begin with the label on the first and the title on the third line', () => {
      const [label, title] = pages[0]?.lines ?? [];
      expect(label?.text).toBe('附件4');
      expect(label && middle(label)).toBeCloseTo(37 + 10.23 / 2, -0.7);
      expect(title && middle(title)).toBeCloseTo(37 + 2.5 * 10.23, -0.7);
      const text = title && (title.left + title.right) / 2;
      expect(text).toBeCloseTo(28 + 78, 0);
    });

    test('number the headings', () => {
      const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
      for (const heading of [
        '一、部门、单位基本情况',
        '（一）机构设置情况',
        '1.三级标题',
        '（1）四级标题',
        '①五级标题',
        '1.制定',
        '3.完成',
        '四、下一步改进措施',
      ]) {
        expect(text).toContain(heading);
      }
    });

    test('sign two characters from the right, the date three further in', () => {
      const lines = pages.flatMap(({ lines: all }) => all);
      const unit = lines.find(({ text }) => text === '沅陵县明溪口镇人民政府');
      const date = lines.find(({ text }) => text === '2025年6月5日');
      expect(unit?.right).toBeCloseTo(184 - 2 * 5.56, 0);
      // Eleven characters and six, beginning two apart: the date ends three before the unit does.
      expect(date?.right).toBeCloseTo(184 - 5 * 5.56, 0);
    });

    test('turned sheets have their number at the left edge, one character in', () => {
      const turned = pages.filter(({ width, height }) => width > height);
      expect(turned.length).toBeGreaterThan(0);
      for (const page of turned) {
        const index = pages.indexOf(page);
        const words = numberOf(page);
        const x = words[0] && (words[0].left + words[0].right) / 2;
        expect(x).toBeCloseTo(28, -0.5);
        if (index % 2 === 0) expect(Math.max(...words.map(({ bottom }) => bottom))).toBeCloseTo(184 - 4.94, -0.5);
        else expect(Math.min(...words.map(({ top }) => top))).toBeCloseTo(28 + 4.94, -0.5);
      }
    });
  });

  test('show the heading numbers that the tree has', async () => {
    const deep = (level: number): ReportItem => section(`层${level}`, ...(level < 9 ? [deep(level + 1)] : []));
    const many = Array.from({ length: 23 }, (_, index) => section(`章${index + 1}`, section('节'), section('节')));
    // LibreOffice and Word differ on what comes after ⑳.
    const fifth = Array.from({ length: 20 }, (_, index) => section(`项${index + 1}`));
    const wrapped = section('一', section('二', section('三', section('四', ...fifth))));
    const given = report([...many, deep(1), wrapped, annex(1, '表', [deep(1)])]);
    const expected = layout(given).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'heading' ? [block.number + block.text] : [])),
    );
    const pages = await pagesOf('headings', given);
    const lines = pages.flatMap((page) => body(page).map(({ text }) => text));
    expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
  });

  test('of a long table repeat its header', async () => {
    const members = Array.from({ length: 120 }, (_, index) => figure(`项目${index + 1}=${index}.5万元`));
    const table = figureTable('budget', figure('支出=7200万元', group('parts', '', ...members)), { unit: '万元' });
    const pages = await pagesOf(
      'long-table',
      report([section('表', tableOf({ kind: 'figures', table, figure: table.root }))]),
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(1, -1)) expect(body(page)[0]?.text).toBe('项目金额');
  });

  test('after a break hold 22 lines, and none is blank', async () => {
    const pageBreak: ReportItem = { kind: 'pagebreak', span: place() };
    const full = prose(han(28 * 22 - 2));
    const pages = await pagesOf('breaks', report([prose(han(40)), pageBreak, full, pageBreak, full, prose('绩效。')]));
    expect(pages.map((page) => body(page).length)).toEqual([3, 22, 22, 3]);
  });

  test('after contents that fill a page are not blank', async () => {
    const many = Array.from({ length: 18 }, (_, index) => section(`第${index}节`, prose('绩效。')));
    const given = report(many, { tableOfContents: true });
    const pages = await pagesOf('full-contents', { ...given, title: '绩效自评' });
    expect(body(pages[0] as RenderedPage)).toHaveLength(20);
    expect(body(pages[1] as RenderedPage)).toHaveLength(22);
  });

  test.each([1, 2, 3, 4, 5, 18, 19, 20, 21, 22])(
    'after %i more lines never hold the signature alone',
    async (lines) => {
      const pages = await pagesOf(
        `signature-${lines}`,
        report([prose(...Array.from({ length: 18 + lines }, () => '绩效。'))]),
      );
      const last = pages[pages.length - 1];
      expect(last && body(last).map(({ text }) => text)).toContain('绩效。');
    },
  );

  test('with a seal centre the unit above the date, four characters from the right', async () => {
    const pages = await pagesOf('sealed', report([prose('绩效。')], { sealed: true }));
    const lines = pages.flatMap(({ lines: all }) => all);
    const unit = lines.find(({ text }) => text.startsWith('沅陵县'));
    const date = lines.find(({ text }) => text.startsWith('2025年'));
    expect(date?.right).toBeCloseTo(184 - 4 * 5.56, 0);
    expect(unit?.right).toBeCloseTo(184 - 1.5 * 5.56, 0);
  });

  test('of a draft say so', async () => {
    const pages = await pagesOf('draft', report([prose('绩效。'), annex(1, '表', [prose('绩效。')], true)]), true);
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page.lines[0]?.text).toBe('草稿');
  });
});
