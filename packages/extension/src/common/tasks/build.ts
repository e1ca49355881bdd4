import { compileRequest } from '@jixiao/server/protocol';
import { l10n, Uri } from 'vscode';
import { fromBase64 } from '../base64.js';
import type { ServerSession } from '../client/server-session.js';
import { shownName } from '../reports/report-source.js';
import { type Obstacle, obstacleTo } from '../word/obstacle.js';
import { ReportNames } from '../word/report-names.js';
import { type ReportToMake, reportsToMake } from '../word/report-to-make.js';
import { RunTargets } from '../word/run-targets.js';
import { usualTarget, WORD } from '../word/target.js';
import { replaceFile, whyUnwritten } from '../word/write-file.js';
import { remarksOn } from '../word/written-file.js';
import { checkedFiles, findingLine } from './check.js';
import { EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNUSABLE, type TaskOutput } from './report-terminal.js';
import type { ReportTask } from './task-provider.js';

/** What is there to work with in one run. */
interface Build {
  readonly session: ServerSession;
  readonly output: TaskOutput;
  readonly targets: RunTargets;
  /** Whether a draft is wanted of what cannot be handed in. */
  readonly draft: boolean;
}

/** Makes a Word file of every report; one that cannot be handed in is refused, unless a draft is wanted. */
export async function buildReports(session: ServerSession, task: ReportTask, output: TaskOutput): Promise<number> {
  const { path, draft = false } = task;
  const build: Build = { session, output, targets: new RunTargets(), draft };
  const names = new ReportNames();
  let built = 0;
  let refused = 0;
  for (const { uri, findings } of await checkedFiles(session, path, output)) {
    if (output.token.isCancellationRequested) return EXIT_UNUSABLE;
    const file = Uri.parse(uri);
    // What was never saved has no place for a Word file.
    if (file.scheme === 'untitled') continue;
    const errors = findings.filter(({ severity }) => severity === 'error');
    for (const report of await reportsToMake(session, file, names)) {
      if (!draft) for (const error of errors) output.line(findingLine(uri, error));
      const refusal = await buildReport(report, errors.length, build);
      if (refusal === undefined) {
        built++;
        continue;
      }
      output.line(refusal);
      refused++;
    }
  }
  output.line(l10n.t('Word files written: {0}, reports refused: {1}.', built, refused));
  if (refused > 0) return EXIT_FINDINGS;
  return built > 0 ? EXIT_CLEAN : EXIT_UNUSABLE;
}

/** @returns why it was not built, as a sentence */
async function buildReport(report: ReportToMake, errors: number, build: Build): Promise<string | undefined> {
  const { session, output, targets, draft } = build;
  if (errors > 0 && !draft) return refusalOf(report, { kind: 'errors', count: errors });
  const compile = (asDraft: boolean) =>
    session.ask(compileRequest, { uri: report.uri.toString(), report: report.id, draft: asDraft }, output.token);
  let isDraft = errors > 0;
  let compiled = await compile(isDraft);
  const obstacle = compiled && !isDraft ? obstacleTo(compiled) : undefined;
  if (obstacle && !draft) return refusalOf(report, obstacle);
  if (obstacle) {
    isDraft = true;
    compiled = await compile(isDraft);
  }
  const target = await usualTarget(report, WORD, isDraft);
  const file = shownName(report.uri);
  if (!compiled || !target) return l10n.t('{0}: not built, the report “{1}” is not there any more', file, report.title);
  if (!targets.take(target)) {
    return l10n.t('{0}: not built, the Word file of another report has the same place: {1}', file, shownName(target));
  }
  try {
    await replaceFile(target, fromBase64(compiled.content));
  } catch (error) {
    return whyUnwritten(target, error);
  }
  output.line([shownName(target), ...remarksOn(compiled)].join(' '));
  return undefined;
}

function refusalOf({ uri }: ReportToMake, obstacle: Obstacle): string {
  const file = shownName(uri);
  return obstacle.kind === 'errors'
    ? l10n.t('{0}: not built, errors: {1}', file, obstacle.count)
    : l10n.t('{0}: not built, pictures that could not be read: {1}', file, obstacle.paths.join('、'));
}
