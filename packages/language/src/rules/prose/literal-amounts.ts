import { catalogue, isPure, PERCENT, quantityText, type RelatedPlace, subtract } from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import { differenceOf } from '../weights.js';
import { type Amount, amountsIn } from './amounts.js';
import { distributed } from './distribution.js';
import { type Candidate, candidatesAmong, quotes, type Thing, thingsCalled } from './figures-named.js';
import { type Label, labelsEnding, placesBefore } from './labels.js';
import { compareWithActuals } from './literal-actuals.js';
import { isLiteral, type ParagraphText, spanOfStretch } from './paragraph-text.js';
import type { ParagraphRule, ReportFacts } from './rule.js';
import { otherTimes } from './spoken-time.js';
import { leadOf } from './standing-alone.js';

const { prose } = catalogue;

/** A name that an amount belongs to, and the column that the text names with it. */
interface Meant extends Label<Thing> {
  readonly column: readonly Thing[] | undefined;
}

/**
 * A literal amount right after the name of a known figure is compared with it: the same is better
 * written as a reference, a different one contradicts the table (文表不一致).
 */
export const literalAmountsShouldAgreeWithFigures: ParagraphRule = (paragraph, report, context) => {
  const { text } = paragraph;
  const amounts = amountsIn(text);
  if (amounts.length === 0) return;
  const find = thingsCalled(context);
  const inOrder = distributed(text, amounts, (end) => labelsEnding(text, end, (name) => find(name).filter(hasValue)));
  const isOtherTime = otherTimes(text, report.year);
  const surroundings = mentionedIn(paragraph);
  for (const amount of amounts) {
    if (!amount.isExact || !isLiteral(paragraph, amount.from, amount.to)) continue;
    const meant = inOrder.has(amount) ? asMeant(inOrder.get(amount)) : nameBefore(text, amount.from, find);
    if (meant) compareAt(amount, meant, { paragraph, report, context, isOtherTime, surroundings });
  }
};

interface Surroundings {
  readonly paragraph: ParagraphText;
  readonly report: ReportFacts;
  readonly context: Context;
  readonly isOtherTime: (place: number) => boolean;
  /** Whether a name has been mentioned before a place. */
  readonly surroundings: (name: string, place: number) => boolean;
}

function compareAt(amount: Amount, meant: Meant, around: Surroundings): void {
  const { paragraph, report, context } = around;
  const { unit } = report;
  const columns = meant.found.flatMap((thing) =>
    thing.kind === 'figure' ? thing.figure.table.columns.flatMap(({ name, label }) => [name, label]) : [],
  );
  const own = [unit?.shortName ?? '', unit?.label ?? '', unit?.name ?? ''];
  // A name that was given out in order stands in a row of names, which was looked at as a whole.
  const lead = leadOf(paragraph.text, meant.from, [...columns, ...own]);
  if (!lead || around.isOtherTime(columnNamed(lead.words, columns) ? lead.from : meant.from)) return;
  const written = columnNamed(lead.words, columns);
  const fitting = candidatesAmong(meant.found, context).filter(
    ({ quantity, column }) =>
      subtract(quantity, amount.quantity).ok &&
      (!meant.column || meant.column.some((thing) => thing.kind === 'column' && thing.column === column)) &&
      (written === undefined || column?.name === written || column?.label === written),
  );
  if (fitting.length > 0) tell(amount, meant.name, fitting, around, meant.from);
  else compareWithActuals(amount, meant, paragraph, context);
}

function columnNamed(words: readonly string[], columns: readonly string[]): string | undefined {
  return words.find((word) => columns.includes(word));
}

function tell(
  amount: Amount,
  name: string,
  fitting: readonly Candidate[],
  { paragraph, context, surroundings }: Surroundings,
  place: number,
): void {
  const [best] = mentionedFirst(fitting, (label) => surroundings(label, place));
  if (!best) return;
  const span = spanOfStretch(paragraph, amount.from, amount.to);
  const { text } = amount;
  const same = fitting.find(({ quantity }) => quotes(amount.quantity, quantity));
  if (same) {
    const facts = { literal: text, path: same.path, name, value: quantityText(same.quantity), text };
    context.report(prose.repeatedFigure.at(span, facts, relatedTo([same])));
    return;
  }
  const facts = {
    literal: text,
    path: best.path,
    name,
    value: [...new Set(fitting.map(({ quantity }) => quantityText(quantity)))].join('或'),
    ...(fitting.length === 1 ? difference(amount, best) : { difference: '', inPoints: false }),
    text,
  };
  context.report(prose.differsFromFigure.at(span, facts, relatedTo(fitting)));
}

/** Rates differ by percentage points. */
function difference({ quantity }: Amount, { quantity: figure }: Candidate): { difference: string; inPoints: boolean } {
  const text = differenceOf(quantity, figure) ?? '';
  const inPoints = isPure(quantity.unit) && text.endsWith(PERCENT.symbol);
  return { difference: inPoints ? text.slice(0, -PERCENT.symbol.length) : text, inPoints };
}

function relatedTo(candidates: readonly Candidate[]): RelatedPlace[] {
  return candidates.map(({ at, path, quantity }) => {
    const text = `${path} = ${quantityText(quantity)}`;
    return { at, message: { zh: text, en: text } };
  });
}

/** The longest known name that an amount follows, with the name of a column between them or without. */
function nameBefore(text: string, end: number, find: (name: string) => readonly Thing[]): Meant | undefined {
  let longest: Meant | undefined;
  const consider = (place: number, column: readonly Thing[] | undefined) => {
    for (const label of labelsEnding(text, place, find)) {
      const named = label.found.filter((thing) => thing.kind === 'column');
      const figures = label.found.filter(
        (thing) => (!column && hasValue(thing)) || column?.some((other) => isColumnOf(other, thing)),
      );
      if (figures.length > 0 && (!longest || label.from < longest.from)) longest = { ...label, found: figures, column };
      if (column || named.length === 0) continue;
      const owner = text[label.from - 1] === '的' ? label.from - 1 : label.from;
      for (const before of placesBefore(text, owner)) consider(before, named);
    }
  };
  for (const place of placesBefore(text, end)) consider(place, undefined);
  return longest;
}

function hasValue({ kind }: Thing): boolean {
  return kind !== 'column';
}

function isColumnOf(column: Thing, figure: Thing): boolean {
  return column.kind === 'column' && figure.kind === 'figure' && column.column.table === figure.figure.table;
}

function asMeant(label: Label<Thing> | undefined): Meant | undefined {
  return label && { ...label, column: undefined };
}

/** Of several figures of one name, those first whose surroundings the text has mentioned. */
function mentionedFirst(candidates: readonly Candidate[], isMentioned: (label: string) => boolean): Candidate[] {
  const score = ({ figure }: Candidate) => {
    let mentioned = 0;
    for (let around = figure.parent; around; around = around.parent) {
      if (isMentioned(around.label) || isMentioned(around.name)) mentioned++;
    }
    return mentioned;
  };
  return [...candidates].sort((a, b) => score(b) - score(a));
}

/** Each name is sought once in a paragraph, however many amounts ask for it. */
function mentionedIn({ text, headings }: ParagraphText): (name: string, place: number) => boolean {
  const firstEnds = new Map<string, number>();
  return (name, place) => {
    let end = firstEnds.get(name);
    if (end === undefined) {
      const at = text.indexOf(name);
      end = headings.some((heading) => heading.includes(name))
        ? 0
        : at < 0
          ? Number.POSITIVE_INFINITY
          : at + name.length;
      firstEnds.set(name, end);
    }
    return end <= place;
  };
}
