import { decimalText, type Exact } from '@jixiao/core';
import type { Rubric, RubricGroup } from '../../evaluation/rubric.js';

/** What the author has to say of an indicator. */
const TARGET = '填写年度指标值';

/** The figures that a group needs which is scored by how much of the budget was spent. */
const FUNDS = `预算 部门资金 "年度资金总额" 单位为 万元 = — | — {
  列 全年预算数 | 全年执行数 | 执行率 = 全年执行数 / 全年预算数
}

`;

/**
 * A self-evaluation table with every group that its rubric requires, and one indicator in each. The
 * points of a group are shared out evenly, at two decimals; what is left goes to the last one.
 *
 * @param title in quotes
 */
export function indicatorSkeleton(rubric: Rubric, title: string): string {
  const groups = rubric.groups.filter(({ optional }) => !optional);
  const hasFunds = groups.some(isScoredByItself);
  const lines = groups
    .map((group) => (isScoredByItself(group) ? executionText(group) : groupText(group, group.points?.amount)))
    .join('');
  const funds = hasFunds ? '资金 部门资金\n' : '';
  return `${hasFunds ? FUNDS : ''}指标 自评表 ${title} 采用 ${rubric.name} {\n${funds}${lines}}\n\n`;
}

/** A group without parts that has a method; at the top it is the execution of the budget. */
function isScoredByItself({ groups, method }: RubricGroup): boolean {
  return groups.length === 0 && method !== undefined;
}

function executionText(group: RubricGroup): string {
  return `${headOf(group, group.points?.amount)} = 部门资金.执行率\n`;
}

function groupText(group: RubricGroup, points: Exact | undefined): string {
  const head = headOf(group, points);
  if (isScoredByItself(group)) return `${head}: "${TARGET}" -> —\n`;
  const parts = partsOf(group);
  if (parts.length === 0) return `${head} {\n指标一${pointsText(points)}: "${TARGET}" -> —\n}\n`;
  const shares = points ? sharedOut(points, parts.length) : [];
  return `${head} {\n${parts.map((part, index) => groupText(part, part.points?.amount ?? shares[index])).join('')}}\n`;
}

function headOf({ name }: RubricGroup, points: Exact | undefined): string {
  return `${name}${pointsText(points)}`;
}

function pointsText(points: Exact | undefined): string {
  return points ? ` ${decimalText(points)}分` : '';
}

/** The parts that must be there; where none must, the first of those that may. */
function partsOf({ groups }: RubricGroup): readonly RubricGroup[] {
  const required = groups.filter(({ optional }) => !optional);
  return required.length > 0 ? required : groups.slice(0, 1);
}

function sharedOut(points: Exact, count: number): Exact[] {
  const share = points.div(count).floor(2);
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? share : points.sub(share.mul(count - 1))));
}
