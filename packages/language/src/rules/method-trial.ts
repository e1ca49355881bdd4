import {
  catalogue,
  exact,
  type Finding,
  isPure,
  NUMBER,
  PERCENT,
  POINTS,
  quantity,
  quantityText,
  sameDimension,
  type Unit,
  unitFactors,
  unitOf,
} from '@jixiao/core';
import { AstUtils } from 'langium';
import { splitQuantity } from '../evaluation/expression.js';
import type { ScoringMethod } from '../evaluation/rubric.js';
import { applyMethod } from '../evaluation/scoring.js';
import * as ast from '../generated/ast.js';

const { rubrics, values } = catalogue;

const POINTS_TRIED = quantity(exact(10), POINTS);
const TARGETS = ['0', '50', '90', '95', '100', '120'].map((digits) => exact(digits));
const ACTUALS = [
  '0',
  '1',
  '25',
  '50',
  '69',
  '75',
  '89',
  '90',
  '94',
  '100',
  '101',
  '105',
  '119',
  '125',
  '150',
  '200',
  '300',
  '1000',
].map((digits) => exact(digits));

/**
 * What goes wrong first when a method is applied to a grid of targets and actuals. A method says
 * only by its literals what it measures (1起): it is tried in each of their units, then in %, then
 * with bare numbers, until one suits. Where none does, an indicator that uses it will say so: there
 * the unit is known.
 */
export function tryMethod(method: ScoringMethod): readonly Finding[] {
  for (const unit of unitsToTry(method)) {
    const findings = tryIn(unit, method);
    if (findings) return findings;
  }
  return [];
}

function unitsToTry(method: ScoringMethod): readonly Unit[] {
  const written = AstUtils.streamAst(method.node)
    .filter(ast.isQuantity)
    .flatMap(({ literal }) => unitFactors(unitOf(splitQuantity(literal)?.symbol ?? '')))
    .map(({ unit }) => unit)
    .filter((unit) => !isPure(unit) && !sameDimension(unit, POINTS))
    .toArray();
  return [...new Set([...written, PERCENT, NUMBER])];
}

/** Undefined where the method cannot be applied to this unit. What is wrong with its text itself shows in any try, and is found once. */
function tryIn(unit: Unit, method: ScoringMethod): readonly Finding[] | undefined {
  for (const targetAmount of TARGETS) {
    for (const actualAmount of ACTUALS) {
      const target = quantity(targetAmount, unit);
      const actual = quantity(actualAmount, unit);
      const found: Finding[] = [];
      const given = { target, actual, points: POINTS_TRIED };
      const score = applyMethod(method, given, { ...method.context, report: (finding) => found.push(finding) });
      if (found.some(({ code }) => code === values.unlike.code || code === values.wrongUnit.code)) return undefined;
      const facts = {
        name: method.name,
        example: `目标${quantityText(target)}、实际${quantityText(actual)}`,
        exampleEn: `target ${quantityText(target)}, actual ${quantityText(actual)}`,
      };
      if (found.some(({ code }) => code === values.divisionByZero.code)) {
        return [rubrics.methodDivides.at(method.span, facts)];
      }
      if (found.length > 0) return found.slice(0, 1);
      if (!score) return [rubrics.methodUncovered.at(method.span, facts)];
      if (score.amount.lt(0) || score.amount.gt(POINTS_TRIED.amount)) {
        const numbers = { score: quantityText(score), points: quantityText(POINTS_TRIED) };
        return [rubrics.methodOutside.at(method.span, { ...facts, ...numbers })];
      }
    }
  }
  return [];
}
