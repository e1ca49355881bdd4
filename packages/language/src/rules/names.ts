import { catalogue } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { PerfSymbol } from '../evaluation/symbols.js';
import type { Report } from './rule.js';

/** Two declarations of one path: whoever refers to it cannot say which is meant. */
export function namesMustBeUnique(file: EvaluatedFile, _evaluation: Evaluation, report: Report): void {
  const first = new Map<string, PerfSymbol>();
  for (const symbol of file.symbols) {
    const key = symbol.path.join('\u0000');
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, symbol);
      continue;
    }
    report(
      catalogue.names.duplicate.at(symbol.nameSpan, { name: symbol.path.join('.') }, [
        { at: earlier.nameSpan, message: { zh: '先前在这里声明', en: 'first declared here' } },
      ]),
    );
  }
}
