import type { EvaluatedReport, Prose, ReportItem, Section } from '@jixiao/core';
import type { EvaluatedPiece } from '../../evaluation/analysis.js';
import type { Context } from '../../evaluation/context.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { type ParagraphText, paragraphTexts } from './paragraph-text.js';

/** A rule about a paragraph of a report. It reports through the context, which remembers its findings with the block of prose. */
export type ParagraphRule = (paragraph: ParagraphText, report: ReportFacts, context: Context) => void;

/** A rule about a section and its heading; what stands in it has rules of its own. */
export type SectionRule = (section: Section, context: Context) => void;

/** What is looked at in the wording of a report. */
export interface WordingRules {
  readonly sections: readonly SectionRule[];
  readonly paragraphs: readonly ParagraphRule[];
}

/** What a paragraph may ask of its report. A block is looked at again when one of these changes. */
export type ReportFacts = Pick<EvaluatedReport, 'year' | 'unit'>;

/** Applies rules to the sections and paragraphs of the reports of a piece; those that did not change are left alone. */
export function applyToWording(rules: WordingRules, piece: EvaluatedPiece, evaluation: Evaluation): void {
  for (const report of piece.reports) {
    applyToItems(rules, report.items, [], report, evaluation.contextAt(report.span.anchor));
  }
}

function applyToItems(
  rules: WordingRules,
  items: readonly ReportItem[],
  headings: readonly string[],
  report: ReportFacts,
  { evaluation, anchor, unit }: Context,
): void {
  const { year = '', unit: body } = report;
  const surroundings = [year, body?.name, body?.label, body?.shortName, ...headings].join(' ');
  for (const item of items) {
    if (item.kind !== 'prose' && !('items' in item)) continue;
    evaluation.notePart(unit, item);
    const known = evaluation.memo(item).wording;
    if (known?.surroundings === surroundings) continue;
    if (known) evaluation.forget(item);
    const context = evaluation.contextAt(anchor, [], item);
    if (item.kind === 'prose') applyToProse(rules.paragraphs, item, headings, report, context);
    else {
      if (item.kind === 'section') for (const rule of rules.sections) rule(item, context);
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
