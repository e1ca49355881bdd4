import { nextYearRequest } from '@jixiao/server/protocol';
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import type { Feature } from '../feature.js';
import { reportsOf } from '../reports/report-choice.js';
import { activeReportDocument, shownName } from '../reports/report-source.js';
import { baseName, folderOf } from '../word/write-file.js';
import { createFile } from './create-file.js';
import { askNewFile } from './new-file.js';
import { nextName } from './year.js';

/** The command that makes this year's report out of last year's. */
export const fromLastYear: Feature = ({ session, log }) => [
  commands.registerCommand('jixiao.newFromLastYear', async (argument: unknown) => {
    try {
      const old = argument instanceof Uri ? argument : await chooseOld(session);
      const target = old && (await askNewFile(nextName(baseName(old), l10n.t('this year')), folderOf(old)));
      if (!target) return;
      // Figures that were typed but not saved are part of last year's report as well.
      await workspace.openTextDocument(old);
      const made = await session.ask(nextYearRequest, { uri: old.toString(), target: target.toString() });
      if (!made) throw new Error(l10n.t('{0} could not be read.', shownName(old)));
      if (!(await createFile(target, made.text))) return;
      await window.showTextDocument(target);
      void window.showInformationMessage(
        l10n.t('Figures are left blank, and the year is moved on in the texts: please read them through.'),
      );
    } catch (error) {
      log.error(String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('No report could be begun: {0}', reason));
    }
  }),
];

/** The reports of the workspace, the one in front of the user first, and any other file. */
async function chooseOld(session: ServerSession): Promise<Uri | undefined> {
  const active = activeReportDocument()?.uri.toString();
  const files = await workspace.findFiles('**/*.perf', '**/node_modules/**');
  const withReports = await Promise.all(
    files.map(async (uri) => ({ uri, titles: (await reportsOf(session, uri)).map(({ title }) => title) })),
  );
  const items = withReports
    .filter(({ titles }) => titles.length > 0)
    .map(({ uri, titles }) => ({ label: shownName(uri), description: titles.join('、'), uri }))
    .sort((a, b) => rank(a.uri) - rank(b.uri) || a.label.localeCompare(b.label, 'zh'));
  const other = { label: l10n.t('Another file…'), description: '', uri: undefined };
  const options = { placeHolder: l10n.t('Which one is last year’s report?'), matchOnDescription: true };
  const picked = items.length === 0 ? other : await window.showQuickPick([...items, other], options);
  if (!picked) return undefined;
  return picked.uri ?? (await window.showOpenDialog({ filters: { [l10n.t('Performance Report')]: ['perf'] } }))?.[0];

  function rank(uri: Uri): number {
    return uri.toString() === active ? 0 : 1;
  }
}
