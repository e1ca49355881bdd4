import type { EvaluatedReport, Prose } from '@jixiao/core';
import type { EvaluatedPiece } from '../../evaluation/analysis.js';
import type { Context } from '../../evaluation/context.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { type ParagraphText, paragraphTexts, prosesIn } from './paragraph-text.js';

/** A rule about a paragraph of a report. It reports through the context, which remembers its findings with the block of prose. */
export type ParagraphRule = (paragraph: ParagraphText, report: ReportFacts, context: Context) => void;

/** What a paragraph may ask of its report. A block is looked at again when one of these changes. */
export type ReportFacts = Pick<EvaluatedReport, 'year'>;

/** Applies rules to every paragraph of the reports of a piece, block by block; blocks that did not change are left alone. */
export function applyToParagraphs(
  rules: readonly ParagraphRule[],
  piece: EvaluatedPiece,
  evaluation: Evaluation,
): void {
  for (const report of piece.reports) {
    const { anchor } = report.span;
    for (const { prose, headings } of prosesIn(report.items, [])) {
      evaluation.notePart(anchor, prose);
      const surroundings = `${report.year ?? ''} ${headings.join(' ')}`;
      const known = evaluation.memo(prose).prose;
      if (known?.surroundings === surroundings) continue;
      if (known) evaluation.forget(prose);
      apply(rules, prose, headings, report, evaluation.contextAt(anchor, [], prose));
      evaluation.memo(prose).prose = { evaluated: prose, surroundings };
    }
  }
}

function apply(
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
