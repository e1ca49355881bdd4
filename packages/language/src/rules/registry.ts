import {
  actualsMustFitTheirTargets,
  actualsShouldBeGiven,
  farExceededTargetsShouldBeExplained,
  indicatorsMustSayWhatIsMeasured,
  scoresShouldAgreeWithTheOutcome,
} from './actuals.js';
import { annexesMustBeNumberedInOrder } from './annexes.js';
import {
  breakdownsMustBelongToAFigure,
  cellsMustFillTheColumns,
  columnsMustStandOutermost,
  figuresMustHaveValues,
  ratesNeedADivisor,
  writtenCellsMustFollowTheirColumn,
} from './cells.js';
import { checksMustHold } from './checks.js';
import { executionMustFollowFromTheFunds } from './execution.js';
import { importsMustBeReadable, importsMustNotFormACircle } from './imports.js';
import { mentionsMustBePrinted } from './mentions.js';
import { namesMustBeUnique } from './names.js';
import { reportsShouldFollowTheirOutline } from './outlines.js';
import { figuresAgainstThePreviousYear } from './previous-year.js';
import { literalAmountsShouldAgreeWithFigures } from './prose/literal-amounts.js';
import { literalScoresShouldAgreeWithTheTable } from './prose/literal-scores.js';
import { applyToWording, type WordingRules } from './prose/rule.js';
import { headingsShouldNotBeNumbered, wordingSlips } from './prose/wording.js';
import { requiredTextsShouldBeGiven } from './requirements.js';
import {
  rubricBandsMustCoverEverything,
  rubricGradesMustCoverEverything,
  rubricMethodsMustStayWithinPoints,
  rubricWeightsMustAddUp,
} from './rubrics.js';
import type { FileRule, Rule } from './rule.js';
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

/** Every rule about a file as a whole. */
export const FILE_RULES: readonly FileRule[] = [
  importsMustBeReadable,
  importsMustNotFormACircle,
  namesMustBeUnique,
  figuresThatNothingUses,
];

/** Every rule about the wording of a report. */
const WORDING_RULES: WordingRules = {
  sections: [headingsShouldNotBeNumbered],
  paragraphs: [literalAmountsShouldAgreeWithFigures, literalScoresShouldAgreeWithTheTable, wordingSlips],
};

const reportsShouldReadWell: Rule = (piece, evaluation) => applyToWording(WORDING_RULES, piece, evaluation);

/** Every rule about a declaration. “Must” reports errors, “Should” warnings, anything else hints. */
export const RULES: readonly Rule[] = [
  columnsMustStandOutermost,
  breakdownsMustBelongToAFigure,
  cellsMustFillTheColumns,
  figuresMustHaveValues,
  ratesNeedADivisor,
  writtenCellsMustFollowTheirColumn,
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
  indicatorsMustSayWhatIsMeasured,
  actualsMustFitTheirTargets,
  actualsShouldBeGiven,
  executionMustFollowFromTheFunds,
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
  annexesMustBeNumberedInOrder,
  mentionsMustBePrinted,
  reportsShouldFollowTheirOutline,
  reportsShouldReadWell,
  figuresAgainstThePreviousYear,
];
