import { type CompiledReport, compileRequest, type FindingCounts } from '@jixiao/server/protocol';
import { CancellationError, commands, l10n, ProgressLocation, type Uri, window } from 'vscode';
import { fromBase64 } from '../base64.js';
import type { ServerSession } from '../client/server-session.js';
import type { Feature } from '../feature.js';
import { chooseReport } from '../reports/report-choice.js';
import { sourceOfCommand } from '../reports/report-source.js';
import { chosenTarget, usualTarget, WORD } from './target.js';
import { writeFile } from './write-file.js';
import { offerWrittenFile } from './written-file.js';

interface Report {
  readonly id: string;
  readonly title: string;
}

/** The commands that turn the report in front of the user into a Word file. */
export const compileCommands: Feature = ({ session, log }) => {
  const run = async (argument: unknown, ask: boolean) => {
    const source = sourceOfCommand(argument);
    if (!source) return;
    const report =
      source.report === undefined
        ? await chooseReport(session, source.uri)
        : { id: source.report, title: source.report.replace(/~\d+$/, '') };
    if (!report) return;
    try {
      await compile(session, source.uri, report, ask);
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

async function compile(session: ServerSession, uri: Uri, report: Report, ask: boolean): Promise<void> {
  let compiled = await compiledWithProgress(session, uri, report, false);
  const draft = compiled.findings.error > 0;
  if (draft) {
    if ((await choiceDespiteErrors(compiled.findings)) !== 'draft') return;
    compiled = await compiledWithProgress(session, uri, report, true);
  }
  const target =
    (ask ? undefined : await usualTarget(uri, report.title, WORD, draft)) ??
    (await chosenTarget(uri, report.title, WORD, draft));
  if (target && (await writeFile(target, fromBase64(compiled.content)))) {
    // The message stays until it is answered; the command is done.
    void offerWrittenFile(target, remarksOn(compiled));
  }
}

async function compiledWithProgress(
  session: ServerSession,
  uri: Uri,
  { id, title }: Report,
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
  const message = l10n.t('The report still has {0} errors. A draft says 草稿 on every page.', error);
  const chosen = await window.showWarningMessage(message, draft, problems, stop);
  if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
  return chosen === draft ? 'draft' : 'stop';
}

/** What the user should know about a file that was made all the same. */
export function remarksOn({ missingImages }: Pick<CompiledReport, 'missingImages'>): string[] {
  return missingImages.length === 0 ? [] : [l10n.t('Pictures that could not be read: {0}', missingImages.join('、'))];
}
