import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from './editor.js';
import { randomEdit, randomNumbers } from './random-edits.js';
import { WorkspaceFolder } from './workspace-folder.js';

const EXAMPLE = new URL('../../examples/mingxikou-2024/', import.meta.url);
const FILES = ['unit.perf', 'corrected.perf', 'as-published.perf'];
const EDITS = 1000;

const editors: Editor[] = [];
const folders: WorkspaceFolder[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.dispose();
  for (const folder of folders.splice(0)) folder.remove();
});

async function start(): Promise<{ editor: Editor; folder: WorkspaceFolder }> {
  const folder = new WorkspaceFolder({});
  folders.push(folder);
  const editor = await Editor.start({ folder });
  editors.push(editor);
  return { editor, folder };
}

/** An answer without what differs between two folders. */
function comparable(answer: unknown, folder: WorkspaceFolder): unknown {
  return JSON.parse(JSON.stringify(answer ?? null).replaceAll(folder.uri, ''));
}

function isRange({ start, end }: Range): boolean {
  const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return start.line >= 0 && start.character >= 0 && ordered;
}

/** What an editor asks for all the time, whether or not it waits for the answer. */
const QUESTIONS = [
  'documentSymbol',
  'foldingRange',
  'semanticTokens/full',
  'inlayHint',
  'hover',
  'completion',
  'codeAction',
];

const FIRST = { line: 0, character: 0 };

/** What is compared with the answers of a fresh server, and what else is said in asking. */
const AT_THE_END: Readonly<Record<string, object>> = {
  documentSymbol: {},
  foldingRange: {},
  'semanticTokens/full': {},
  documentLink: {},
  inlayHint: {},
  formatting: { options: { tabSize: 2, insertSpaces: true } },
  references: { position: { line: 5, character: 4 }, context: { includeDeclaration: true } },
  completion: { position: { line: 20, character: 6 } },
};

/** Tokens without the number of the answer. */
function withoutId(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'resultId' in answer ? { ...answer, resultId: '' } : answer;
}

test('a thousand random edits: no crash, and at the end the findings of a fresh server', {
  timeout: 60_000,
}, async () => {
  const random = randomNumbers(20240605);
  const { editor, folder } = await start();
  const documents = new Map<string, TextDocument>();
  for (const name of FILES) {
    const text = readFileSync(new URL(name, EXAMPLE), 'utf8');
    documents.set(name, TextDocument.create(name, 'perf', 1, text));
    await editor.open(folder.uriOf(name), text);
  }
  for (let edit = 0; edit < EDITS; edit++) {
    const name = FILES[Math.floor(random() * FILES.length)] as string;
    const document = documents.get(name) as TextDocument;
    const uri = folder.uriOf(name);
    const changes = [randomEdit(document, random)];
    const version = await editor.change(uri, ...changes);
    documents.set(name, TextDocument.update(document, changes, version));
    if (random() < 0.2) {
      const question = QUESTIONS[Math.floor(random() * QUESTIONS.length)] as string;
      const position = document.positionAt(Math.floor(random() * document.getText().length));
      const params = {
        textDocument: { uri },
        position,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      };
      // Not every question has an answer; none may end the server.
      editor.connection.sendRequest(`textDocument/${question}`, params).catch(() => undefined);
    }
    if (edit % 40 === 0) await editor.findings(uri, version);
  }
  const fresh = await start();
  for (const [name, document] of documents) await fresh.editor.open(fresh.folder.uriOf(name), document.getText());
  const sides = [{ editor, folder }, fresh];
  for (const [name, { version }] of documents) {
    await editor.findings(folder.uriOf(name), version);
    await fresh.editor.findings(fresh.folder.uriOf(name), 1);
    // What another document did to its findings may still be on its way.
    const last = sides.map(
      (side) => () => comparable(side.editor.last(side.folder.uriOf(name))?.diagnostics, side.folder),
    );
    await expect.poll(() => isDeepStrictEqual(last[0]?.(), last[1]?.()), { timeout: 10_000 }).toBe(true);
    const end = { line: version + 100_000, character: 0 };
    for (const [question, more] of Object.entries(AT_THE_END)) {
      const [kept, anew] = await Promise.all(
        sides.map(async (side) => {
          const params = { textDocument: { uri: side.folder.uriOf(name) }, range: { start: FIRST, end }, ...more };
          const answer = await side.editor.connection.sendRequest(`textDocument/${question}`, params);
          return comparable(answer, side.folder);
        }),
      );
      expect(withoutId(kept), question).toEqual(withoutId(anew));
    }
  }
  for (const { diagnostics } of editor.published) {
    for (const { range, relatedInformation = [] } of diagnostics) {
      for (const each of [range, ...relatedInformation.map(({ location }) => location.range)])
        expect(each).toSatisfy(isRange);
    }
  }
  expect(editor.server.errors()).toBe('');
  expect(editor.logged.filter(({ type }) => type === 1)).toEqual([]);
  expect(await editor.quit()).toBe(0);
});
