import { catalogue } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { Report } from './rule.js';

/** Two declarations of one path: whoever refers to it cannot say which is meant. */
export function namesMustBeUnique({ file }: EvaluatedFile, evaluation: Evaluation, report: Report): void {
  for (const [first, ...others] of evaluation.sources.repeatedNames(file)) {
    for (const symbol of others) {
      report(
        catalogue.names.duplicate.at(symbol.nameSpan, { name: symbol.path.join('.') }, [
          { at: (first ?? symbol).nameSpan, message: { zh: '先前在这里声明', en: 'first declared here' } },
        ]),
      );
    }
  }
}
