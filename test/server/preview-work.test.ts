import { describe, expect, test } from 'vitest';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { arrangements, keystrokes } from '../bench/editing/edits.js';
import { type GeneratedReport, generateReport } from '../bench/generate/report.js';
import { runs } from '../effort.js';
import { Previewed, type Work } from './previewed.js';
import { randomEdit, randomNumbers } from './random-edits.js';

/*
 * What a keystroke costs the preview, counted: as much in a long report as in a short one.
 */

const LENGTHS = [300, 6_000] as const;

async function opened({ text }: GeneratedReport): Promise<Previewed> {
  const previewed = new Previewed(text);
  await previewed.update();
  return previewed;
}

/** The work after the second of two keystrokes like the one, when everything is warm. */
async function workOf(name: string, lines: number): Promise<Work> {
  const report = generateReport(lines);
  const found = [...keystrokes(report), ...arrangements(report)].find((keystroke) => keystroke.name === name);
  if (!found) throw new Error(`What keystroke is ${name}?`);
  const previewed = await opened(report);
  let work: Work | undefined;
  for (const edit of [...found.edits, found.edits[0]]) {
    previewed.edit(edit);
    work = await previewed.update();
  }
  const { items, laidOut, painted, put, removed, marked } = work as Work;
  return { items, laidOut, painted, put, removed, marked };
}

describe('the work of a keystroke', () => {
  test.each([
    // The paragraph that lists the figure and the table below it.
    ['a digit', { items: 3, laidOut: 7, painted: 2, put: 2, removed: 0, marked: 1 }],
    ['a character of prose', { items: 3, laidOut: 6, painted: 1, put: 1, removed: 0, marked: 0 }],
    ['a new row', { items: 3, laidOut: 7, painted: 2, put: 2, removed: 0, marked: 1 }],
    ['a character of a caption', { items: 3, laidOut: 1, painted: 1, put: 1, removed: 0, marked: 0 }],
    // Blocks are named by the heading above them.
    ['a character of a heading', { items: 4, laidOut: 10, painted: 10, put: 10, removed: 10, marked: 0 }],
  ] as const)('%s', async (name, expected) => {
    for (const lines of LENGTHS) expect({ lines, ...(await workOf(name, lines)) }).toEqual({ lines, ...expected });
  });

  test('a line break in prose: what stands below is laid out at its new place, and looks as before', async () => {
    const [short, long] = await Promise.all(LENGTHS.map((lines) => workOf('a line break in prose', lines)));
    expect(short).toMatchObject({ painted: 3, put: 3, removed: 0 });
    expect({ ...long, items: 0, laidOut: 0 }).toEqual({ ...short, items: 0, laidOut: 0 });
  });

  test('a digit touches the blocks that print the figure, and no others', async () => {
    const report = generateReport(6_000);
    const row = report.text.split('\n')[report.figureLine] ?? '';
    const name = row.trim().split(/\s/)[0] ?? '';
    const previewed = await opened(report);
    const [digit] = keystrokes(report);
    if (!digit) throw new Error('no keystroke');
    previewed.edit(digit.edits[0]);
    const work = await previewed.update();
    const put = work?.update.kind === 'patch' ? work.update.put.map(({ key }) => key) : [];
    const printing = previewed.page.blocks.filter(({ html }) => html.includes(name)).map(({ key }) => key);
    expect(put).toEqual(printing);
    expect(put).toHaveLength(2);
  });
});

describe('what the client shows', () => {
  /** Places that a fresh look finds, and one that remembers. */
  async function expectAsFresh(previewed: Previewed, random: () => number, when: string): Promise<void> {
    const fresh = await previewed.fresh();
    if (!fresh) return;
    const { blocks, marks } = previewed.page;
    expect(blocks, when).toEqual(fresh.page.blocks);
    expect(new Map([...marks].sort()), when).toEqual(new Map([...fresh.page.marks].sort()));
    const lines = previewed.text.split('\n');
    for (let count = 0; count < 20; count += 1) {
      const line = Math.floor(random() * lines.length);
      const position = { line, character: Math.floor(random() * (lines[line]?.length ?? 0)) };
      const found = previewed.rendered?.places.at('file:///report.perf', position);
      expect(found, `${when}: ${JSON.stringify(position)}`).toEqual(
        fresh.rendered.places.at('file:///report.perf', position),
      );
    }
  }

  test('after any row of edits is what a fresh preview shows', async () => {
    for (let run = 1; run <= runs(4); run += 1) {
      const random = randomNumbers(run * 104_729);
      const { text } = generateReport(run % 2 === 0 ? 300 : 100, run);
      const previewed = new Previewed(text);
      await previewed.update();
      for (let step = 0; step < 50; step += 1) {
        const document = previewed.workspace.document('file:///report.perf') as TextDocument;
        if (step % 10 === 9) previewed.edit({ text });
        else previewed.edit(randomEdit(document, random) as Parameters<Previewed['edit']>[0]);
        // An update may come after several edits.
        if (random() < 0.3) continue;
        if (await previewed.update()) await expectAsFresh(previewed, random, `run ${run}, step ${step}`);
      }
    }
  });
});
