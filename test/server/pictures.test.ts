import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import {
  type CompiledReport,
  compileRequest,
  type PreviewUpdate,
  previewRequest,
} from '../../packages/server/src/protocol.js';
import { Editor } from './editor.js';
import { PIXEL } from './pictures.js';
import { WorkspaceFolder } from './workspace-folder.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const NAMES = ['whole.png', 'cut.png', 'drawing.svg', 'text.png'];
const REPORT = `报告 "甲" {\n${NAMES.map((name) => `  图片 "${name}"\n`).join('')}}\n`;

let client: Editor;
let folder: WorkspaceFolder;
let uri: string;

beforeAll(async () => {
  const files = { 'whole.png': PIXEL, 'cut.png': PIXEL.subarray(0, 40), 'drawing.svg': SVG, 'text.png': '不是图片' };
  folder = new WorkspaceFolder({ 'report.perf': REPORT, ...files });
  client = await Editor.start({ folder });
  uri = folder.uriOf('report.perf');
  await client.open(uri, REPORT);
});
afterAll(async () => {
  expect(await client.quit()).toBe(0);
  folder.remove();
});

/** The pictures that the preview shows, by their addresses. */
async function shown(): Promise<string[]> {
  const params = { uri, report: '甲', imageBase: 'https://host/' };
  const update = await client.connection.sendRequest<PreviewUpdate>(previewRequest.method, params);
  return [...JSON.stringify(update).matchAll(/<img src=\\"([^"]*)\\"/g)].map(([, address]) => address ?? '');
}

test('the preview has its gaps where Word has them', async () => {
  const compiled = await client.connection.sendRequest<CompiledReport>(compileRequest.method, { uri, report: '甲' });
  expect(compiled.missingImages).toEqual(NAMES.slice(1));
  expect(await shown()).toEqual(['https://host/whole.png']);
});

test('a picture that was broken is shown once it is whole', async () => {
  folder.write('text.png', PIXEL);
  await client.filesChanged({ [folder.uriOf('text.png')]: 'changed' });
  expect(await shown()).toEqual(['https://host/whole.png', 'https://host/text.png?change=1']);
});

test('only pictures that Word shows are offered', async () => {
  await client.findings(uri, 1);
  const found = await client.connection.sendRequest<CompletionList | CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 1, character: 6 },
  });
  const labels = (Array.isArray(found) ? found : found.items).map(({ label }) => label);
  expect(labels).toContain('whole.png');
  expect(labels).not.toContain('drawing.svg');
});
