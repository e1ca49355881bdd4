import { type CompiledReport, compileRequest, type FindingCounts } from '@jixiao/server/protocol';
import { CancellationError, commands, l10n, ProgressLocation, window } from 'vscode';
import { fromBase64 } from '../base64.js';
import type { ServerSession } from '../client/server-session.js';
import type { Feature } from '../feature.js';
import { type ReportToMake, reportToMake } from './report-to-make.js';
import { chosenTarget, usualTarget, WORD } from './target.js';
import { writeFile } from './write-file.js';
import { offerWrittenFile, remarksOn } from './written-file.js';

/** The commands that turn the report in front of the user into a Word file. */
export const compileCommands: Feature = ({ session, log }) => {
  const run = async (argument: unknown, ask: boolean) => {
    try {
      const report = await reportToMake(session, argument);
      if (report) await compile(session, report, ask);
    } catch (error) {
      if (error instanceof CancellationError) return;
      log.error(String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('No Word file could be made: {0}', reason));
    }
  };
  return [
    commands.registerCommand('jixiao.compile', (argument: unknown) => run(argument, false)),
    commands.registerCommand('jixiao.compileAs', (argument: unknown) => run(argument, true)),
  ];
};

async function compile(session: ServerSession, report: ReportToMake, ask: boolean): Promise<void> {
  let compiled = await compiledWithProgress(session, report, false);
  const draft = compiled.findings.error > 0;
  if (draft) {
    if ((await choiceDespiteErrors(compiled.findings)) !== 'draft') return;
    compiled = await compiledWithProgress(session, report, true);
  }
  const target =
    (ask ? undefined : await usualTarget(report, WORD, draft)) ?? (await chosenTarget(report, WORD, draft));
  if (target && (await writeFile(target, fromBase64(compiled.content)))) {
    // The message stays until it is answered; the command is done.
    void offerWrittenFile(target, remarksOn(compiled));
  }
}

async function compiledWithProgress(
  session: ServerSession,
  { uri, id, title }: ReportToMake,
  draft: boolean,
): Promise<CompiledReport> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Compiling “{0}” to Word…', title),
    cancellable: true,
  };
  return window.withProgress(options, async (_, token) => {
    const answer = session.ask(compileRequest, { uri: uri.toString(), report: id, draft }, token);
    const compiled = await answer.catch((error: unknown) => {
      throw token.isCancellationRequested ? new CancellationError() : error;
    });
    if (token.isCancellationRequested) throw new CancellationError();
    if (!compiled) throw new Error(l10n.t('The report is not there any more.'));
    return compiled;
  });
}

/** A report with errors is not handed in: the user says whether a draft is wanted. */
async function choiceDespiteErrors({ error }: FindingCounts): Promise<'draft' | 'stop'> {
  const [draft, problems, stop] = [l10n.t('Make a Draft'), l10n.t('Show Problems'), l10n.t('Cancel')];
  const message = l10n.t('The report still has errors: {0}. A draft says 草稿 on every page.', error);
  const chosen = await window.showWarningMessage(message, draft, problems, stop);
  if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
  return chosen === draft ? 'draft' : 'stop';
}
