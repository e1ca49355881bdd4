import type { EvaluatedReport, ReportItem } from '@jixiao/core';
import { type HtmlOptions, layout, paintHtml, previewStyleSheet } from '@jixiao/report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  annex,
  chart,
  figure,
  figureTable,
  footnote,
  mention,
  place,
  prose,
  report,
  section,
  tableOf,
  text,
  value,
} from './builders.js';
import { sampleReport } from './sample.js';

const paint = (given: EvaluatedReport, options?: HtmlOptions) =>
  paintHtml(layout(given, { tableOfContents: false }), options);
const htmlOf = (...items: ReportItem[]) =>
  paint(report(items))
    .blocks.map(({ html }) => html)
    .join('\n');

describe('the preview', () => {
  test('escapes whatever the text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>', '"><img onerror=x>', "' onclick='x", '&lt;', ']]>', '{b}'),
    );
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const table = figureTable('budget', figure('支出=1万元'));
        const html = paint(
          report(
            [
              section(a, prose([text(b), value(a, b), footnote(b), mention(a)])),
              chart('bar', [a, '乙'], [{ name: b, values: ['1', '2'] }], b),
              chart('pie', [a, '乙'], [{ name: b, values: ['1', '2'] }], a),
              tableOf({ kind: 'figures', table, figure: { ...table.root, label: a } }, { caption: b }),
              annex(1, a, []),
            ],
            { title: b },
          ),
        );
        const all = html.blocks.map((block) => block.html).join('');
        expect(
          all.replace(
            /<\/?(?:section|h\d|p|span|b|sup|a|figure|figcaption|table|colgroup|col|thead|tbody|tr|th|td|div|ul|li|svg|rect|path|polyline|text|g|defs|clipPath)(?: [\w:-]+="[^"<>]*")*>|<br>/g,
            '',
          ),
        ).not.toMatch(/[<>]/);
      }),
      { numRuns: 60 },
    );
  });

  test('runs nothing and asks for no inline style', () => {
    const html = paint(sampleReport())
      .blocks.map((block) => block.html)
      .join('');
    expect(html).not.toMatch(/<script|<style| style=| on\w+=|javascript:/);
  });

  test('names the figure and the place of every value', () => {
    const at = place(7);
    const { blocks } = paint(
      report([prose([{ kind: 'value', text: '1万元', emphasis: false, path: ['支出', '工资'], span: at }])]),
    );
    const block = blocks[1];
    const index = /data-at="(\d+)" data-path="支出\.工资"/.exec(block?.html ?? '')?.[1];
    expect(block?.places[Number(index)]).toBe(at);
  });

  test('does not change when text above moves it', () => {
    const lines = (from: number): ReportItem => ({
      kind: 'prose',
      paragraphs: [
        {
          kind: 'paragraph',
          runs: [{ ...text('文。'), span: place(from) } as ReturnType<typeof text>],
          span: place(from),
        },
      ],
      span: place(from),
    });
    const before = paint(report([section('甲', lines(1))])).blocks;
    const after = paint(report([section('甲', lines(40))])).blocks;
    expect(after.map(({ key, html }) => [key, html])).toEqual(before.map(({ key, html }) => [key, html]));
    expect(after.flatMap(({ places }) => places.map(({ start }) => start.line))).toContain(40);
  });

  test('changes one block for one changed paragraph', () => {
    const document = (words: string) =>
      paint(
        report([section('甲', prose('一。', words, '三。'), chart('pie', ['甲'], [{ name: '一', values: ['1'] }]))]),
      ).blocks;
    const before = new Map(document('二。').map(({ key, html }) => [key, html]));
    expect(document('二二。').filter(({ key, html }) => before.get(key) !== html)).toHaveLength(1);
  });

  test('has a key in every element', () => {
    for (const { key, html } of paint(sampleReport()).blocks) {
      expect(html).toMatch(/^<section class="jx-sheet[^>]*>[\s\S]*<\/section>$/);
      expect(html).toContain(`data-key="${key}"`);
    }
  });

  test('shows sheets that turn', () => {
    const html = htmlOf(prose('文。'), annex(1, '表', [prose('文。')], true));
    expect(html).toContain('class="jx-sheet jx-landscape jx-first"');
    expect(html).toContain('class="jx-sheet jx-portrait jx-last"');
  });

  test.each([
    ['一、甲', section('甲')],
    ['<sup class="jx-mark"', prose([footnote('注')])],
    ['<p class="jx-text"', prose('文')],
    ['1.<span', prose('+ 项')],
    ['•<span', prose('- 项')],
    ['<b data-at', prose([text('重', true)])],
    ['<span class="jx-gap"', prose([mention('无')])],
    ['<svg ', chart('line', ['甲'], [{ name: '一', values: ['1'] }])],
    ['〔缺：a.png〕', { kind: 'image', path: 'a.png', span: place(), pathSpan: place() } as const],
  ])('shows %s', (expected, item) => {
    expect(htmlOf(item)).toContain(expected);
  });

  test('asks its caller for pictures', () => {
    const picture = { kind: 'image', path: 'a"b.png', width: 60, span: place(), pathSpan: place() } as const;
    const { blocks } = paint(report([picture]), { imageUrl: (path) => `res:/${path}` });
    expect(blocks[1]?.html).toContain('<img src="res:/a&quot;b.png" alt="" width="227">');
  });
});

describe('the style sheet', () => {
  test('sets shared marks in the CJK face', () => {
    expect(previewStyleSheet()).toMatch(
      /@font-face \{ font-family: "jx-text"; src: local\("仿宋_GB2312"\)[^}]*unicode-range: [^}]*U\+201C-201D/,
    );
  });

  test('knows every class that the blocks use', () => {
    const sheet = previewStyleSheet();
    const html = paint(sampleReport())
      .blocks.map((block) => block.html)
      .join('');
    const used = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
    const unstyled = ['jx-portrait', 'jx-heading3', 'jx-heading4', 'jx-heading5'];
    expect([...used].filter((name) => !unstyled.includes(name) && !sheet.includes(`.${name}`))).toEqual([]);
  });
});
