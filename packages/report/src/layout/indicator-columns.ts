import {
  type Actual,
  actualAsTarget,
  type ChosenColumn,
  type Comparator,
  decimalText,
  type Indicator,
  printedAttainment,
  printedScore,
  type Quantity,
  quantityText,
  type Span,
  share,
  subtract,
  type Target,
} from '@jixiao/core';
import { BLANK } from './cells.js';
import type { Alignment } from './document.js';

/** What a column of an indicator table shows. */
export type Attribute =
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: AmountKind | 'target' | WordsKind | 'unknown' };

/** Columns with a figure of each indicator. */
export type AmountKind = 'points' | 'score' | 'deduction' | 'actual' | 'attainment';

/** Columns with words, to be read from left to right. */
export type WordsKind = 'reason' | 'measure' | 'remarks';

/** A column of an indicator table, ready to be filled. */
export interface IndicatorColumn {
  readonly label: string;
  readonly attribute: Attribute;
  readonly align: Alignment;
  readonly span?: Span;
}

/** Names of the attributes, in both spellings of the language and as forms call them. */
const ATTRIBUTE_NAMES: ReadonlyMap<string, Attribute> = new Map<string, Attribute>([
  ...levels(['一级指标', '二级指标', '三级指标', '四级指标']),
  ...levels(['level1', 'level2', 'level3', 'level4']),
  ...named('target', ['指标值', '年度指标值', '目标值', '目标', 'target']),
  ...named('actual', ['实际值', '实际完成值', '完成值', '实际', 'actual']),
  ...named('attainment', ['完成率', 'attainment']),
  ...named('points', ['分值', '权重', 'points']),
  ...named('score', ['得分', '自评得分', 'score']),
  ...named('deduction', ['扣分', 'deduction']),
  ...named('reason', ['偏差原因', '偏差原因分析', '原因', 'reason']),
  ...named('measure', ['改进措施', '措施', 'measure']),
  ...named('remarks', ['说明', '偏差原因分析及改进措施', 'remarks']),
]);

/** The columns of a table for which neither the source nor a form chose any (财预〔2020〕10号, annex). */
const DEFAULT_COLUMNS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

export function defaultColumns(): readonly IndicatorColumn[] {
  return DEFAULT_COLUMNS.map((label) => column(label, label));
}

export function chosenColumns(chosen: readonly ChosenColumn[]): readonly IndicatorColumn[] {
  return chosen.map(({ name, label, span }) => column(name, label, span));
}

/** What an indicator shows in a column with a figure; undefined where it is not known. */
export function amountText(indicator: Indicator, kind: AmountKind): string | undefined {
  const { points, actual, rate } = indicator;
  const score = printedScore(indicator);
  switch (kind) {
    case 'points':
      return points && pointsText(points);
    case 'score':
      return score && pointsText(score);
    case 'deduction':
      return deductionText(points, score);
    case 'actual':
      return actual ? actualText(actual) : rate && quantityText(rate.quantity);
    case 'attainment':
      return attainmentText(indicator);
  }
}

/** The words of an indicator; often there is nothing to say. */
export function wordsText({ reason, measure }: Indicator, kind: WordsKind): string {
  if (kind === 'reason') return reason ?? '';
  if (kind === 'measure') return measure ?? '';
  if (reason && measure) return `原因：${reason}；改进措施：${measure}`;
  return reason ?? measure ?? '';
}

/** Points not reached, of an indicator or of the whole. */
export function deductionText(points: Quantity | undefined, score: Quantity | undefined): string | undefined {
  const rest = points && score && subtract(points, score);
  return rest?.ok ? pointsText(rest.value) : undefined;
}

/** 完成率: the actual as a share of the target. */
function attainmentText({ target, actual }: Indicator): string | undefined {
  if (target?.kind !== 'quantity' || actual?.kind !== 'quantity') return undefined;
  const measured = actualAsTarget(actual.quantity, target.quantity);
  const rate = measured && share(measured, target.quantity);
  return rate?.ok ? quantityText(rate.value) : undefined;
}

/** Points without their unit and without zeros at the end: 10, 9.6. */
export function pointsText(points: Quantity): string {
  return decimalText(points.amount, { atMost: Math.max(points.places, 2) });
}

const SIGNS: Record<Comparator, string> = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '=' };

export function targetText(target: Target): string {
  return target.kind === 'quality' ? target.text : SIGNS[target.comparator] + quantityText(target.quantity);
}

function actualText(actual: Actual): string {
  switch (actual.kind) {
    case 'quantity':
      return quantityText(actual.quantity);
    case 'attainment':
      return printedAttainment(actual);
    case 'text':
      return actual.text;
    case 'blank':
      return BLANK;
  }
}

function column(name: string, label: string, span?: Span): IndicatorColumn {
  const attribute = ATTRIBUTE_NAMES.get(name) ?? { kind: 'unknown' };
  const align = isWords(attribute.kind) || (attribute.kind === 'level' && attribute.level >= 3) ? 'left' : 'center';
  return { label, attribute, align, ...(span && { span }) };
}

export function isWords(kind: Attribute['kind']): kind is WordsKind {
  return kind === 'reason' || kind === 'measure' || kind === 'remarks';
}

function levels(names: readonly string[]): [string, Attribute][] {
  return names.map((name, index) => [name, { kind: 'level', level: index + 1 }]);
}

function named(kind: Exclude<Attribute['kind'], 'level'>, names: readonly string[]): [string, Attribute][] {
  return names.map((name) => [name, { kind }]);
}
