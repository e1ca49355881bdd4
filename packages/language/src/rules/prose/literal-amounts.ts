import {
  add,
  catalogue,
  convert,
  literal,
  NUMBER,
  type Quantity,
  quantityText,
  type RelatedPlace,
  roundHalfUp,
  type Span,
} from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import type { FigureDefinition } from '../../evaluation/definitions.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { labelKey } from '../../evaluation/scope.js';
import { differenceOf } from '../weights.js';
import { isLiteral, type ParagraphText, spanOfStretch } from './paragraph-text.js';
import type { ParagraphRule, ReportFacts } from './rule.js';

const { prose } = catalogue;

/** A figure that a text may mean by its label. */
interface Candidate {
  readonly figure: FigureDefinition;
  readonly path: string;
  readonly quantity: Quantity;
  readonly at: Span;
}

const AMOUNT = /\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const UNIT = /^(?:亿元|万元|千元|元|%|％|万人|人|户|个|起|座|亩|平方米|公里|米|吨|辆|家|项|次|口|名|件|处|所|台|套)/;

/** What may stand between the name of a figure and its amount, from the amount backwards. */
const CONNECTORS = [
  /\s+$/,
  /(?:分别)?(?:为|是|达到|达|有|约|：|:)$/,
  /(?:总额|合计|总计|共计|共|累计|支出|经费|资金|总数|人数|数|金额)$/,
];

/** Words before a name that say it is another year's. */
const OTHER_YEAR = /(?:上年|去年|上一年|同期|往年|年初|预计|计划|下年|明年)[^，。；]{0,6}$/;

/**
 * A literal amount right after the name of a known figure is compared with it: the same is better
 * written as a reference, a different one contradicts the table (文表不一致).
 */
export const literalAmountsShouldAgreeWithFigures: ParagraphRule = (paragraph, report, context) => {
  for (const match of paragraph.text.matchAll(AMOUNT)) compareAt(match, paragraph, report, context);
};

function compareAt(match: RegExpMatchArray, paragraph: ParagraphText, report: ReportFacts, context: Context): void {
  const { text } = paragraph;
  const from = match.index ?? 0;
  const unit = UNIT.exec(text.slice(from + match[0].length))?.[0];
  if (unit === undefined) return;
  const to = from + match[0].length + unit.length;
  if (!isLiteral(paragraph, from, to)) return;
  const before = text.slice(0, from);
  const named = nameBefore(before, (name) => candidatesFor(name, context));
  if (!named || speaksOfAnotherYear(named.lead, report.year)) return;
  const written = literal(match[0].replace(/[,，]/g, ''), unit);
  const fitting = named.candidates.filter(({ quantity }) => add(quantity, written).ok);
  const [best] = inContext(fitting, named.lead, paragraph.headings);
  if (!best) return;
  const same = fitting.find(({ quantity }) => quotes(written, quantity));
  const span = spanOfStretch(paragraph, from, to);
  const stretch = text.slice(from, to);
  if (same) {
    const facts = {
      literal: stretch,
      path: same.path,
      name: named.name,
      value: quantityText(same.quantity),
      text: stretch,
    };
    context.report(prose.repeatedFigure.at(span, facts, relatedTo([same])));
    return;
  }
  const facts = {
    literal: stretch,
    path: best.path,
    name: named.name,
    value: [...new Set(fitting.map(({ quantity }) => quantityText(quantity)))].join('或'),
    difference: fitting.length === 1 ? (differenceOf(written, best.quantity) ?? '') : '',
    text: stretch,
  };
  context.report(prose.differsFromFigure.at(span, facts, relatedTo(fitting)));
}

/**
 * One figure quoted in a text is the figure itself, in full or rounded half up to the decimals that
 * are written: the tolerance of a sum has no place here.
 */
export function quotes(written: Quantity, figure: Quantity): boolean {
  const inItsUnit = convert(figure, written.unit);
  if (!inItsUnit.ok) return false;
  const { amount } = inItsUnit.value;
  return amount.equals(written.amount) || roundHalfUp(amount, written.places).equals(written.amount);
}

function relatedTo(candidates: readonly Candidate[]): RelatedPlace[] {
  return candidates.map(({ at, path, quantity }) => {
    const text = `${path} = ${quantityText(quantity)}`;
    return { at, message: { zh: text, en: text } };
  });
}

/** The longest known name that ends right before an amount, and what stands before it. */
function nameBefore(
  before: string,
  find: (name: string) => readonly Candidate[],
): { name: string; lead: string; candidates: readonly Candidate[] } | undefined {
  let trimmed = before;
  for (const connector of [undefined, ...CONNECTORS]) {
    const rest = connector ? trimmed.replace(connector, '') : trimmed;
    if (connector && rest === trimmed) continue;
    trimmed = rest;
    for (let length = Math.min(LONGEST_NAME, trimmed.length); length >= SHORTEST_NAME; length--) {
      const name = trimmed.slice(trimmed.length - length);
      const candidates = find(name);
      if (candidates.length > 0) return { name, lead: trimmed.slice(0, trimmed.length - length), candidates };
    }
  }
  return undefined;
}

const SHORTEST_NAME = 2;
const LONGEST_NAME = 24;

function speaksOfAnotherYear(lead: string, year: number | undefined): boolean {
  if (OTHER_YEAR.test(lead)) return true;
  const sentence = lead.slice(Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('；')) + 1);
  const years = [...sentence.matchAll(/(20\d{2})年/g)];
  const last = years.at(-1)?.[1];
  return year !== undefined && last !== undefined && last !== String(year);
}

/** Of several figures of one name, those first whose surroundings the text has mentioned. */
function inContext(candidates: readonly Candidate[], lead: string, headings: readonly string[]): Candidate[] {
  const surroundings = `${headings.join('')}${lead}`;
  const score = ({ figure }: Candidate) => {
    let mentioned = 0;
    for (let around = figure.parent; around; around = around.parent) {
      if (surroundings.includes(around.label) || surroundings.includes(around.name)) mentioned++;
    }
    return mentioned;
  };
  return [...candidates].sort((a, b) => score(b) - score(a));
}

/** The figures that a text in a report may mean by a name, with their values. */
function candidatesFor(name: string, { evaluation, unit, anchor }: Context): Candidate[] {
  const candidates: Candidate[] = [];
  evaluation.noteLookup(unit, anchor.file, labelKey(name), undefined);
  for (const figure of evaluation.sources.labelled(anchor.file, name)) {
    evaluation.noteLookup(unit, anchor.file, labelKey(name), figure.nameSpan.anchor);
    candidates.push(...cellsOf(figure, evaluation));
  }
  return candidates;
}

function* cellsOf(figure: FigureDefinition, evaluation: Evaluation): Generator<Candidate> {
  const { columns } = figure.table;
  for (let column = 0; column < Math.max(1, columns.length); column++) {
    const { quantity } = evaluation.cell(figure, column);
    if (!quantity || quantity.unit === NUMBER) continue;
    const definition = columns[column];
    const path = [...figure.path, ...(definition ? [definition.name] : [])].join('.');
    yield { figure, path, quantity, at: figure.nameSpan };
  }
}
