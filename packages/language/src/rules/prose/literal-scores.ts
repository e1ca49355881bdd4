import { catalogue, compare, type IndicatorTable, literal, type Quantity, quantityText } from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import type { IndicatorResult } from '../../evaluation/indicators.js';
import { INDICATOR_TABLES } from '../../evaluation/scope.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import { withParts } from '../weights.js';
import { isLiteral, type ParagraphText, spanOfStretch } from './paragraph-text.js';
import type { ParagraphRule } from './rule.js';

const { prose } = catalogue;

const SCORE = /(?:自评|评价)?(?:得分|总分)(?:为|是|：|:)?\s*(\d+(?:\.\d+)?)分/g;
const GRADE = /(?:评价|自评)?等级(?:为|是|：|:)?\s*[“"]?([^\s，。；、”"]{1,4})/g;
const DEDUCTION = /([^\s，。；：、]{2,16}?)(?:指标)?(?:共)?扣(?:了|除)?\s*(\d+(?:\.\d+)?)分/g;

/** Scores, grades and deductions that the text states in figures are those of the table. */
export const literalScoresShouldAgreeWithTheTable: ParagraphRule = (paragraph, _report, context) => {
  if (!/得分|总分|等级|扣/.test(paragraph.text)) return;
  const result = onlyTable(context);
  if (!result) return;
  compareScores(paragraph, result.table, context);
  compareGrades(paragraph, result, context);
  compareDeductions(paragraph, result, context);
};

/** The table of the report's file; with several the text does not say which is meant. */
function onlyTable({ evaluation, anchor, unit }: Context): IndicatorResult | undefined {
  evaluation.noteLookup(unit, anchor.file, INDICATOR_TABLES, undefined);
  const tables = evaluation.sources
    .piecesOf(anchor.file)
    .flatMap((piece) => definitionsOf(piece).symbols)
    .filter((symbol) => symbol.kind === 'indicators');
  const [only, ...others] = tables;
  if (only?.kind !== 'indicators' || others.length > 0) return undefined;
  evaluation.noteLookup(unit, anchor.file, INDICATOR_TABLES, only.nameSpan.anchor);
  return evaluation.indicatorTable(only.node, only.nameSpan.anchor);
}

function compareScores(paragraph: ParagraphText, table: IndicatorTable, context: Context): void {
  const total = table.statedTotal?.quantity ?? table.total;
  if (!total) return;
  for (const match of paragraph.text.matchAll(SCORE)) {
    compareAmount(paragraph, match, match[1] ?? '', '得分', total, `${table.name}.得分`, context);
  }
}

function compareDeductions(paragraph: ParagraphText, result: IndicatorResult, context: Context): void {
  for (const match of paragraph.text.matchAll(DEDUCTION)) {
    const subject = match[1] ?? '';
    const indicator = [...withParts(result.table.indicators)].find(
      ({ name, label }) => subject.endsWith(name) || subject.endsWith(label) || `${subject}指标` === name,
    );
    const lost = indicator && result.deductions.get(indicator);
    if (!indicator || !lost) continue;
    const path = `${result.table.name}.${indicator.name}.扣分`;
    compareAmount(paragraph, match, match[2] ?? '', `“${indicator.label}”扣`, lost, path, context);
  }
}

function compareAmount(
  paragraph: ParagraphText,
  match: RegExpMatchArray,
  digits: string,
  what: string,
  value: Quantity,
  path: string,
  context: Context,
): void {
  const end = (match.index ?? 0) + match[0].length;
  const from = end - digits.length - 1;
  if (!isLiteral(paragraph, from, end)) return;
  const written = literal(digits, '分');
  const order = compare(written, value);
  if (!order.ok || order.value === 0) return;
  context.report(
    prose.differsFromScore.at(spanOfStretch(paragraph, from, end), {
      what,
      literal: quantityText(written),
      value: quantityText(value),
      path,
    }),
  );
}

function compareGrades(paragraph: ParagraphText, result: IndicatorResult, context: Context): void {
  const { table, rubric } = result;
  const grade = table.statedGrade?.text ?? table.grade;
  if (grade === undefined || !rubric) return;
  const names = rubric.grades.map(({ name }) => name);
  for (const match of paragraph.text.matchAll(GRADE)) {
    const word = match[1] ?? '';
    const written = names.filter((name) => word.startsWith(name)).sort((a, b) => b.length - a.length)[0];
    if (written === undefined || written === grade) continue;
    const from = (match.index ?? 0) + match[0].length - word.length;
    if (!isLiteral(paragraph, from, from + written.length)) continue;
    context.report(
      prose.differsFromScore.at(spanOfStretch(paragraph, from, from + written.length), {
        what: '等级',
        literal: written,
        value: grade,
        path: `${table.name}.等级`,
      }),
    );
  }
}
