import { type Analysis, analyse, readSource, SourceSet } from '@jixiao/language';
import { describe, expect, it } from 'vitest';
import { keystrokes } from '../bench/editing/edits.js';
import { type GeneratedReport, generateReport } from '../bench/generate/report.js';

/*
 * The cost of a keystroke follows the edit, not the file: what is read and evaluated again for it
 * is the same in a report of 300 lines and in one of 6,000. Counted, for times depend on the machine.
 */

/** Work for one edit: tokens read; declarations, items of reports, blocks of prose and cells evaluated. */
interface Work {
  readonly tokens: number;
  readonly pieces: number;
  readonly items: number;
  readonly proses: number;
  readonly cells: number;
}

interface Edit {
  readonly name: string;
  /** The text after the edit. */
  readonly text: (report: GeneratedReport) => string;
  readonly most: Work;
}

const FILE = 'report.perf';

function replaced({ text }: GeneratedReport, line: number, change: (text: string) => string): string {
  const lines = text.split('\n');
  lines[line] = change(lines[line] ?? '');
  return lines.join('\n');
}

function typed(name: string): Edit['text'] {
  return (report) => {
    const [edit] = keystrokes(report).find((candidate) => candidate.name === name)?.edits ?? [];
    if (!edit) throw new Error(`no such edit: ${name}`);
    const { start, end } = edit.range;
    return replaced(
      report,
      start.line,
      (line) => line.slice(0, start.character) + edit.text + line.slice(end.character),
    );
  };
}

/** The line of the table that follows the paragraph in the middle. */
const tableLine = ({ text, proseLine }: GeneratedReport) =>
  text.split('\n').findIndex((line, index) => index > proseLine && line.trimStart().startsWith('表 '));

const EDITS: readonly Edit[] = [
  { name: 'a digit', text: typed('a digit'), most: { tokens: 40, pieces: 2, items: 3, proses: 1, cells: 4 } },
  {
    name: 'a character of prose',
    text: typed('a character of prose'),
    most: { tokens: 60, pieces: 1, items: 2, proses: 1, cells: 0 },
  },
  { name: 'a new row', text: typed('a new row'), most: { tokens: 45, pieces: 2, items: 3, proses: 1, cells: 5 } },
  {
    name: 'a character of a caption',
    text: (report) => replaced(report, tableLine(report), (line) => line.replace('支出情况', '支出好情况')),
    most: { tokens: 100, pieces: 1, items: 5, proses: 2, cells: 0 },
  },
  {
    name: 'a character of a heading',
    text: (report) => replaced(report, report.proseLine - 3, (line) => line.replace('实施情况', '实施好情况')),
    most: { tokens: 100, pieces: 1, items: 5, proses: 2, cells: 0 },
  },
];

function work(analysis: Analysis): Work {
  analysis.findings(FILE);
  const { work: done, sources } = analysis.evaluation;
  return { tokens: sources.files.get(FILE)?.tokensRead ?? 0, ...done };
}

function costOf(edit: Edit, lines: number): Work {
  const report = generateReport(lines);
  const before = readSource(FILE, report.text);
  const first = analyse(new SourceSet(new Map([[FILE, before]]), () => ({ kind: 'missing' })));
  const start = { ...work(first) };
  const text = edit.text(report);
  expect(text).not.toBe(report.text);
  const after = readSource(FILE, text, before);
  const sources = new SourceSet(new Map([[FILE, after]]), () => ({ kind: 'missing' }), first.sources);
  const end = work(analyse(sources, first));
  return {
    tokens: end.tokens,
    pieces: end.pieces - start.pieces,
    items: end.items - start.items,
    proses: end.proses - start.proses,
    cells: end.cells - start.cells,
  };
}

describe('the cost of a keystroke', () => {
  for (const edit of EDITS) {
    it(`is that of the edit, not of the file: ${edit.name}`, () => {
      const small = costOf(edit, 300);
      expect(costOf(edit, 6_000)).toEqual(small);
      for (const key of Object.keys(small) as (keyof Work)[])
        expect(small[key], key).toBeLessThanOrEqual(edit.most[key]);
    });
  }
});
