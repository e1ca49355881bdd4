import type { Uri } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import { chooseReport } from '../reports/report-choice.js';
import { sourceOfCommand } from '../reports/report-source.js';

/** A report of which a file is to be made. */
export interface ReportToMake {
  readonly uri: Uri;
  readonly id: string;
  readonly title: string;
}

/** The report that a command is about; undefined, after saying why, if there is none. */
export async function reportToMake(session: ServerSession, argument: unknown): Promise<ReportToMake | undefined> {
  const source = sourceOfCommand(argument);
  if (!source) return undefined;
  const { uri, report } = source;
  if (report !== undefined) return { uri, id: report, title: report.replace(/~\d+$/, '') };
  const chosen = await chooseReport(session, uri);
  return chosen && { uri, id: chosen.id, title: chosen.title };
}
