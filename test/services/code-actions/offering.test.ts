import { analyse, libraryFileName, libraryFiles, readSource, SourceSet } from '@jixiao/language';
import { CODE_ACTION_KINDS, codeActions, formattedText, resolveCodeAction } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import { type CodeAction, type Diagnostic, Range } from 'vscode-languageserver-types';
import { analysisOf, applyEdits, type Case, casesIn, cursorOf, expected, uriOf } from '../case-file.js';

const FILE = uriOf('main.perf');
const named = (cases: readonly Case[]) => cases.map((subject) => [subject.name, subject] as const);

function after(subject: Case, action: CodeAction | undefined): string {
  return applyEdits(subject.texts.get(FILE) ?? '', action?.edit?.changes?.[FILE] ?? []);
}

describe('allowing a finding', () => {
  test.each(named(casesIn('code-actions/allowing')))('%s', (_, subject) => {
    const [wanted] = expected(subject, 'allow');
    const code = wanted?.words[1] ?? '';
    const { at } = cursorOf(subject);
    const [action] = codeActions(subject.analysis, { file: FILE, range: at }, 'zh').filter(
      ({ title }) => title === `允许“${code}”，说明理由`,
    );
    const text = after(subject, action);
    expect(text).toBe(wanted?.text);
    const isFormatted = (it: string) => formattedText(readSource(FILE, it)) === it;
    if (isFormatted(subject.texts.get(FILE) ?? '')) expect(isFormatted(text)).toBe(true);
    const codesOf = (it: string) =>
      analysisOf(new Map([[FILE, it]]))
        .findings(FILE)
        .map((finding) => finding.code);
    // Until a reason is given the finding stays, and so does the request for one.
    expect(codesOf(text)).toEqual(expect.arrayContaining([code, 'allow/no-reason']));
    expect(codesOf(text.replace('…', '已与县财政局核对'))).not.toContain(code);
  });

  test('text that cannot be read is not allowed', () => {
    const analysis = analysisOf(new Map([[FILE, '数据 甲 = {\n']]));
    const actions = codeActions(analysis, { file: FILE, range: Range.create(0, 0, 9, 0) }, 'zh');
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(({ title }) => /^允许“syntax/.test(title))).toEqual([]);
  });
});

describe('punctuation', () => {
  test.each(named(casesIn('code-actions/punctuation')))('%s', (_, subject) => {
    const { at } = cursorOf(subject);
    const [action] = codeActions(subject.analysis, { file: FILE, range: at, only: ['quickfix'] }, 'zh').filter(
      ({ title }) => title === '这一行的全角标点改为半角',
    );
    const wanted = subject.expectations.find(({ words }) => words[0] === 'half-width')?.text;
    expect(action && after(subject, action)).toBe(wanted);
  });
});

describe('how fixes are offered', () => {
  const text = '指标 自评表 {\n  产出 100分: >= 3次 -> 2次 = 40分\n}\n';
  const analysis = analysisOf(new Map([[FILE, text]]));
  const range = Range.create(1, 26, 1, 26);

  test('an editor that can select gets what is still to be written as a snippet', () => {
    const [action] = codeActions(analysis, { file: FILE, range }, 'zh', { snippets: true });
    expect(action?.title).toBe('填写偏差原因');
    expect(action?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: FILE, version: null },
        edits: [
          {
            range: { start: { line: 1, character: 28 }, end: { line: 1, character: 28 } },
            // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
            snippet: { kind: 'snippet', value: '\n    因为 "${0:…}"' },
          },
        ],
      },
    ]);
  });

  test('an edit can be worked out later, in the language of the title', () => {
    const [lazy] = codeActions(analysis, { file: FILE, range }, 'en', { resolves: true });
    expect(lazy?.title).toBe('Give the reason');
    expect(lazy?.edit).toBeUndefined();
    const [eager] = codeActions(analysis, { file: FILE, range }, 'en');
    expect(resolveCodeAction(analysis, lazy as CodeAction).edit).toEqual(eager?.edit);
  });

  test('an action whose finding is gone stays without an edit', () => {
    const [lazy] = codeActions(analysis, { file: FILE, range }, 'zh', { resolves: true });
    const now = analysisOf(new Map([[FILE, '数据 甲 = 1次\n']]));
    expect(resolveCodeAction(now, lazy as CodeAction).edit).toBeUndefined();
  });

  test('a diagnostic that is no longer true gets no fix', () => {
    const stale = { code: 'sum/mismatch', message: '', range: Range.create(0, 0, 0, 2) };
    expect(
      codeActions(analysis, { file: FILE, range: stale.range, diagnostics: [stale], only: ['quickfix'] }, 'zh'),
    ).toEqual([]);
  });

  describe('several findings of one kind at one place', () => {
    const table = '指标 自评表 采用 财预2020 {\n  产出指标 50分 { 数量指标 50分 { 培训 50分: >= 3次 -> 3次 } }\n}\n';
    const several = analysisOf(new Map([[FILE, table]]));
    const missing = several.findings(FILE).filter(({ code }) => code === 'taxonomy/missing-group');
    const shown = (language: 'zh' | 'en') =>
      missing.map(({ at: { start, end }, code, message, data }) => ({
        range: Range.create(start, end),
        code,
        message: message[language],
        data: { facts: data },
      }));
    const offered = (diagnostics: Diagnostic[]) => {
      const place = diagnostics[0]?.range ?? Range.create(0, 0, 0, 0);
      const actions = codeActions(several, { file: FILE, range: place, diagnostics, only: ['quickfix'] }, 'zh');
      return actions.map(({ title, diagnostics: attached = [] }) => [title, attached.map(({ message }) => message)]);
    };
    const fixOf = (name: unknown) => `添加“${name}”`;
    const allow = '允许“taxonomy/missing-group”，说明理由';

    test('a fix goes with the one that it puts right, and allowing with all', () => {
      const all = shown('zh');
      expect(all).toHaveLength(3);
      const fixes = offered(all).filter(([title]) => !`${title}`.startsWith('允许'));
      expect(fixes).toEqual(missing.map(({ data, message }) => [fixOf(data.name), [message.zh]]));
      const about = offered(all).filter(([title]) => `${title}`.includes('taxonomy/missing-group'));
      expect(about).toEqual([[allow, all.map(({ message }) => message)]]);
    });

    test.each([
      ['its message', (it: Diagnostic): Diagnostic => ({ ...it, data: undefined })],
      ['its facts', (it: Diagnostic): Diagnostic => ({ ...it, message: '' })],
    ])('only one is asked about, told by %s', (_, known) => {
      for (const language of ['zh', 'en'] as const) {
        for (const [index, diagnostic] of shown(language).entries()) {
          const one = known(diagnostic);
          const about = offered([one]).filter(([, attached]) => attached?.length !== 0);
          expect(about).toEqual([
            [fixOf(missing[index]?.data.name), [one.message]],
            [allow, [one.message]],
          ]);
          const others = offered([one]).filter(([title]) => `${title}`.startsWith('添加'));
          expect(others).toHaveLength(1);
        }
      }
    });

    test('an edit that is worked out later is the same', () => {
      const diagnostics = shown('zh');
      const request = { file: FILE, range: Range.create(0, 0, 2, 1), diagnostics, only: ['quickfix'] };
      const eager = codeActions(several, request, 'zh');
      const lazy = codeActions(several, request, 'zh', { resolves: true });
      expect(lazy.map((action) => resolveCodeAction(several, action).edit)).toEqual(eager.map(({ edit }) => edit));
    });
  });

  test('only the kinds that are asked for', () => {
    const kinds = (only: string[]) => codeActions(analysis, { file: FILE, range, only }, 'zh').map(({ kind }) => kind);
    expect(new Set(kinds(['quickfix']))).toEqual(new Set(['quickfix']));
    expect(kinds(['refactor']).every((kind) => kind?.startsWith('refactor.'))).toBe(true);
    expect(kinds(['source.organizeImports'])).toEqual([]);
    expect(CODE_ACTION_KINDS).toEqual(expect.arrayContaining(kinds(['quickfix', 'refactor']) as string[]));
  });

  test('files of the library are never changed', () => {
    const [file, source] = [...libraryFiles()][0] ?? [];
    if (!file || !source) throw new Error('The library is empty');
    const sources = new SourceSet(new Map([[file, source]]), () => ({ kind: 'missing' }));
    expect(file.startsWith(libraryFileName(''))).toBe(true);
    for (const only of [undefined, ['quickfix'], ['refactor'], ['source']]) {
      const request = { file, range: Range.create(0, 0, 999, 0), ...(only && { only }) };
      expect(codeActions(analyse(sources), request, 'zh')).toEqual([]);
    }
  });

  test('a file that is not there has none', () => {
    expect(codeActions(analysis, { file: uriOf('gone.perf'), range }, 'zh')).toEqual([]);
  });
});
