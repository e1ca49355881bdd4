import { type Captioned, catalogue, itemsMentioned, type ReportItem, type Run } from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';

const { names } = catalogue;

type Reference = Extract<Run, { kind: 'reference' }>;

/** What stands in an item and all that it holds. */
interface Numbered {
  readonly captioned: readonly Captioned[];
  readonly references: readonly Reference[];
}

const NONE: Numbered = { captioned: [], references: [] };

/** An evaluated item stays the same object as long as nothing in it changes. */
const numbered = new WeakMap<ReportItem, Numbered>();

/** What the text mentions by its number stands in the report as a table or chart; else paper shows a gap. */
export function mentionsMustBePrinted(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const report of file.reports) {
    const { captioned, references } = allOf(report.items);
    const found = itemsMentioned(
      captioned,
      references.map(({ target }) => target),
    );
    for (const { target, span } of references) {
      if (!found.has(target)) evaluation.report(names.notPrinted.at(span, { name: target }));
    }
  }
}

function allOf(items: readonly ReportItem[]): Numbered {
  const inside = items.map(numberedIn).filter((one) => one !== NONE);
  return {
    captioned: inside.flatMap(({ captioned }) => captioned),
    references: inside.flatMap(({ references }) => references),
  };
}

function numberedIn(item: ReportItem): Numbered {
  let known = numbered.get(item);
  if (!known) {
    known = look(item);
    numbered.set(item, known);
  }
  return known;
}

function look(item: ReportItem): Numbered {
  switch (item.kind) {
    case 'table':
    case 'chart':
    case 'image':
      return { captioned: [item], references: [] };
    case 'pagebreak':
      return NONE;
    case 'prose': {
      const references = item.paragraphs.flatMap(({ runs }) => runs.filter((run) => run.kind === 'reference'));
      return references.length > 0 ? { captioned: [], references } : NONE;
    }
    default:
      return allOf(item.items);
  }
}
