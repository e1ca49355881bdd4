import { catalogue } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { spanOf } from '../syntax/spans.js';
import type { Report } from './rule.js';

const { names } = catalogue;

export function importsMustBeReadable(file: EvaluatedFile, evaluation: Evaluation, report: Report): void {
  for (const { node, piece, target } of evaluation.sources.importsOf(file.file)) {
    const at = spanOf(node.path, piece.anchor);
    const path = node.path.value;
    if (target.kind === 'missing') report(names.importMissing.at(at, { path }));
    else if (target.kind === 'outside') report(names.importOutside.at(at, { path }));
    else if (target.kind === 'unreadable') {
      report(names.importUnreadable.at(at, { path, whyZh: target.why.zh, whyEn: target.why.en }));
    }
  }
}

export function importsMustNotFormACircle(file: EvaluatedFile, evaluation: Evaluation, report: Report): void {
  for (const { node, piece, target } of evaluation.sources.importsOf(file.file)) {
    const circle = target.kind === 'file' ? evaluation.sources.circle(file.file, target.file) : undefined;
    if (circle) {
      const files = circle.map((name) => name.slice(name.lastIndexOf('/') + 1));
      report(names.importCycle.at(spanOf(node.path, piece.anchor), { files }));
    }
  }
}
