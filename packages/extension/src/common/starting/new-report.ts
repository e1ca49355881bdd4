import {
  newReportRequest,
  type ReportChoice,
  type RubricChoice,
  reportChoicesRequest,
  rubricChoicesRequest,
} from '@jixiao/server/protocol';
import { commands, l10n, window } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import type { Feature } from '../feature.js';
import { openNewFile } from './new-file.js';
import { askChoice, askText, BACK, refuseYear } from './steps.js';

interface Answers {
  readonly unit: string;
  readonly year: string;
  readonly outline?: string;
  readonly rubric?: string | undefined;
}

const UNIT_KEY = 'newReport.unit';

/** The command that asks for what a report begins with, and writes it. */
export const newReport: Feature = ({ context, session, log }) => [
  commands.registerCommand('jixiao.newReport', async () => {
    try {
      // A report is written in the year after the one that it is about.
      const lastYear = new Date().getFullYear() - 1;
      const unit = context.globalState.get(UNIT_KEY, '');
      const answers = await interview(session, { unit, year: `${lastYear}` });
      if (answers?.outline === undefined) return;
      const { outline, rubric, year } = answers;
      await context.globalState.update(UNIT_KEY, answers.unit);
      const begun = await session.ask(newReportRequest, {
        outline,
        ...(rubric !== undefined && { rubric }),
        unit: answers.unit,
        year: Number.parseInt(year, 10),
      });
      if (begun) await openNewFile(begun.text, `${answers.unit}-${year}`);
    } catch (error) {
      log.error(String(error));
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('No report could be begun: {0}', reason));
    }
  }),
];

/** Asks one question after the other; the user may go back to each. */
async function interview(session: ServerSession, before: Answers): Promise<Answers | undefined> {
  const outlines = await session.ask(reportChoicesRequest, null);
  const rubrics = await session.ask(rubricChoicesRequest, null);
  const questions = [
    askUnit,
    askYear,
    (answers: Answers, place: Place) => askOutline(answers, place, outlines),
    (answers: Answers, place: Place) => askRubric(answers, place, rubrics),
  ];
  let answers = before;
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

interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

async function askUnit({ unit }: Answers, place: Place) {
  const given = await askText({
    ...place,
    prompt: l10n.t('Full name of the unit, as on its seal'),
    placeholder: l10n.t('such as 沅陵县明溪口镇人民政府'),
    value: unit,
    refuse: (value) => (value === '' ? l10n.t('The unit needs a name.') : undefined),
  });
  return typeof given === 'string' ? { unit: given } : given;
}

async function askYear({ year }: Answers, place: Place) {
  const given = await askText({
    ...place,
    prompt: l10n.t('The year that the report is about'),
    value: year,
    refuse: refuseYear,
  });
  return typeof given === 'string' ? { year: given } : given;
}

async function askOutline({ outline }: Answers, place: Place, choices: readonly ReportChoice[]) {
  const items = choices.map((choice) => ({
    label: choice.label,
    description: choice.outline,
    outline: choice.outline,
  }));
  const active = items.find((item) => item.outline === outline);
  const given = await askChoice({ ...place, placeholder: l10n.t('Which sections are expected?'), items, active });
  return typeof given === 'object' ? { outline: given.outline } : given;
}

async function askRubric({ rubric }: Answers, place: Place, choices: readonly RubricChoice[]) {
  const items = [
    ...choices.map((choice) => ({ label: choice.label, description: choice.rubric, rubric: choice.rubric })),
    { label: l10n.t('Without a self-evaluation table'), description: '', rubric: undefined },
  ];
  const active = items.find((item) => item.rubric === rubric);
  const given = await askChoice({ ...place, placeholder: l10n.t('How is it scored?'), items, active });
  return typeof given === 'object' ? { rubric: given.rubric } : given;
}
