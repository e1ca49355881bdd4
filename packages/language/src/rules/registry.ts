import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import {
  actualsMustFitTheirTargets,
  actualsShouldBeGiven,
  farExceededTargetsShouldBeExplained,
  scoresShouldAgreeWithTheOutcome,
} from './actuals.js';
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
import { figuresAgainstThePreviousYear } from './previous-year.js';
import { literalAmountsShouldAgreeWithFigures } from './prose/literal-amounts.js';
import { literalScoresShouldAgreeWithTheTable } from './prose/literal-scores.js';
import { wordingSlips } from './prose/wording.js';
import { requiredTextsShouldBeGiven } from './requirements.js';
import {
  rubricBandsMustCoverEverything,
  rubricGradesMustCoverEverything,
  rubricMethodsMustStayWithinPoints,
  rubricWeightsMustAddUp,
} from './rubrics.js';
import {
  gradesMustFollowFromTheTotal,
  scoresMustFollowTheRubric,
  scoresMustLieWithinPoints,
  totalsMustBeTheSumOfScores,
} from './scores.js';
import {
  partialBreakdownsMustNotExceedTheirTotal,
  totalsMustEqualTheirParts,
  twoBreakdownsImplyAThird,
} from './sums.js';
import { groupsMustBelongToTheTaxonomy, requiredGroupsShouldBePresent } from './taxonomy.js';
import {
  fundsMustBalance,
  retireesShouldNotCountAsEstablishment,
  threePublicExpensesMustStayWithinBudget,
} from './trade.js';
import { figuresThatNothingUses } from './unused.js';
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
  threePublicExpensesMustStayWithinBudget,
  fundsMustBalance,
  retireesShouldNotCountAsEstablishment,
  checksMustHold,
  methodsMustExist,
  pointsMustAddUp,
  groupPointsMustFollowTheRubric,
  groupsMustBelongToTheTaxonomy,
  requiredGroupsShouldBePresent,
  actualsMustFitTheirTargets,
  actualsShouldBeGiven,
  scoresMustLieWithinPoints,
  scoresMustFollowTheRubric,
  scoresShouldAgreeWithTheOutcome,
  farExceededTargetsShouldBeExplained,
  requiredTextsShouldBeGiven,
  totalsMustBeTheSumOfScores,
  gradesMustFollowFromTheTotal,
  rubricWeightsMustAddUp,
  rubricBandsMustCoverEverything,
  rubricGradesMustCoverEverything,
  rubricMethodsMustStayWithinPoints,
  reportsShouldFollowTheirOutline,
  literalAmountsShouldAgreeWithFigures,
  literalScoresShouldAgreeWithTheTable,
  wordingSlips,
  figuresAgainstThePreviousYear,
  figuresThatNothingUses,
];

export function applyRules(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const rule of RULES) rule(file, evaluation);
}
