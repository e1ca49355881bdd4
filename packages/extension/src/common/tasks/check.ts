import { type CheckedFile, type CheckedFinding, checkRequest } from '@jixiao/server/protocol';
import { l10n, Uri, workspace } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import { shownName } from '../reports/report-source.js';
import { EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNUSABLE, type TaskOutput } from './report-terminal.js';
import type { ReportTask } from './task-provider.js';

const SEVERITIES: Readonly<Record<CheckedFinding['severity'], () => string>> = {
  error: () => l10n.t('error'),
  warning: () => l10n.t('warning'),
  hint: () => l10n.t('hint'),
};

/** Lists what is found, one line each, as the command line prints it. */
export async function checkReports(session: ServerSession, { path }: ReportTask, output: TaskOutput): Promise<number> {
  const files = await checkedFiles(session, path, output);
  if (files.length === 0) {
    output.line(l10n.t('There are no .perf files.'));
    return EXIT_UNUSABLE;
  }
  for (const { uri, findings } of files) for (const finding of findings) output.line(findingLine(uri, finding));
  const all = files.flatMap(({ findings }) => findings);
  const count = (severity: CheckedFinding['severity']) => all.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')];
  output.line(l10n.t('Files: {0}; errors: {1}, warnings: {2}, hints: {3}', files.length, errors, warnings, hints));
  return errors > 0 ? EXIT_FINDINGS : EXIT_CLEAN;
}

/** The files below the path of a task, with their findings, which are listed among the problems. */
export async function checkedFiles(
  session: ServerSession,
  path: string | undefined,
  { found, token }: TaskOutput,
): Promise<readonly CheckedFile[]> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const place = path === undefined || !folder ? undefined : Uri.joinPath(folder, path);
  const files = await session.ask(checkRequest, place ? { uri: place.toString() } : {}, token);
  found(files);
  return files;
}

/** `file:line:column: severity: message [code]`, counted from 1. */
export function findingLine(uri: string, { range, severity, message, code }: CheckedFinding): string {
  const { line, character } = range.start;
  const place = `${shownName(Uri.parse(uri))}:${line + 1}:${character + 1}`;
  return `${place}: ${SEVERITIES[severity]()}: ${message} [${code}]`;
}
