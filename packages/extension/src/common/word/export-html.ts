import { exportPageRequest } from '@jixiao/server/protocol';
import { commands, l10n, ProgressLocation, window } from 'vscode';
import type { Feature } from '../feature.js';
import { reportToMake } from './report-to-make.js';
import { chosenTarget, HTML } from './target.js';
import { writeFile } from './write-file.js';
import { offerWrittenFile, remarksOn } from './written-file.js';

/** The command that makes a web page of the report in front of the user. */
export const exportHtml: Feature = ({ session, log }) => [
  commands.registerCommand('jixiao.exportHtml', async (argument: unknown) => {
    try {
      const report = await reportToMake(session, argument);
      if (!report) return;
      const { uri, id, title } = report;
      const target = await chosenTarget(report, HTML);
      if (!target) return;
      const progress = { location: ProgressLocation.Window, title: l10n.t('Exporting “{0}”…', title) };
      const page = await window.withProgress(progress, () =>
        session.ask(exportPageRequest, { uri: uri.toString(), report: id }),
      );
      if (!page) throw new Error(l10n.t('The report is not there any more.'));
      if (await writeFile(target, new TextEncoder().encode(page.html))) void offerWrittenFile(target, remarksOn(page));
    } catch (error) {
      log.error(String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('No web page could be made: {0}', reason));
    }
  }),
];
