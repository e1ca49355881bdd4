import { catalogue, type Quantity, quantityText, subtract } from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import { findIndicator } from '../../evaluation/indicators.js';
import type { Amount } from './amounts.js';
import { quotes, type Thing } from './figures-named.js';
import type { Label } from './labels.js';
import { type ParagraphText, spanOfStretch } from './paragraph-text.js';

const { prose } = catalogue;

/** What was meant to be reached is not what was; 目标完成情况 tells of what was. */
const PLANNED = /目标(?!的?(?:完成|实现|达成))|指标值|预期|计划|设定/;

/** A sentence says what it speaks of before its first amount, not further back than this. */
const LONGEST_LEAD = 60;

/** What a text says of an indicator was reached is the actual of the table: “群众满意度96%”. */
export function compareWithActuals(
  amount: Amount,
  { name, from, found }: Label<Thing>,
  paragraph: ParagraphText,
  context: Context,
): void {
  const lead = paragraph.text.slice(Math.max(0, from - LONGEST_LEAD), from);
  if (PLANNED.test(lead.split(/[。；]/).at(-1) ?? '') || paragraph.headings.some((it) => PLANNED.test(it))) return;
  const actuals = found.flatMap((thing) => actualsOf(thing, context)).filter((actual) => fits(actual.quantity, amount));
  const [first] = actuals;
  if (!first || actuals.some(({ quantity }) => quotes(amount.quantity, quantity))) return;
  const facts = {
    what: `“${name}”实际值`,
    literal: amount.text,
    value: [...new Set(actuals.map(({ quantity }) => quantityText(quantity)))].join('或'),
    path: first.path,
  };
  context.report(prose.differsFromScore.at(spanOfStretch(paragraph, amount.from, amount.to), facts));
}

function fits(actual: Quantity, { quantity }: Amount): boolean {
  return subtract(actual, quantity).ok;
}

function actualsOf(thing: Thing, { evaluation }: Context): { readonly path: string; readonly quantity: Quantity }[] {
  if (thing.kind !== 'indicator') return [];
  const result = evaluation.indicatorTable(thing.table, thing.nameSpan.anchor);
  const actual = result && findIndicator(result.table, thing.path)?.actual;
  return actual?.kind === 'quantity' ? [{ path: [...thing.path, '实际'].join('.'), quantity: actual.quantity }] : [];
}
