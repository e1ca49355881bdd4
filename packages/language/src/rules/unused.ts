import { catalogue } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { Report } from './rule.js';

/**
 * Figures of a report's file that nothing refers to. A file without a report only provides figures
 * for others and is left alone.
 */
export function figuresThatNothingUses(file: EvaluatedFile, evaluation: Evaluation, report: Report): void {
  if (file.reports.length === 0) return;
  for (const { root } of evaluation.unusedTables(file.file)) {
    if (mentionedByImporters(root.name, file.file, evaluation)) continue;
    report(catalogue.comparisons.unused.at(root.nameSpan, { name: root.label }));
  }
}

function mentionedByImporters(name: string, file: string, evaluation: Evaluation): boolean {
  for (const [other, source] of evaluation.sources.files) {
    if (other === file) continue;
    const imports = evaluation.sources.importsOf(other);
    if (imports.some(({ target }) => target.kind === 'file' && target.file === file) && source.text.includes(name)) {
      return true;
    }
  }
  return false;
}
