import { compileRequest } from '@jixiao/server/protocol';
import { commands, l10n, ProgressLocation, type Uri, window, workspace } from 'vscode';
import { fromBase64 } from '../base64.js';
import type { ServerSession } from '../client/server-session.js';
import type { Feature } from '../feature.js';
import { shownName } from '../reports/report-source.js';
import { obstacleTo } from './obstacle.js';
import { ReportNames } from './report-names.js';
import { type ReportToMake, reportsToMake } from './report-to-make.js';
import { RunTargets } from './run-targets.js';
import { usualTarget, WORD } from './target.js';
import { writeFile } from './write-file.js';
import { revealFile } from './written-file.js';

interface Outcome {
  readonly written: readonly Uri[];
  /** Reports that were not made, by the name of their file and their title. */
  readonly refused: {
    readonly errors: readonly string[];
    readonly pictures: readonly string[];
    /** Their Word file would have replaced that of another report. */
    readonly places: readonly string[];
  };
}

/** The command that makes a Word file of every report of the workspace that can be handed in. */
export const compileWorkspace: Feature = ({ session, log }) => [
  commands.registerCommand('jixiao.compileWorkspace', async () => {
    try {
      const reports = await allReports(session);
      if (reports.length === 0) {
        void window.showInformationMessage(l10n.t('The workspace has no reports.'));
        return;
      }
      await tell(await compileAll(session, reports));
    } catch (error) {
      log.error(String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('The workspace could not be compiled: {0}', reason));
    }
  }),
];

async function allReports(session: ServerSession): Promise<ReportToMake[]> {
  const files = await workspace.findFiles('**/*.perf', '**/node_modules/**');
  const names = new ReportNames();
  const found: ReportToMake[] = [];
  for (const uri of files.sort((a, b) => a.path.localeCompare(b.path, 'zh'))) {
    found.push(...(await reportsToMake(session, uri, names)));
  }
  return found;
}

function compileAll(session: ServerSession, reports: readonly ReportToMake[]): Thenable<Outcome> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Compiling the workspace to Word…'),
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token) => {
    const written: Uri[] = [];
    const refused = { errors: [] as string[], pictures: [] as string[], places: [] as string[] };
    const targets = new RunTargets();
    for (const report of reports) {
      const { uri, id, title } = report;
      if (token.isCancellationRequested) break;
      progress.report({ message: title, increment: 100 / reports.length });
      const compiled = await session.ask(compileRequest, { uri: uri.toString(), report: id });
      const target = await usualTarget(report, WORD);
      if (!compiled || !target) continue;
      const obstacle = obstacleTo(compiled);
      const shown = `${shownName(uri)} “${title}”`;
      if (obstacle) refused[obstacle.kind].push(shown);
      else if (!targets.take(target)) refused.places.push(shown);
      else if (await writeFile(target, fromBase64(compiled.content))) written.push(target);
    }
    return { written, refused };
  });
}

async function tell({ written, refused }: Outcome): Promise<void> {
  const [problems, reveal] = [l10n.t('Show Problems'), l10n.t('Reveal')];
  const [first] = written;
  const made = l10n.t('Word files written: {0}.', written.length);
  const { errors, pictures, places } = refused;
  const left = [
    ...(errors.length > 0 ? [l10n.t('Not made because of errors: {0}', errors.join('、'))] : []),
    ...(pictures.length > 0 ? [l10n.t('Not made because pictures could not be read: {0}', pictures.join('、'))] : []),
    ...(places.length > 0
      ? [l10n.t('Not made because the Word file of another report has the same place: {0}', places.join('、'))]
      : []),
  ];
  const offers = [...(errors.length > 0 ? [problems] : []), ...(first ? [reveal] : [])];
  const show = left.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const chosen = await show([made, ...left].join(' '), ...offers);
  if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
  if (chosen === reveal && first) await revealFile(first);
}
