import { compare, type IndicatorTable, type Language, printedScore, type Quantity, quantityText } from '@jixiao/core';
import type { IndicatorResult } from '../../evaluation/indicators.js';
import { labelled } from './amounts.js';
import { escapeMarkdown, paragraphs, table } from './markdown.js';

const TEXTS = {
  zh: {
    total: '总分',
    of: '满分',
    grade: '等级',
    rubric: '评分办法',
    execution: '预算执行率',
    name: '指标',
    points: '分值',
    score: '得分',
    incomplete: '有的指标没有得分，总分算不出来',
    byScores: (sum: string) => `各项得分之和为${sum}`,
    byRubric: (grade: string) => `按评分办法应为${grade}`,
    capped: (sum: string) => `各项得分之和为${sum}，按执行率封顶`,
  },
  en: {
    total: 'Total',
    of: 'of',
    grade: 'Grade',
    rubric: 'Rubric',
    execution: 'Budget execution',
    name: 'Indicator',
    points: 'Points',
    score: 'Score',
    incomplete: 'some indicators have no score, so there is no total',
    byScores: (sum: string) => `the scores make ${sum}`,
    byRubric: (grade: string) => `the rubric gives ${grade}`,
    capped: (sum: string) => `the scores make ${sum}; the rate of execution caps them`,
  },
} as const;

/** A table of indicators: total, grade and what the groups of the first level score. */
export function tableText({ table: sheet, uncapped }: IndicatorResult, language: Language): string {
  const texts = TEXTS[language];
  const facts = [
    labelled(texts.total, totalText(sheet, uncapped, language), language),
    gradeText(sheet, language),
    sheet.rubric && labelled(texts.rubric, escapeMarkdown(sheet.rubric), language),
    sheet.executionRate && labelled(texts.execution, quantityText(sheet.executionRate, { atMost: 2 }), language),
  ];
  const rows = sheet.indicators.map((indicator) => [
    escapeMarkdown(indicator.label),
    amount(indicator.points),
    amount(printedScore(indicator)),
  ]);
  return paragraphs([
    `**${escapeMarkdown(sheet.label)}**`,
    facts
      .filter(Boolean)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    rows.length > 0 ? table([texts.name, texts.points, texts.score], rows) : undefined,
  ]);
}

function totalText(sheet: IndicatorTable, uncapped: Quantity | undefined, language: Language): string {
  const texts = TEXTS[language];
  const { total, statedTotal, points } = sheet;
  const shown = statedTotal?.quantity ?? total;
  if (!shown) return texts.incomplete;
  const full = points ? ` ${texts.of} ${quantityText(points)}` : '';
  const notes: string[] = [];
  if (statedTotal && total && differ(statedTotal.quantity, total)) notes.push(texts.byScores(quantityText(total)));
  else if (uncapped && total && differ(uncapped, total)) notes.push(texts.capped(quantityText(uncapped)));
  return [`**${quantityText(shown)}**${full}`, ...notes].join(language === 'zh' ? '，' : '; ');
}

function gradeText({ grade, statedGrade }: IndicatorTable, language: Language): string | undefined {
  const texts = TEXTS[language];
  const shown = statedGrade?.text ?? grade;
  if (shown === undefined) return undefined;
  const note = statedGrade && grade !== undefined && grade !== statedGrade.text ? texts.byRubric(grade) : undefined;
  const text = [shown, note].filter(Boolean).join(language === 'zh' ? '，' : '; ');
  return labelled(texts.grade, escapeMarkdown(text), language);
}

function differ(a: Quantity, b: Quantity): boolean {
  const order = compare(a, b);
  return order.ok && order.value !== 0;
}

export function amount(quantity: Quantity | undefined): string {
  return quantity ? escapeMarkdown(quantityText(quantity)) : '—';
}
