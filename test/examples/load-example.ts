import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvaluatedReport, ReportItem, Run } from '@jixiao/core';
import { type Analysis, analyse, loadSources } from '@jixiao/language';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

export interface LoadedExample {
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** An example of the project with everything it imports. */
export async function loadExample(name: string): Promise<LoadedExample> {
  const file = path.join(EXAMPLES, name);
  const result = await loadSources([file], {
    read: (at) =>
      existsSync(at)
        ? { ok: true, text: readFileSync(at, 'utf8') }
        : { ok: false, missing: true, why: { zh: at, en: at } },
    resolve: (from, to) => path.resolve(path.dirname(from), to),
  });
  if (!result.ok) throw new Error(`${name} cannot be read`);
  return { file, text: readFileSync(file, 'utf8'), analysis: analyse(result.sources) };
}

/** The runs of all prose of a report, in order. */
export function runsOf(report: EvaluatedReport): Run[] {
  return report.items.flatMap(runsOfItem);
}

function runsOfItem(item: ReportItem): Run[] {
  if (item.kind === 'prose') return item.paragraphs.flatMap(({ runs }) => runs);
  return 'items' in item ? item.items.flatMap(runsOfItem) : [];
}

/** The titles of a report's sections, deeper ones indented. */
export function titlesOf(items: readonly ReportItem[], indent = ''): string[] {
  return items.flatMap((item) =>
    item.kind === 'section' ? [indent + item.title, ...titlesOf(item.items, `${indent}  `)] : [],
  );
}
