import { catalogue } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { PerfSymbol } from '../evaluation/symbols.js';

/** Two declarations of one path: whoever refers to it cannot say which is meant. */
export function namesMustBeUnique(file: EvaluatedFile, evaluation: Evaluation): void {
  const first = new Map<string, PerfSymbol>();
  for (const symbol of file.symbols) {
    const key = JSON.stringify(symbol.path);
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, symbol);
      continue;
    }
    evaluation.report(
      catalogue.names.duplicate.at(symbol.nameSpan, { name: symbol.path.join('.') }, [
        { at: earlier.nameSpan, message: { zh: '先前在这里声明', en: 'first declared here' } },
      ]),
    );
  }
}
