import type { EvaluatedReport, Prose, ReportItem } from '@jixiao/core';
import type { EvaluatedPiece } from '../../evaluation/analysis.js';
import type { Context } from '../../evaluation/context.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { type ParagraphText, paragraphTexts } from './paragraph-text.js';

/** A rule about a paragraph of a report. It reports through the context, which remembers its findings with the block of prose. */
export type ParagraphRule = (paragraph: ParagraphText, report: ReportFacts, context: Context) => void;

/** What a paragraph may ask of its report. A block is looked at again when one of these changes. */
export type ReportFacts = Pick<EvaluatedReport, 'year'>;

/** Applies rules to every paragraph of the reports of a piece; sections and blocks that did not change are left alone. */
export function applyToParagraphs(
  rules: readonly ParagraphRule[],
  piece: EvaluatedPiece,
  evaluation: Evaluation,
): void {
  for (const report of piece.reports) {
    applyToItems(rules, report.items, [], report, evaluation.contextAt(report.span.anchor));
  }
}

function applyToItems(
  rules: readonly ParagraphRule[],
  items: readonly ReportItem[],
  headings: readonly string[],
  report: ReportFacts,
  { evaluation, anchor, unit }: Context,
): void {
  const surroundings = `${report.year ?? ''} ${headings.join(' ')}`;
  for (const item of items) {
    if (item.kind !== 'prose' && !('items' in item)) continue;
    evaluation.notePart(unit, item);
    const known = evaluation.memo(item).wording;
    if (known?.surroundings === surroundings) continue;
    if (known) evaluation.forget(item);
    const context = evaluation.contextAt(anchor, [], item);
    if (item.kind === 'prose') applyToProse(rules, item, headings, report, context);
    else {
      const inside = item.kind === 'landscape' ? headings : [...headings, item.title];
      applyToItems(rules, item.items, inside, report, context);
    }
    evaluation.memo(item).wording = { surroundings };
    evaluation.settleParts(item);
  }
}

function applyToProse(
  rules: readonly ParagraphRule[],
  prose: Prose,
  headings: readonly string[],
  report: ReportFacts,
  context: Context,
): void {
  for (const paragraph of paragraphTexts(prose, headings)) {
    for (const rule of rules) rule(paragraph, report, context);
  }
}
