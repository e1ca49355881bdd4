import { catalogue, quantityText } from '@jixiao/core';
import * as ast from '../../../generated/ast.js';
import type { Change } from '../../changes/changes.js';
import { prescribedGroup } from '../../navigation/prescribed.js';
import { writtenName, writtenSegment } from '../../written-name.js';
import { type Fix, type FixProvider, fixesFor } from '../fix.js';
import type { FixSite } from '../fix-site.js';
import { insertNote } from './notes.js';
import { putQuantity } from './written-quantities.js';

const { scores, rubrics } = catalogue;

/** A change as a fix; none where the change could not be made. */
function setting(change: Change | undefined, zh: string, en: string, more: Partial<Fix> = {}): Fix[] {
  return change ? [{ title: { zh, en }, changes: [change], ...more }] : [];
}

/** The quantity at the finding. */
function literalAt(quantity: string, site: FixSite): Change | undefined {
  return putQuantity(site.exactly(ast.isQuantity), quantity, site);
}

export const SCORE_FIXES: readonly FixProvider[] = [
  fixesFor(scores.scoreMismatch, ({ expected, method }, site) => [
    ...setting(
      literalAt(expected, site),
      method ? `改为按“${method}”计算的${expected}` : `改为下级指标之和${expected}`,
      method ? `Set to ${expected} as “${method}” gives` : `Set to ${expected}, the sum of its parts`,
      { preferred: true, recalculates: true },
    ),
    ...setting(withoutScore(site), '删去得分，由评分办法自动计算', 'Leave the score out: the rubric gives it'),
  ]),
  fixesFor(scores.abovePoints, ({ points }, site) =>
    setting(literalAt(points, site), `改为满分${points}`, `Set to the full ${points}`),
  ),
  fixesFor(scores.negative, (_, site) => {
    const score = site.node(ast.isIndicatorNode)?.score;
    return setting(score && site.replace(score, '0分'), '改为0分', 'Set to 0');
  }),
  fixesFor(scores.totalMismatch, ({ sum }, site) => [
    ...setting(literalAt(sum, site), `总分改为${sum}`, `Set the total to ${sum}`, {
      preferred: true,
      recalculates: true,
    }),
    ...statementRemoved(
      ast.isStatedTotal,
      site,
      '删去总分，由各项得分自动计算',
      'Leave the total out: the scores make it',
    ),
  ]),
  fixesFor(scores.gradeMismatch, ({ expected }, site) => {
    const stated = site.node(ast.isStatedGrade);
    if (!stated) return [];
    const quoted = /^["“]/.test(site.textOf(site.finding.at));
    const grade = quoted ? `"${expected}"` : writtenName(expected);
    return [
      ...setting(site.replace(site.finding.at, grade), `等级改为“${expected}”`, `Set the grade to “${expected}”`, {
        preferred: true,
        recalculates: true,
      }),
      ...statementRemoved(
        ast.isStatedGrade,
        site,
        '删去等级，由总分自动得出',
        'Leave the grade out: the total gives it',
      ),
    ];
  }),
  fixesFor(scores.weightParts, ({ sum }, site) => {
    const node = site.node(ast.isIndicatorNode);
    const prescribed = node && prescribedGroup(node, site.piece, site.analysis)?.points;
    // Where the rubric gives other points, its own fix would set these again.
    const agrees = !prescribed || quantityText(prescribed) === sum;
    return setting(literalAt(sum, site), `分值改为下级之和${sum}`, `Set the points to the sum of its parts, ${sum}`, {
      preferred: agrees,
      recalculates: agrees,
    });
  }),
  fixesFor(scores.weightRubric, ({ expected, rubric }, site) =>
    setting(
      literalAt(expected, site),
      `分值改为“${rubric}”规定的${expected}`,
      `Set the points to ${expected} as “${rubric}” says`,
      {
        preferred: true,
      },
    ),
  ),
  fixesFor(scores.noReason, (_, site) => insertNote('reason', site)),
  fixesFor(scores.noMeasure, (_, site) => insertNote('measure', site)),
  fixesFor(scores.executionDiffers, ({ expected, executedColumn, budgetColumn }, site) => {
    const funds = site.node(ast.isIndicatorDeclaration)?.block?.funds ?? [];
    const [path] = funds.map(({ figure }) => site.textOf(site.spanOf(figure)));
    if (path === undefined || funds.length > 1) return [];
    const rate = `${path}.${writtenSegment(executedColumn)} / ${path}.${writtenSegment(budgetColumn)}`;
    return setting(
      site.replace(site.finding.at, rate),
      `改为由资金情况计算的${expected}`,
      `Compute it from the funds: ${expected}`,
      { preferred: true, recalculates: true },
    );
  }),
  fixesFor(scores.lowExecution, (_, site) => insertNote('reason', site)),
  fixesFor(scores.overTargetReason, (_, site) => insertNote('reason', site)),
  fixesFor(scores.actualUnit, ({ unit }, site) => {
    const literal = site.exactly(ast.isQuantity);
    const isBare = literal && /^[0-9０-９.．]+$/.test(literal.literal);
    const change = isBare && unit !== '' ? site.insertAfter(literal, unit) : undefined;
    return setting(change, `写上单位“${unit}”`, `Write the unit “${unit}”`, { preferred: true });
  }),
  fixesFor(scores.actualNotNumber, ({ actual, unit }, site) => {
    const text = site.exactly(ast.isText);
    const isLiteral =
      text && /^[0-9]+(?:\.[0-9]+)?$/.test(unit && actual.endsWith(unit) ? actual.slice(0, -unit.length) : '');
    return setting(
      isLiteral ? site.replace(text, actual) : undefined,
      `去掉引号，写作数值${actual}`,
      `Write the number ${actual} without quotes`,
      {
        preferred: true,
      },
    );
  }),
  fixesFor(rubrics.gradeGap, ({ lowest }, site) => {
    const rule = site.node(ast.isGradeRule);
    const change = putQuantity(rule?.threshold, '0分', site);
    return setting(change, `“${lowest}”从0分起`, `Let “${lowest}” begin at 0`, { preferred: true });
  }),
];

/** Takes `= 6分` away from an indicator. */
function withoutScore(site: FixSite): Change | undefined {
  const node = site.node(ast.isIndicatorNode);
  const before = node?.actual ?? node?.target ?? node?.rate;
  if (!node?.score || !before) return undefined;
  return site.remove(site.spanOf(before).end, site.spanOf(node.score).end);
}

function statementRemoved(
  isStatement: typeof ast.isStatedTotal | typeof ast.isStatedGrade,
  site: FixSite,
  zh: string,
  en: string,
): Fix[] {
  const statement = site.node<ast.StatedTotal | ast.StatedGrade>(isStatement);
  return statement ? setting(site.removeStatement(statement), zh, en) : [];
}
