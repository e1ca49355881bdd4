import {
  catalogue,
  compare,
  type Indicator,
  literal,
  printedScore,
  type Quantity,
  quantityText,
  toHalfWidth,
} from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import type { IndicatorResult } from '../../evaluation/indicators.js';
import { INDICATOR_TABLES } from '../../evaluation/scope.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import { withParts } from '../weights.js';
import { INEXACT_AFTER } from './amounts.js';
import { isLiteral, type ParagraphText, spanOfStretch } from './paragraph-text.js';
import type { ParagraphRule } from './rule.js';
import { otherScores } from './spoken-party.js';
import { leadOf } from './standing-alone.js';

const { prose } = catalogue;

const SCORE = /(得分|总分)(?:为|是|：|:)?\s*(\d+(?:\.\d+)?)\s*分/dg;
const GRADE = /(?:评价|自评)?等级(?:为|是|：|:)?\s*[“"]?([^\s，。；、”"]{1,4})/g;
const DEDUCTION = /((?:总|一)?共|合计|累计)?扣(?:除|减|分|了|掉)*(?:为|：|:)?\s*(\d+(?:\.\d+)?)\s*分/dg;

/** Words before 得分 that speak of the whole; a longer one stands before its own end. */
const OF_THE_WHOLE = [
  ...['自我评价', '自评', '考评', '评价', '评定', '绩效', '综合', '总体', '最终', '最后', '结果', '结论'],
  ...['支出', '项目', '工作', '经'],
];

/** Words before the name of an indicator that only say why points were lost. */
const BECAUSE = ['由于', '因', '主要', '仅', '只'];

/** Scores, grades and deductions that the text states in figures are those of the table. */
export const literalScoresShouldAgreeWithTheTable: ParagraphRule = (paragraph, report, context) => {
  if (!/得分|总分|等级|扣/.test(paragraph.text)) return;
  const result = onlyTable(context);
  if (!result) return;
  const { unit, year } = report;
  const { table } = result;
  const own = [table.label, table.name, unit?.shortName ?? '', unit?.label ?? '', unit?.name ?? ''];
  const place: ScoredText = { paragraph, text: toHalfWidth(paragraph.text), result, own, year, context };
  compareDeductions(place, compareScores(place));
  compareGrades(place);
};

/** A paragraph that speaks of scores, and what is needed to judge it. */
interface ScoredText {
  readonly paragraph: ParagraphText;
  /** The same in half width, character by character. */
  readonly text: string;
  readonly result: IndicatorResult;
  /** What the table and the unit are called. */
  readonly own: readonly string[];
  readonly year: number | undefined;
  readonly context: Context;
}

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

/** Compares the scores; gives back where the score of the whole is stated. */
function compareScores(place: ScoredText): number[] {
  const { text, result, own, paragraph } = place;
  const { table } = result;
  const total = table.statedTotal?.quantity ?? table.total;
  const isOther = otherScores(text, place.year);
  const stated: number[] = [];
  for (const match of text.matchAll(SCORE)) {
    if (isOther(match.index)) continue;
    const named = indicatorBefore(paragraph.text, match.index, table.indicators);
    if (named) {
      const { indicator } = named;
      const score = leadOf(paragraph.text, named.from, own) && printedScore(indicator);
      if (score) compareAmount(place, match, `“${indicator.label}”得分`, score, pathOf(indicator, '得分'));
      continue;
    }
    if (!total || !leadOf(paragraph.text, match.index, [...own, ...OF_THE_WHOLE])) continue;
    // “总分100分” may be what could be reached.
    if (match[1] === '总分' && table.points && isWritten(match[2], table.points)) continue;
    stated.push(match.index);
    compareAmount(place, match, '得分', total, `${table.name}.得分`);
  }
  return stated;
}

/**
 * Compares what was deducted: from an indicator named right before it; otherwise from the whole, if
 * the sentence has stated the score of the whole or says 共, and has spoken of no indicator.
 */
function compareDeductions(place: ScoredText, stated: readonly number[]): void {
  const { text, result, paragraph, own } = place;
  const { table, deduction, deductions } = result;
  const isOther = otherScores(text, place.year);
  let next = 0;
  for (const sentence of text.matchAll(/[^。；]+/g)) {
    const from = sentence.index;
    const matches = [...text.slice(0, from + sentence[0].length).matchAll(startingAt(DEDUCTION, from))];
    if (matches.length === 0) continue;
    const firstNamed = from + firstMention(paragraph.text.slice(from, from + sentence[0].length), table.indicators);
    while ((stated[next] ?? from) < from) next++;
    const firstStated = stated[next] ?? Number.POSITIVE_INFINITY;
    for (const match of matches) {
      if (isOther(match.index)) continue;
      const named = indicatorBefore(paragraph.text, match.index, table.indicators);
      if (named) {
        const { indicator } = named;
        const lost = leadOf(paragraph.text, named.from, [...own, ...BECAUSE]) && deductions.get(indicator);
        if (lost) compareAmount(place, match, `“${indicator.label}”扣`, lost, pathOf(indicator, '扣分'));
        continue;
      }
      const isOfTheWhole = match[1] !== undefined || firstStated < match.index;
      if (!deduction || !isOfTheWhole || firstNamed < match.index) continue;
      if (leadOf(paragraph.text, match.index, [...own, ...OF_THE_WHOLE])) {
        compareAmount(place, match, '扣', deduction, `${table.name}.扣分`);
      }
    }
  }
}

function startingAt(expression: RegExp, from: number): RegExp {
  const fresh = new RegExp(expression);
  fresh.lastIndex = from;
  return fresh;
}

function pathOf({ path }: Indicator, attribute: string): string {
  return [...path, attribute].join('.');
}

/** What an indicator or a group is called: 产出指标 is 产出 as well. */
function namesOf({ name, label }: Indicator): string[] {
  return [name, label, name.replace(/指标$/, '')].filter((text) => text.length > 1);
}

/** The indicator or group whose name ends right before a place, the longest name of several. */
function indicatorBefore(
  text: string,
  place: number,
  indicators: readonly Indicator[],
): { readonly indicator: Indicator; readonly from: number } | undefined {
  const ends = [place];
  for (const end of ends) {
    const passed = /(?:指标|[”"’的])$/.exec(text.slice(Math.max(0, end - 2), end))?.[0];
    if (passed !== undefined) ends.push(end - passed.length);
  }
  let longest: { readonly indicator: Indicator; readonly from: number } | undefined;
  for (const indicator of withParts(indicators)) {
    for (const name of namesOf(indicator)) {
      const from = Math.min(...ends.filter((end) => text.endsWith(name, end)).map((end) => end - name.length));
      if (from < (longest?.from ?? place)) longest = { indicator, from };
    }
  }
  return longest;
}

/** Where a sentence first speaks of an indicator. */
function firstMention(sentence: string, indicators: readonly Indicator[]): number {
  const places = [...withParts(indicators)].flatMap(namesOf).map((name) => sentence.indexOf(name));
  return Math.min(...places.filter((at) => at >= 0));
}

function isWritten(digits: string | undefined, value: Quantity): boolean {
  const order = compare(literal(digits ?? '', '分'), value);
  return order.ok && order.value === 0;
}

function compareAmount(
  { paragraph, text, context }: ScoredText,
  match: RegExpExecArray,
  what: string,
  value: Quantity,
  path: string,
): void {
  const [from = 0] = match.indices?.[2] ?? [];
  const end = match.index + match[0].length;
  if (!isLiteral(paragraph, from, end) || INEXACT_AFTER.test(text.slice(end, end + 6))) return;
  const written = literal(match[2] ?? '', '分');
  if (isWritten(match[2], value)) return;
  const facts = { what, literal: quantityText(written), value: quantityText(value), path };
  context.report(prose.differsFromScore.at(spanOfStretch(paragraph, from, end), facts));
}

function compareGrades({ paragraph, text, result, year, context }: ScoredText): void {
  const { table, rubric } = result;
  const grade = table.statedGrade?.text ?? table.grade;
  if (grade === undefined || !rubric) return;
  const names = rubric.grades.map(({ name }) => name);
  const isOther = otherScores(text, year);
  for (const match of paragraph.text.matchAll(GRADE)) {
    if (isOther(match.index)) continue;
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
