import { afterEach, expect, test, vi } from 'vitest';
import type { Uri } from 'vscode';
import { URI } from 'vscode-uri';
import type { ServerSession } from '../../packages/extension/src/common/client/server-session.js';
import { setActivePreview } from '../../packages/extension/src/common/reports/report-source.js';
import { reportsToMake, reportToMake } from '../../packages/extension/src/common/word/report-to-make.js';
import { usualTarget, WORD } from '../../packages/extension/src/common/word/target.js';
import { putFiles } from './editor.js';

vi.mock('vscode', () => import('./editor.js'));

afterEach(() => setActivePreview(() => undefined));

/** A server for which every file has these reports, by id. */
function serverWith(reports: Readonly<Record<string, string>>): ServerSession {
  const answer = Object.entries(reports).map(([id, title]) => ({ id, title }));
  return { ask: async () => answer } as unknown as ServerSession;
}

function uriOf(path: string): Uri {
  return URI.file(path) as unknown as Uri;
}

/** Where the reports of a file go. */
async function targets(session: ServerSession, path: string, draft = false): Promise<(string | undefined)[]> {
  const reports = await reportsToMake(session, uriOf(path));
  return Promise.all(reports.map(async (report) => (await usualTarget(report, WORD, draft))?.path));
}

test('reports of one title do not replace each other', async () => {
  putFiles({ '/w/a.perf': {} });
  const session = serverWith({ 收支: '收支', '收支~2': '收支' });
  expect(await targets(session, '/w/a.perf')).toEqual(['/w/a-收支.docx', '/w/a-收支2.docx']);
  expect(await targets(session, '/w/a.perf', true)).toEqual(['/w/a-收支-草稿.docx', '/w/a-收支2-草稿.docx']);
});

test('nor do those of two files', async () => {
  putFiles({ '/w/镇.perf': {}, '/w/镇-收支.perf': {}, '/w/下/镇-收支2.perf': {} });
  const session = serverWith({ 收支: '收支' });
  expect(await targets(session, '/w/镇.perf')).toEqual(['/w/镇-收支2.docx']);
  expect(await targets(session, '/w/镇-收支.perf')).toEqual(['/w/镇-收支.docx']);
});

test('what was never saved has names as well', async () => {
  putFiles({});
  const untitled = URI.parse('untitled:Untitled-1') as unknown as Uri;
  const [report] = await reportsToMake(serverWith({ 收支: '收支' }), untitled);
  expect(report?.name.final).toBe('Untitled-1-收支');
});

test('the report of a preview keeps its title, whatever its id looks like', async () => {
  putFiles({ '/w/a.perf': {} });
  const session = serverWith({ 收支: '收支', '收支~2024': '收支~2024' });
  setActivePreview(() => ({ uri: uriOf('/w/a.perf'), report: '收支~2024' }));
  const report = await reportToMake(session, undefined);
  expect([report?.id, report?.title, report?.name.final]).toEqual(['收支~2024', '收支~2024', 'a-收支~2024']);
});

test('a report of a preview that was taken away is not taken for another', async () => {
  putFiles({ '/w/a.perf': {} });
  setActivePreview(() => ({ uri: uriOf('/w/a.perf'), report: '旧' }));
  await expect(reportToMake(serverWith({ 新: '新' }), undefined)).rejects.toThrow('not there any more');
});
