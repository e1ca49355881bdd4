import { type DocumentTree, layout, lintDocx, writeDocx } from '@jixiao/report';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleReports } from '../examples/all-examples.js';
import { middle, type RenderedPage } from './page-text.js';
import { canRender, render } from './render.js';
import { validate } from './validate.js';

const REPORTS = (await exampleReports()).map(({ name, report }) => ({ name: `example-${name}`, report }));

describe.each(REPORTS)('$name', ({ name, report }) => {
  const tree = layout(report);
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await writeDocx(tree, { generator: 'Jixiao' });
  });

  test('is valid by the Open XML SDK and clean by the lint', async () => {
    expect(await validate(name, bytes)).toEqual([]);
    expect(lintDocx(bytes)).toEqual([]);
  });

  describe.skipIf(!canRender)('on paper', () => {
    let pages: readonly RenderedPage[];
    beforeAll(async () => {
      pages = await render(name, bytes);
    });
  });
});
