import { type Analysis, analyse, readSource, type SourceFile, SourceSet } from '@jixiao/language';
import {
  documentHighlights,
  documentSymbols,
  foldingRanges,
  format,
  references,
  rename,
  semanticTokens,
} from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import { WORK, type Work } from '../../packages/language/src/services/work.js';
import { keystrokes } from '../bench/editing/edits.js';
import { generateReport } from '../bench/generate/report.js';

/*
 * What the services work out after a keystroke follows the edit, not the file. Counted, for times
 * depend on the machine.
 */

const FILE = 'report.perf';

interface Question {
  readonly ask: (analysis: Analysis, line: number) => unknown;
  /** The most that may be worked out for one keystroke. */
  readonly most: Partial<Work>;
}

const at = (line: number) => ({ line, character: 5 });

const QUESTIONS: Readonly<Record<string, Question>> = {
  tokens: { ask: (analysis) => semanticTokens(analysis, FILE), most: { tokens: 2 } },
  symbols: { ask: (analysis) => documentSymbols(analysis, FILE, 'zh'), most: { outlines: 2 } },
  folds: { ask: (analysis) => foldingRanges(analysis, FILE), most: { folds: 1 } },
  formatting: {
    ask: (analysis) => format(analysis.sources.files.get(FILE) as SourceFile),
    most: { layouts: 1, words: 1 },
  },
  references: {
    ask: (analysis, line) => references(analysis, FILE, at(line), { includeDeclaration: true }),
    most: { names: 8 },
  },
  highlights: { ask: (analysis, line) => documentHighlights(analysis, FILE, at(line)), most: { names: 8 } },
  // Nothing is read anew to rename to a name that is nowhere else.
  rename: {
    ask: (analysis, line) => rename(analysis, FILE, at(line), '崭新的名称'),
    most: { names: 8, rereadings: 0 },
  },
};

const set = (source: SourceFile, previous?: SourceSet) =>
  new SourceSet(new Map([[FILE, source]]), () => ({ kind: 'missing' }), previous);

function changedText(
  text: string,
  { range: { start, end }, text: typed }: ReturnType<typeof keystrokes>[0]['edits'][0],
) {
  const lines = text.split('\n');
  expect(start.line).toBe(end.line);
  const line = lines[start.line] ?? '';
  lines[start.line] = line.slice(0, start.character) + typed + line.slice(end.character);
  return lines.join('\n');
}

/** What one question takes after one keystroke, when it was answered before. */
function workFor({ ask }: Question, keystroke: string, lines: number): Work {
  const report = generateReport(lines);
  const edit = keystrokes(report).find(({ name }) => name === keystroke)?.edits[0];
  if (!edit) throw new Error(`no such edit: ${keystroke}`);
  const before = readSource(FILE, report.text);
  const first = analyse(set(before));
  ask(first, report.figureLine);
  const after = analyse(set(readSource(FILE, changedText(report.text, edit), before), first.sources), first);
  const start = { ...WORK };
  const answer = ask(after, report.figureLine);
  expect(answer).toBeTruthy();
  return Object.fromEntries(
    Object.entries(WORK).map(([kind, count]) => [kind, count - start[kind as keyof Work]]),
  ) as Work;
}

describe.each(['a digit', 'a character of prose', 'a new row'])('after %s', (keystroke) => {
  it.each(Object.entries(QUESTIONS))('%s: the work is that of the edit, not of the file', (_, question) => {
    const small = workFor(question, keystroke, 300);
    expect(workFor(question, keystroke, 2_000)).toEqual(small);
    for (const [kind, count] of Object.entries(small)) {
      expect(count, kind).toBeLessThanOrEqual(question.most[kind as keyof Work] ?? 0);
    }
  });
});

describe('blocks of prose on one line', () => {
  it('move with what is typed before them', () => {
    const text = (typed: string) => `报告 "一" {\n  节 "一" [ 甲${typed} ] 节 "二" [ *乙*，丙 ]\n}\n`;
    const before = readSource(FILE, text(''));
    const first = analyse(set(before));
    semanticTokens(first, FILE);
    const after = analyse(set(readSource(FILE, text('好'), before), first.sources), first);
    expect(semanticTokens(after, FILE)).toEqual(semanticTokens(analyse(set(readSource(FILE, text('好')))), FILE));
  });
});
