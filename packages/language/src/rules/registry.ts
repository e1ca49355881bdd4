import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import {
  cellsMustFillTheColumns,
  columnsMustStandOutermost,
  figuresMustHaveValues,
  ratesNeedADivisor,
} from './cells.js';
import { checksMustHold } from './checks.js';
import { importsMustBeReadable, importsMustNotFormACircle } from './imports.js';
import { namesMustBeUnique } from './names.js';
import { reportsShouldFollowTheirOutline } from './outlines.js';
import {
  gradesMustFollowFromTheTotal,
  lostPointsShouldBeExplained,
  scoresMustFollowTheRubric,
  scoresMustLieWithinPoints,
  totalsMustBeTheSumOfScores,
} from './scores.js';
import {
  partialBreakdownsMustNotExceedTheirTotal,
  totalsMustEqualTheirParts,
  twoBreakdownsImplyAThird,
} from './sums.js';
import { groupPointsMustFollowTheRubric, methodsMustExist, pointsMustAddUp } from './weights.js';

/** A rule looks at one evaluated file and reports what is wrong to the evaluation. */
export type Rule = (file: EvaluatedFile, evaluation: Evaluation) => void;

/** Every rule. “Must” reports errors, “Should” warnings, anything else hints. */
export const RULES: readonly Rule[] = [
  importsMustBeReadable,
  importsMustNotFormACircle,
  namesMustBeUnique,
  columnsMustStandOutermost,
  cellsMustFillTheColumns,
  figuresMustHaveValues,
  ratesNeedADivisor,
  totalsMustEqualTheirParts,
  partialBreakdownsMustNotExceedTheirTotal,
  twoBreakdownsImplyAThird,
  checksMustHold,
  methodsMustExist,
  pointsMustAddUp,
  groupPointsMustFollowTheRubric,
  scoresMustLieWithinPoints,
  scoresMustFollowTheRubric,
  totalsMustBeTheSumOfScores,
  gradesMustFollowFromTheTotal,
  lostPointsShouldBeExplained,
  reportsShouldFollowTheirOutline,
];

export function applyRules(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const rule of RULES) rule(file, evaluation);
}
