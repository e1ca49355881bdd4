import type { Figure } from '@jixiao/core';
import { readSource } from '@jixiao/language';
import { codeActions, formattedText, resolveCodeAction } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { analysisOf, applyEdits, type Case, casesIn, cursorOf, inWindows, uriOf } from '../case-file.js';

const MAIN = uriOf('main.perf');

/** What a refactoring makes of the files of a case. */
interface Refactored {
  readonly action: CodeAction;
  readonly texts: ReadonlyMap<string, string>;
}

function refactorings(subject: Case): Refactored[] {
  const { file, at } = cursorOf(subject);
  return codeActions(subject.analysis, { file, range: at, only: ['refactor'] }, 'zh').map((action) => {
    const texts = new Map(subject.texts);
    for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) {
      texts.set(uri, applyEdits(texts.get(uri) ?? '', edits));
    }
    return { action, texts };
  });
}

/** What is printed and found: rewriting must not change it. */
function outcome(texts: ReadonlyMap<string, string>): unknown {
  const analysis = analysisOf(texts);
  const files = [...texts.keys()];
  return {
    prose: files.flatMap((file) => analysis.evaluated(file).reports.flatMap(({ items }) => printed(items))),
    errors: files.flatMap((file) =>
      analysis.findings(file).flatMap(({ severity, code }) => (severity === 'error' ? [code] : [])),
    ),
  };
}

/** What every figure is worth, whatever it is written in. */
function amounts(texts: ReadonlyMap<string, string>): string[] {
  const analysis = analysisOf(texts);
  const worth = ({ path, cells, groups }: Figure): string[] => [
    ...cells.map(({ quantity }) => `${path.join('.')} ${quantity?.amount.mul(quantity.unit.factor).toFraction()}`),
    ...groups.flatMap(({ members }) => members.flatMap(worth)),
  ];
  return [...texts.keys()].flatMap((file) => analysis.evaluated(file).tables.flatMap(({ root }) => worth(root)));
}

function printed(items: unknown): string[] {
  if (Array.isArray(items)) return items.flatMap(printed);
  if (typeof items !== 'object' || items === null) return [];
  const item = items as { items?: unknown; paragraphs?: { runs: { text?: string }[] }[] };
  const lines = (item.paragraphs ?? []).map(({ runs }) => runs.map(({ text }) => text ?? '').join(''));
  return [...lines, ...printed(item.items)];
}

const cases = casesIn('refactorings').flatMap((subject) => [
  [subject.name, subject] as const,
  [`${subject.name} with line ends of Windows`, inWindows(subject)] as const,
]);

describe('refactorings', () => {
  test.each(cases)('%s', (_, subject) => {
    const wanted: { title: string | undefined; texts: Record<string, string> }[] = [];
    for (const { words, text } of subject.expectations) {
      if (words[0] === 'action')
        wanted.push({ title: words[1], texts: { ...Object.fromEntries(subject.texts), [MAIN]: text } });
      else if (words[0] === 'also') Object.assign(wanted.at(-1)?.texts ?? {}, { [uriOf(words[1] ?? '')]: text });
      else if (words[0] !== 'none') throw new Error(`A case of refactoring knows no “${words[0]}”`);
    }
    const found = refactorings(subject);
    expect(found.map(({ action, texts }) => ({ title: action.title, texts: Object.fromEntries(texts) }))).toEqual(
      wanted,
    );
    const wasFormatted = formattedText(readSource(MAIN, subject.texts.get(MAIN) ?? '')) === subject.texts.get(MAIN);
    for (const { action, texts } of found) {
      if (!/换算/.test(action.title)) expect(outcome(texts)).toEqual(outcome(subject.texts));
      else expect(amounts(texts)).toEqual(amounts(subject.texts));
      const after = texts.get(MAIN) ?? '';
      if (wasFormatted) expect(formattedText(readSource(MAIN, after))).toBe(after);
    }
  });

  test.each(cases)('%s, worked out when it is chosen', (_, subject) => {
    const { file, at } = cursorOf(subject);
    const request = { file, range: at, only: ['refactor'] };
    const eager = codeActions(subject.analysis, request, 'zh');
    const lazy = codeActions(subject.analysis, request, 'zh', { resolves: true });
    expect(lazy.every(({ edit }) => edit === undefined)).toBe(true);
    expect(lazy.map((action) => resolveCodeAction(subject.analysis, action).edit)).toEqual(
      eager.map(({ edit }) => edit),
    );
  });
});
