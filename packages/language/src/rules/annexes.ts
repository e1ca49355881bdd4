import { type Annex, catalogue, type ReportItem } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';

const { outlines } = catalogue;

/** Annexes are numbered upwards, each number once. A package may begin elsewhere than at 1, and leave some to other files. */
export function annexesMustBeNumberedInOrder(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const report of file.reports) {
    const seen = new Map<number, Annex>();
    let previous: Annex | undefined;
    for (const annex of annexesIn(report.items)) {
      const first = seen.get(annex.number);
      if (previous && (first || annex.number < previous.number)) {
        evaluation.report(
          outlines.annexNumber.at(
            annex.numberSpan,
            { number: annex.number, previous: previous.number, repeated: first !== undefined },
            [{ at: (first ?? previous).numberSpan, message: { zh: '前面的附件', en: 'the annex before it' } }],
          ),
        );
      }
      seen.set(annex.number, first ?? annex);
      previous = annex;
    }
  }
}

/** The annexes of a report in the order in which they are printed; one whose number cannot be read has none. */
function annexesIn(items: readonly ReportItem[]): Annex[] {
  return items.flatMap((item): Annex[] => {
    if (item.kind === 'annex') return [...(item.number > 0 ? [item] : []), ...annexesIn(item.items)];
    return item.kind === 'section' || item.kind === 'landscape' ? annexesIn(item.items) : [];
  });
}
