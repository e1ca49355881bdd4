import { compileRequest } from '@jixiao/server/protocol';
import { l10n, Uri } from 'vscode';
import { fromBase64 } from '../base64.js';
import type { ServerSession } from '../client/server-session.js';
import { shownName } from '../reports/report-source.js';
import { ReportNames } from '../word/report-names.js';
import { reportsToMake } from '../word/report-to-make.js';
import { usualTarget, WORD } from '../word/target.js';
import { replaceFile } from '../word/write-file.js';
import { checkedFiles, findingLine } from './check.js';
import { EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNUSABLE, type TaskOutput } from './report-terminal.js';
import type { ReportTask } from './task-provider.js';

/** Makes a Word file of every report; one with errors is refused, unless a draft is wanted. */
export async function buildReports(session: ServerSession, task: ReportTask, output: TaskOutput): Promise<number> {
  const { path, draft = false } = task;
  const names = new ReportNames();
  let built = 0;
  let refused = 0;
  for (const { uri, findings } of await checkedFiles(session, path, output)) {
    if (output.token.isCancellationRequested) return EXIT_UNUSABLE;
    const file = Uri.parse(uri);
    const errors = findings.filter(({ severity }) => severity === 'error');
    for (const report of await reportsToMake(session, file, names)) {
      if (errors.length > 0 && !draft) {
        for (const error of errors) output.line(findingLine(uri, error));
        output.line(l10n.t('{0}: not built, errors: {1}', shownName(file), errors.length));
        refused++;
        continue;
      }
      const isDraft = errors.length > 0;
      const compiled = await session.ask(compileRequest, { uri, report: report.id, draft: isDraft }, output.token);
      const target = await usualTarget(report, WORD, isDraft);
      if (!compiled || !target) continue;
      await replaceFile(target, fromBase64(compiled.content));
      output.line(shownName(target));
      built++;
    }
  }
  output.line(l10n.t('Word files written: {0}, reports refused: {1}.', built, refused));
  if (refused > 0) return EXIT_FINDINGS;
  return built > 0 ? EXIT_CLEAN : EXIT_UNUSABLE;
}
