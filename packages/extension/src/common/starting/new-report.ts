import { newReportChoicesRequest, newReportRequest } from '@jixiao/server/protocol';
import { commands, l10n, window, workspace } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import type { Feature } from '../feature.js';
import { openNewFile } from './new-file.js';
import { type Answers, askOutline, askRubric, askShortName, askUnit, askYear } from './questions.js';
import { BACK, type Place } from './steps.js';

/** The units that reports were begun for, with their short names; the last one comes first. */
const UNITS_KEY = 'newReport.units';
const MOST_UNITS = 20;

type Units = readonly (readonly [unit: string, shortName: string])[];

/** The command that asks for what a report begins with, and writes it. */
export const newReport: Feature = ({ context: { globalState }, session, log, home }) => [
  commands.registerCommand('jixiao.newReport', async () => {
    try {
      const units = globalState.get<Units>(UNITS_KEY, []);
      const answers = await interview(session, units);
      if (answers?.outline === undefined) return;
      const { unit, shortName = '', year, outline, rubric } = answers;
      const others = units.filter(([other]) => other !== unit);
      await globalState.update(UNITS_KEY, [[unit, shortName], ...others].slice(0, MOST_UNITS));
      const begun = await session.ask(newReportRequest, {
        unit,
        shortName,
        year: Number.parseInt(year, 10),
        outline,
        ...(rubric !== undefined && { rubric }),
      });
      if (!begun) throw new Error(l10n.t('The outline or the rubric is not there any more.'));
      await openNewFile(begun.text, `${unit}-${year}`, workspace.workspaceFolders?.[0]?.uri ?? home);
      const show = l10n.t('Show Problems');
      const message = l10n.t('The report is begun. What is still to be filled in is listed under “Problems”.');
      if ((await window.showInformationMessage(message, show)) === show) {
        await commands.executeCommand('workbench.actions.view.problems');
      }
    } catch (error) {
      log.error(String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('No report could be begun: {0}', reason));
    }
  }),
];

/** Asks one question after the other; the user may go back to each. */
async function interview(session: ServerSession, units: Units): Promise<Answers | undefined> {
  const { outlines, rubrics } = await session.ask(newReportChoicesRequest, null);
  const questions = [
    askUnit,
    (answers: Answers, place: Place) => askShortName(answers, place, new Map(units).get(answers.unit)),
    askYear,
    (answers: Answers, place: Place) => askOutline(answers, place, outlines),
    (answers: Answers, place: Place) => askRubric(answers, place, rubrics),
  ];
  // A report is written in the year after the one that it is about.
  let answers: Answers = { unit: units[0]?.[0] ?? '', year: `${new Date().getFullYear() - 1}` };
  for (let index = 0; index < questions.length; ) {
    const place = { title: l10n.t('New Report'), step: index + 1, totalSteps: questions.length };
    const given = await questions[index]?.(answers, place);
    if (given === undefined) return undefined;
    if (given === BACK) index--;
    else {
      answers = { ...answers, ...given };
      index++;
    }
  }
  return answers;
}
