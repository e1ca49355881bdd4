import {
  type Attainment,
  compare,
  type Indicator,
  type Language,
  printedScore,
  quantityText,
  type Target,
} from '@jixiao/core';
import type { IndicatorResult } from '../../evaluation/indicators.js';
import { attainmentRate, contextInside, methodApplied, methodExpression } from '../../evaluation/scoring.js';
import { keywordOf } from '../../grammar/keywords.js';
import { sourceText } from '../../syntax/spans.js';
import { bracketed, labelled } from './amounts.js';
import { escapeMarkdown, inlineCode, paragraphs, table } from './markdown.js';
import { percentText } from './percent.js';
import { substituted } from './substitution.js';
import { amount } from './table-hover.js';

const TEXTS = {
  zh: {
    points: '分值',
    target: '指标值',
    actual: '实际完成值',
    rate: '比率',
    attained: (rate: string) => `完成${rate}`,
    method: '计分方法',
    score: '得分',
    written: '写明',
    byRubric: (score: string) => `按评分办法为${score}`,
    rounded: (places: number) => `保留${places}位小数`,
    band: '得分区间',
    below: '不含上限',
    reason: '偏差原因',
    measure: '改进措施',
    name: '指标',
    none: '没有得分',
  },
  en: {
    points: 'Points',
    target: 'Target',
    actual: 'Actual',
    rate: 'Rate',
    attained: (rate: string) => `${rate} attained`,
    method: 'Method',
    score: 'Score',
    written: 'as written',
    byRubric: (score: string) => `the rubric gives ${score}`,
    rounded: (places: number) => `${places} decimals are kept`,
    band: 'Band',
    below: 'the upper end excluded',
    reason: 'Reason',
    measure: 'Measure',
    name: 'Indicator',
    none: 'no score',
  },
} as const;

const MARKS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };
const ATTAINMENTS: Readonly<Record<Attainment, string>> = { met: '达成', partly: '部分达成', unmet: '未达成' };

/** An indicator: its target, what was reached, and how its score came about. */
export function indicatorText(indicator: Indicator, result: IndicatorResult, language: Language): string {
  const texts = TEXTS[language];
  const line = (label: string, content: string | undefined) =>
    content === undefined ? undefined : `- ${labelled(label, content, language)}`;
  const lines = [
    line(texts.points, indicator.points && amount(indicator.points)),
    line(texts.target, indicator.target && targetText(indicator.target)),
    line(texts.actual, actualText(indicator, language)),
    line(texts.rate, indicator.rate && percentText(indicator.rate.quantity)),
    line(texts.method, methodText(indicator, result, language)),
    line(texts.band, bandText(indicator, language)),
    line(texts.score, scoreText(indicator, language)),
    line(texts.reason, indicator.reason && escapeMarkdown(indicator.reason)),
    line(texts.measure, indicator.measure && escapeMarkdown(indicator.measure)),
  ];
  return paragraphs([
    `**${escapeMarkdown(indicator.label)}**`,
    lines.filter((item) => item !== undefined).join('\n'),
    indicator.parts.length > 0 ? partsTable(indicator, language) : undefined,
  ]);
}

function targetText(target: Target): string {
  if (target.kind === 'quality') return escapeMarkdown(target.text);
  return escapeMarkdown(`${MARKS[target.comparator] ?? target.comparator} ${quantityText(target.quantity)}`);
}

function actualText(indicator: Indicator, language: Language): string | undefined {
  const { actual } = indicator;
  switch (actual?.kind) {
    case 'quantity': {
      const rate = attainmentRate(indicator);
      const attained = rate ? bracketed(TEXTS[language].attained(percentText(rate)), language) : '';
      return `${escapeMarkdown(quantityText(actual.quantity))}${attained}`;
    }
    case 'attainment': {
      const word = keywordOf(ATTAINMENTS[actual.attainment])?.[language] ?? '';
      return [word, actual.degree && quantityText(actual.degree)].filter(Boolean).join(' ');
    }
    case 'text':
      return escapeMarkdown(actual.text);
    case 'blank':
      return '—';
    default:
      return undefined;
  }
}

/** The method with its body, and the body with the numbers of this indicator. */
function methodText(
  indicator: Indicator,
  { rubric, computed }: IndicatorResult,
  language: Language,
): string | undefined {
  const method = indicator.score?.method;
  if (!rubric || method === undefined || !indicator.points) return undefined;
  const measured = {
    points: indicator.points,
    target: indicator.target,
    actual: indicator.actual,
    rate: indicator.rate?.quantity,
    method,
  };
  const applied = methodApplied(measured, rubric);
  if (!applied) return escapeMarkdown(method);
  const inside = contextInside(applied.method, applied.given, () => undefined);
  const expression = methodExpression(applied.method, inside);
  if (!expression) return escapeMarkdown(method);
  const values = substituted(expression, inside);
  const raw = computed.get(indicator)?.raw;
  const steps = [
    inlineCode(sourceText(expression)),
    values === undefined ? undefined : inlineCode(values),
    raw && escapeMarkdown(quantityText(raw, { atMost: 6 })),
  ];
  const rounded = raw ? bracketed(TEXTS[language].rounded(rubric.places), language) : '';
  return `${escapeMarkdown(method)}  ${steps.filter(Boolean).join(' = ')}${rounded}`;
}

function bandText({ score }: Indicator, language: Language): string | undefined {
  const band = score?.band;
  if (!band) return undefined;
  const interval = `${quantityText(band.low)}–${quantityText(band.high)}`;
  return band.highIncluded ? interval : `${interval}${bracketed(TEXTS[language].below, language)}`;
}

function scoreText(indicator: Indicator, language: Language): string | undefined {
  const { score } = indicator;
  const texts = TEXTS[language];
  const printed = printedScore(indicator);
  if (!score) return undefined;
  if (!printed) return texts.none;
  const shown = `**${quantityText(printed)}**`;
  if (!score.stated) return shown;
  const order = score.computed && compare(score.stated, score.computed);
  if (order?.ok && order.value === 0) return shown;
  const note = score.computed ? texts.byRubric(quantityText(score.computed)) : texts.written;
  return `${shown}${bracketed(note, language)}`;
}

function partsTable(indicator: Indicator, language: Language): string {
  const texts = TEXTS[language];
  const rows = indicator.parts.map((part) => [
    escapeMarkdown(part.label),
    amount(part.points),
    amount(printedScore(part)),
  ]);
  return table([texts.name, texts.points, texts.score], rows);
}
