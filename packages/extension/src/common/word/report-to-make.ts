import type { ReportName } from '@jixiao/report/file-names';
import { l10n, type Uri } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import { chooseReport, reportsOf } from '../reports/report-choice.js';
import { sourceOfCommand } from '../reports/report-source.js';
import { ReportNames } from './report-names.js';

/** A report of which a file is to be made. */
export interface ReportToMake {
  readonly uri: Uri;
  readonly id: string;
  readonly title: string;
  readonly name: ReportName;
}

/** All reports of a file. */
export async function reportsToMake(
  session: ServerSession,
  uri: Uri,
  known = new ReportNames(),
): Promise<readonly ReportToMake[]> {
  const reports = await reportsOf(session, uri);
  const names = await known.of(
    uri,
    reports.map(({ title }) => title),
  );
  return reports.flatMap(({ id, title }, index) => {
    const name = names[index];
    return name ? [{ uri, id, title, name }] : [];
  });
}

/**
 * The report that a command is about; undefined, after saying why, if there is none.
 * @throws if it is the one of a preview and was taken away
 */
export async function reportToMake(session: ServerSession, argument: unknown): Promise<ReportToMake | undefined> {
  const source = sourceOfCommand(argument);
  if (!source) return undefined;
  const reports = await reportsToMake(session, source.uri);
  if (source.report === undefined) return chooseReport(reports, source.uri);
  const shown = reports.find(({ id }) => id === source.report);
  if (!shown) throw new Error(l10n.t('The report is not there any more.'));
  return shown;
}
