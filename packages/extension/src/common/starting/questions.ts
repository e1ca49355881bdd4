import type { LibraryChoice } from '@jixiao/server/protocol';
import { l10n, type QuickPickItem } from 'vscode';
import { suggestedShortName } from './short-name.js';
import { askChoice, askText, type Place } from './steps.js';
import { readYear } from './year.js';

/** What a new report begins with; what was not asked yet is absent. */
export interface Answers {
  readonly unit: string;
  readonly shortName?: string;
  readonly year: string;
  readonly outline?: string;
  /** Undefined also for a report without a self-evaluation table. */
  readonly rubric?: string | undefined;
}

/** What is wrong with an answer, said to the user; undefined if nothing is. */
type Refusal = string | undefined;

export async function askUnit({ unit }: Answers, place: Place) {
  const given = await askText({
    ...place,
    prompt: l10n.t('Full name of the unit, as on its seal'),
    placeholder: l10n.t('such as 沅陵县明溪口镇人民政府'),
    value: unit,
    refuse: refuseUnit,
  });
  return typeof given === 'string' ? { unit: given } : given;
}

export async function askShortName({ unit, shortName }: Answers, place: Place, before: string | undefined) {
  const given = await askText({
    ...place,
    prompt: l10n.t('How texts call “{0}”; leave empty if by its full name', unit),
    placeholder: l10n.t('such as 我镇 or 我局'),
    value: shortName ?? before ?? suggestedShortName(unit),
    refuse: () => undefined,
  });
  return typeof given === 'string' ? { shortName: given } : given;
}

export async function askYear({ year }: Answers, place: Place) {
  const given = await askText({
    ...place,
    prompt: l10n.t('The year that the report is about'),
    placeholder: '',
    value: year,
    refuse: (value) => (readYear(value) === undefined ? l10n.t('A year has four digits, such as 2024.') : undefined),
  });
  return typeof given === 'string' ? { year: readYear(given) ?? year } : given;
}

export async function askOutline({ outline }: Answers, place: Place, choices: readonly LibraryChoice[]) {
  const items = choices.map((choice) => ({ ...described(choice), name: choice.name }));
  const active = items.find(({ name }) => name === outline);
  const placeholder = l10n.t('By which outline? It says which sections are expected.');
  const given = await askChoice({ ...place, placeholder, items, active });
  return typeof given === 'object' ? { outline: given.name } : given;
}

export async function askRubric(answers: Answers, place: Place, choices: readonly LibraryChoice[]) {
  const without = { label: l10n.t('Without a self-evaluation table'), name: undefined };
  const items = [...choices.map((choice) => ({ ...described(choice), name: choice.name })), without];
  // Not asked yet is not the same as without one.
  const active = 'rubric' in answers ? items.find(({ name }) => name === answers.rubric) : undefined;
  const placeholder = l10n.t('By which rubric is it scored? It says which indicators there are, and their points.');
  const given = await askChoice<QuickPickItem & { name: string | undefined }>({ ...place, placeholder, items, active });
  return typeof given === 'object' ? { rubric: given.name } : given;
}

/** A choice in the words of the library: its title, what it consists of, and what has to be heeded. */
function described({ label, parts, remark }: LibraryChoice): QuickPickItem {
  return { label, description: parts.join('、'), detail: remark };
}

function refuseUnit(value: string): Refusal {
  if (value === '') return l10n.t('The unit needs a name.');
  return /\p{L}/u.test(value) ? undefined : l10n.t('The name of a unit has letters or characters in it.');
}
