import { prepareRename, rename } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import type { Position } from 'vscode-languageserver-types';
import { analysisOf, applyEdits, type Case, casesIn, cursorOf, type Expectation, uriOf } from '../case-file.js';

/** What a new name leads to: a reason, or the texts that follow in the case. */
interface Attempt {
  readonly newName: string;
  readonly refused: string | undefined;
  readonly after: readonly Expectation[];
}

function attemptsOf({ expectations }: Case): Attempt[] {
  const attempts: Attempt[] = [];
  let after: Expectation[] = [];
  for (const expectation of expectations) {
    const [kind, argument = ''] = expectation.words;
    if (kind === 'after') {
      after.push(expectation);
      continue;
    }
    after = [];
    if (kind === 'rename') attempts.push({ newName: argument, refused: undefined, after });
    else if (kind === 'refused') attempts.push({ newName: argument, refused: expectation.text.trim(), after });
    else throw new Error(`A case of renaming knows no “${kind}”`);
  }
  return attempts;
}

const cases = casesIn('rename').flatMap((subject) =>
  attemptsOf(subject).map((attempt) => [subject.name, attempt.newName, attempt, subject] as const),
);

describe('renaming', () => {
  test.each(cases)('%s to %s', (_, __, { newName, refused, after }, subject) => {
    const { file, at } = cursorOf(subject);
    const result = rename(subject.analysis, file, at.start, newName);
    if (refused !== undefined) {
      expect(result.ok ? result.edit : result.reason.zh).toEqual(refused);
      expect(result.ok ? '' : result.reason.en).toMatch(/^[\x20-\x7e“”「」\u4e00-\u9fff`.]+$/);
      return;
    }
    if (!result.ok) throw new Error(result.reason.zh);
    const texts = new Map(subject.texts);
    for (const [uri, edits] of Object.entries(result.edit.changes ?? {})) {
      texts.set(uri, applyEdits(texts.get(uri) ?? '', edits));
    }
    const wanted = new Map(subject.texts);
    for (const { words, text } of after) wanted.set(uriOf(words[1] ?? ''), text);
    expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(wanted));
    expect(codes(analysisOf(texts))).toEqual(codes(subject.analysis).filter(isKept(subject.name)));
  });
});

/** Findings stay what they were, but for the case that repairs one. */
const isKept = (name: string) => (code: string) =>
  name !== 'broken-mention-gets-repaired.perf' || code !== 'name/unresolved';

function codes(analysis: Case['analysis']): string[] {
  return [...analysis.sources.files.keys()].flatMap((file) => analysis.findings(file).map(({ code }) => code));
}

describe('what can be renamed', () => {
  const prepared = (name: string, position?: Position) => {
    const subject = casesIn('rename').find((candidate) => candidate.name === name) as Case;
    const { file, at } = cursorOf(subject);
    return prepareRename(subject.analysis, file, position ?? at.start);
  };

  test('a name in quotes is offered without them', () => {
    const found = prepared('needs-quotes-no-longer.perf');
    expect(found.ok && found.placeholder).toBe('因公出国（境）费');
    expect(found.ok && found.range.start.character).toBe(7);
    expect(found.ok && found.range.end.character).toBe(17);
  });

  test('a number is no name', () => {
    expect(prepared('nothing-there.perf').ok).toBe(false);
  });

  test('the same name again changes nothing', () => {
    const subject = casesIn('rename').find(({ name }) => name === 'crlf.perf') as Case;
    const { file, at } = cursorOf(subject);
    expect(rename(subject.analysis, file, at.start, '甲')).toEqual({ ok: true, edit: { changes: {} } });
  });
});
