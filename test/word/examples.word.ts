import { type Block, type DocumentTree, layout, lintDocx, type TableBlock, writeDocx } from '@jixiao/report';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleReports } from '../examples/all-examples.js';
import { middle, type RenderedPage } from './page-text.js';
import { canRender, render } from './render.js';
import { validate } from './validate.js';

const REPORTS = (await exampleReports()).map(({ name, report }) => ({ name: `example-${name}`, tree: layout(report) }));

/** Edges of the type area on a sheet, in millimetres, with the room that a hanging mark may take. */
const EDGE = { left: 28, right: 184, top: 37, bottom: 262, give: 6 };

const upright = ({ width, height }: RenderedPage) => width < height;

/** Text between the edges of the type area of an upright sheet. */
const body = (page: RenderedPage) => page.lines.filter((line) => middle(line) > EDGE.top && middle(line) < EDGE.bottom);

const withoutSpaces = (text: string) => text.replace(/[\s\u3000\u00a0]/g, '');

const blocksOf = ({ sections }: DocumentTree): Block[] => sections.flatMap(({ blocks }) => blocks);

/** A sheet of running text only: tables, charts and their captions do not keep to the lines of the grid. */
const hasTextOnly = (page: RenderedPage) =>
  upright(page) && !body(page).some(({ text }) => /^(?:[表图]\d|单位：)/.test(text));

/** The words of a row, in order. */
const rowText = ({ cells }: TableBlock['rows'][number]) =>
  withoutSpaces(cells.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''));

describe.each(REPORTS)('$name', ({ name, tree }) => {
  let bytes: Uint8Array;
  let pages: readonly RenderedPage[];
  beforeAll(async () => {
    bytes = await writeDocx(tree, { generator: 'Jixiao' });
    pages = canRender ? await render(name, bytes) : [];
  });

  test('is valid by the Open XML SDK and clean by the lint', async () => {
    expect(await validate(name, bytes)).toEqual([]);
    expect(lintDocx(bytes)).toEqual([]);
  });

  describe.skipIf(!canRender)('on paper', () => {
    test('has no empty page', () => {
      for (const page of pages) expect(page.words.length).toBeGreaterThan(3);
    });

    test('has the number of every page at the edge of the sheet', () => {
      pages.forEach((page, index) => {
        const atEdge = upright(page)
          ? page.words.filter((word) => middle(word) > EDGE.bottom)
          : page.words.filter(({ right }) => right < 35);
        const number = withoutSpaces(atEdge.map(({ text }) => text).join('')).replace(/—/g, '');
        expect(number).toBe(`${index + 1}`);
      });
    });

    test('keeps to the type area, and to 22 lines where there is only text', () => {
      for (const page of pages.filter(upright)) {
        if (hasTextOnly(page)) expect(body(page).length).toBeLessThanOrEqual(22);
        for (const { left, right } of body(page)) {
          expect(left).toBeGreaterThan(EDGE.left - 1);
          expect(right).toBeLessThan(EDGE.right + EDGE.give);
        }
      }
    });

    test('shows its headings in order, with their numbers', () => {
      const lines = pages.flatMap((page) => page.lines.map(({ text }) => withoutSpaces(text)));
      let from = 0;
      for (const block of blocksOf(tree)) {
        if (block.kind !== 'heading') continue;
        const start = withoutSpaces(block.number + block.text).slice(0, 20);
        const at = lines.findIndex((line, index) => index >= from && line.startsWith(start));
        expect(at, start).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
    });

    test('leaves no heading at the foot of a page', () => {
      const headings = new Set(
        blocksOf(tree).flatMap((block) => (block.kind === 'heading' ? [withoutSpaces(block.number + block.text)] : [])),
      );
      for (const page of pages.filter(upright)) {
        const lines = body(page);
        expect(headings.has(withoutSpaces(lines[lines.length - 1]?.text ?? ''))).toBe(false);
      }
    });

    test('begins no page with a row of a table that has a header', () => {
      const rows = blocksOf(tree).flatMap((block) =>
        block.kind === 'table' && block.rows.some(({ header }) => header)
          ? block.rows.filter(({ header }) => !header).map(rowText)
          : [],
      );
      for (const page of pages.slice(1)) {
        const [first = ''] = (upright(page) ? body(page) : page.lines).map(({ text }) => withoutSpaces(text));
        expect(rows).not.toContain(first);
      }
    });
  });
});
