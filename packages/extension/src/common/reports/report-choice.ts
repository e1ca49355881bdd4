import { type ReportInFile, reportsRequest } from '@jixiao/server/protocol';
import { l10n, type Uri, window } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import { shownName } from './report-source.js';

/** The reports that a file declares. */
export function reportsOf(session: ServerSession, uri: Uri): Promise<readonly ReportInFile[]> {
  return session.ask(reportsRequest, { uri: uri.toString() });
}

/** The one report of a file, or the one that the user picks; undefined if there is none or none was picked. */
export async function chooseReport<R extends { readonly title: string }>(
  reports: readonly R[],
  uri: Uri,
): Promise<R | undefined> {
  const [first] = reports;
  if (!first) {
    void window.showWarningMessage(l10n.t('{0} declares no report.', shownName(uri)));
    return undefined;
  }
  if (reports.length === 1) return first;
  const picked = await window.showQuickPick(
    reports.map((report) => ({ label: report.title, report })),
    { placeHolder: l10n.t('Several reports are declared in {0}: which one?', shownName(uri)) },
  );
  return picked?.report;
}
