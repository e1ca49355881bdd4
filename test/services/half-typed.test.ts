import { readFileSync } from 'node:fs';
import { rangeOf } from '@jixiao/core';
import { type Analysis, occurrencesIn } from '@jixiao/language';
import {
  codeActions,
  declaration,
  definition,
  documentHighlights,
  documentLinks,
  documentSymbols,
  FIX_ALL,
  foldingRanges,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
  prepareRename,
  RECALCULATE,
  references,
  rename,
  selectionRanges,
  workspaceSymbols,
} from '@jixiao/language/services';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position, TextEdit } from 'vscode-languageserver-types';
import { analysisOf, applyEdits, uriOf } from './case-file.js';

const example = (name: string) =>
  readFileSync(new URL(`../../examples/mingxikou-2024/${name}`, import.meta.url), 'utf8');
const UNIT = uriOf('unit.perf');
const MAIN = uriOf('main.perf');
const unit = example('unit.perf');
const main = example('corrected.perf');

/** Everything that an editor may ask at a place. */
function askEverything(analysis: Analysis, file: string, at: Position): void {
  definition(analysis, file, at);
  declaration(analysis, file, at);
  references(analysis, file, at, { includeDeclaration: true });
  documentHighlights(analysis, file, at);
  documentLinks(analysis, file, 'en');
  documentSymbols(analysis, file, 'en');
  workspaceSymbols(analysis, 'zc', 'en');
  foldingRanges(analysis, file);
  selectionRanges(analysis, file, [at]);
  prepareRename(analysis, file, at);
  for (const item of prepareCallHierarchy(analysis, file, at, 'zh')) {
    incomingCalls(analysis, item, 'zh');
    outgoingCalls(analysis, item, 'zh');
  }
  const range = { start: at, end: at };
  const text = analysis.sources.files.get(file)?.text ?? '';
  for (const only of [undefined, [FIX_ALL], [RECALCULATE]]) {
    for (const { edit } of codeActions(analysis, { file, range, ...(only && { only }) }, 'zh')) {
      // Fails where edits overlap.
      applyEdits(text, edit?.changes?.[file] ?? []);
    }
  }
  const renamed = rename(analysis, file, at, '新名称');
  if (renamed.ok) applyEdits(text, renamed.edit.changes?.[file] ?? []);
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
}

const STRAY = [
  '{',
  '}',
  '[',
  ']',
  '#{',
  '"',
  '“',
  '「',
  '.',
  '=',
  ':',
  '->',
  '|',
  '// 允许 a/b',
  '\r\n',
  '\u0000',
  '𰻝',
];

const edit = fc.record({
  at: fc.nat(main.length),
  removed: fc.nat(400),
  inserted: fc.constantFrom(...STRAY, ''),
  cut: fc.boolean(),
  cursor: fc.integer({ min: -40, max: 40 }),
});

test('whatever is left out or typed wrong, every question has an answer', () => {
  fc.assert(
    fc.property(edit, ({ at, removed, inserted, cut, cursor }) => {
      const text = main.slice(0, at) + inserted + (cut ? '' : main.slice(at + removed));
      const analysis = analysisOf(
        new Map([
          [UNIT, unit],
          [MAIN, text],
        ]),
      );
      askEverything(analysis, MAIN, positionAt(text, Math.max(0, Math.min(text.length, at + cursor))));
    }),
    { numRuns: 25 },
  );
});

const texts = new Map([
  [UNIT, unit],
  [MAIN, main],
]);

/** The amounts, scores and sentences of a report, in order, without the names. */
function printed(analysis: Analysis): string {
  const files = [UNIT, MAIN].map((file) => {
    const { tables, indicators, reports } = analysis.evaluated(file);
    return JSON.stringify([tables, indicators, reports], (key, value) => {
      if (/span$|^path$|^name$|^label$|^formula$|^outline$|^target$|^subject$/i.test(key)) return undefined;
      if (key === 'text' || key === 'categories' || key === 'title') return undefined;
      return typeof value === 'bigint' ? `${value}` : value;
    });
  });
  return files.join('\n');
}

const NEW_NAMES = [
  '支出',
  '工资福利支出',
  '本年预算',
  '基本支出',
  '新的名称',
  '因公（境）费',
  '2025年',
  '预算',
  '得分',
];

test('a name can be changed to any other: either nothing else changes, or it is refused', () => {
  const before = analysisOf(texts);
  const names = [UNIT, MAIN].flatMap((file) =>
    [...occurrencesIn(before, file)]
      // What an indicator is called decides how the rubric scores it.
      .filter(({ symbol }) => symbol.kind !== 'indicator')
      .map(({ span }) => ({ file, at: rangeOf(span).start })),
  );
  const codes = (analysis: Analysis) =>
    [UNIT, MAIN].flatMap((file) =>
      analysis.findings(file).flatMap(({ code }) => (/^name|^syntax/.test(code) ? [code] : [])),
    );
  const unchanged = printed(before);
  let renamed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...NEW_NAMES), ({ file, at }, name) => {
      const result = rename(before, file, at, name);
      if (!result.ok) return;
      renamed++;
      const changed = new Map(texts);
      for (const [uri, edits] of Object.entries(result.edit.changes ?? {}) as [string, TextEdit[]][]) {
        changed.set(uri, applyEdits(texts.get(uri) ?? '', edits));
      }
      const after = analysisOf(changed);
      expect(codes(after)).toEqual(codes(before));
      expect(printed(after) === unchanged).toBe(true);
    }),
    { numRuns: 25 },
  );
  expect(renamed).toBeGreaterThan(5);
});
