import { quantityText } from '../quantity/format.js';
import { convert, type Quantity } from '../quantity/quantity.js';
import { NUMBER } from '../quantity/unit.js';
import type { Span } from '../source/span.js';

export type Comparator = '>=' | '>' | '<=' | '<' | '=';

/** What a unit promised: a quantity to reach or not to exceed, or a state described in words. */
export type Target =
  | { readonly kind: 'quantity'; readonly comparator: Comparator; readonly quantity: Quantity; readonly span: Span }
  | { readonly kind: 'quality'; readonly text: string; readonly span: Span };

export type Attainment = 'met' | 'partly' | 'unmet';

/** What was reached. `text` is a quoted actual, which a quantitative target does not allow. */
export type Actual =
  | { readonly kind: 'quantity'; readonly quantity: Quantity; readonly span: Span }
  | { readonly kind: 'attainment'; readonly attainment: Attainment; readonly degree?: Quantity; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'blank'; readonly span: Span };

/** A score: written in the source, or computed by the rubric. All amounts in 分 (points). */
export interface Score {
  readonly stated?: Quantity;
  readonly computed?: Quantity;
  /** For qualitative indicators, the points the attained band allows. */
  readonly band?: { readonly low: Quantity; readonly high: Quantity; readonly highIncluded: boolean };
  /** The method of the rubric that computed it. */
  readonly method?: string;
  readonly span: Span;
}

/** A group of indicators (一级、二级指标) or one indicator (三级指标, or a group without parts). */
export interface Indicator {
  readonly path: readonly string[];
  readonly name: string;
  readonly label: string;
  /** 1 for a first-level group. */
  readonly level: number;
  /** 分值, stated or the sum of the parts. */
  readonly points?: Quantity;
  /** Where the points are written; absent where they are the sum of the parts. */
  readonly pointsSpan?: Span;
  readonly parts: readonly Indicator[];
  readonly target?: Target;
  /** What was measured directly, without a target, such as the execution rate of the budget. */
  readonly rate?: { readonly quantity: Quantity; readonly span: Span };
  readonly actual?: Actual;
  /** 得分: of a group, the sum of its parts. Stated wins over computed on paper. */
  readonly score?: Score;
  /** 偏差原因. */
  readonly reason?: string;
  /** 改进措施. */
  readonly measure?: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A table of indicators, 自评表. */
export interface IndicatorTable {
  readonly name: string;
  readonly label: string;
  /** Name of the rubric in force. */
  readonly rubric?: string;
  /** The execution rate of the budget, where an indicator measures it. */
  readonly executionRate?: Quantity;
  readonly indicators: readonly Indicator[];
  /** 总分: the sum of the scores, capped by the rubric; absent while a score is missing. */
  readonly total?: Quantity;
  /** Full points, the sum of all 分值. */
  readonly points?: Quantity;
  readonly statedTotal?: { readonly quantity: Quantity; readonly span: Span };
  readonly grade?: string;
  readonly statedGrade?: { readonly text: string; readonly span: Span };
  /** Funds shown on top of the form, each a row of cells by the columns of the form. */
  readonly funds: readonly FundsRow[];
  /** 年度总体目标 and how it was reached. */
  readonly goals: readonly Goal[];
  /** Further lines of the form's head: 项目名称, 主管部门, 实施单位 … in source order. */
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  readonly nameSpan: Span;
  readonly span: Span;
}

/** One row of the funds block: 年度资金总额, 财政拨款, 上年结转 … */
export interface FundsRow {
  /** Path of the figure that the row shows. */
  readonly path: readonly string[];
  readonly label: string;
  /** Keyed by column name: 年初预算数, 全年预算数, 全年执行数, 执行率 … */
  readonly cells: ReadonlyMap<string, Quantity | undefined>;
  readonly level: number;
  readonly span: Span;
}

export interface Goal {
  readonly planned: string;
  readonly reached?: string;
  readonly span: Span;
}

/** The indicator that measures the execution of the budget; forms show it beside the funds. */
export function executionIndicator(table: IndicatorTable): Indicator | undefined {
  return table.indicators.find(({ rate, parts }) => rate !== undefined && parts.length === 0);
}

/** What stands on paper as the score of an indicator. */
export function printedScore(indicator: Indicator): Quantity | undefined {
  return indicator.score?.stated ?? indicator.score?.computed;
}

const ATTAINMENTS: Readonly<Record<Attainment, string>> = { met: '达成', partly: '部分达成', unmet: '未达成' };

/** What stands on paper as a state that was reached: 部分达成（61%）. */
export function printedAttainment({ attainment, degree }: Extract<Actual, { kind: 'attainment' }>): string {
  return ATTAINMENTS[attainment] + (degree ? `（${quantityText(degree)}）` : '');
}

/**
 * An actual in the unit of its target; undefined where the two cannot be compared. A bare number is
 * no percentage: whoever writes 47.5 beside ≥95% has left the unit out, as with 47 beside ≥47座.
 */
export function actualAsTarget(actual: Quantity, target: Quantity): Quantity | undefined {
  if (actual.unit === NUMBER && target.unit !== NUMBER) return undefined;
  const converted = convert(actual, target.unit);
  return converted.ok ? converted.value : undefined;
}
