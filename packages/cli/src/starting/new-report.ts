import type { Language } from '@jixiao/core';
import { type LibraryChoice, newReportText, outlineChoices, rubricChoices } from '@jixiao/language/services';
import { usageFailure } from '../failure.js';
import { type LibraryKind, unknownName } from './library-copy.js';

/** What is said of a new report on the command line; everything may be left out. */
export interface ReportWish {
  readonly unit: string | undefined;
  readonly short: string | undefined;
  readonly year: string | undefined;
  readonly outline: string | undefined;
  readonly rubric: string | undefined;
}

/** Stands where the author has to put the name of the unit. */
const SOME_UNIT = '某某县某某局';

/**
 * The text of a new report, the same as the editor's. Without an outline or a rubric, the first ones of
 * the standard library are taken; without a year, the one that ended last.
 * @throws Failure if the library has no such outline or rubric, or the year is none
 */
export function newReport({ unit, short, year, outline, rubric }: ReportWish, language: Language): string {
  return newReportText(
    {
      unit: unit ?? SOME_UNIT,
      shortName: short,
      year: year === undefined ? new Date().getFullYear() - 1 : readYear(year),
      outline: chosen('outline', outlineChoices(), outline).outline,
      rubric: chosen('rubric', rubricChoices(), rubric).rubric,
    },
    language,
  );
}

function readYear(year: string): number {
  if (/^(?:19|20)\d{2}$/.test(year)) return Number.parseInt(year, 10);
  throw usageFailure(
    `--year 应为四位数的年度，例如 2024，写的是“${year}”。`,
    `--year takes a year of four digits, such as 2024, not “${year}”.`,
  );
}

function chosen<C extends LibraryChoice>(kind: LibraryKind, choices: readonly C[], wish: string | undefined): C {
  const found = wish === undefined ? choices[0] : choices.find(({ name }) => name === wish);
  if (!found) throw unknownName(kind, wish ?? '');
  return found;
}
