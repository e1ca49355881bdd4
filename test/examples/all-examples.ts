import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvaluatedReport } from '@jixiao/core';
import { loadExample } from './load-example.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/** A report of an example, by a name that suits a file. */
export interface ExampleReport {
  readonly name: string;
  readonly report: EvaluatedReport;
}

/** The paths of all .perf files below examples/, also of those that only lend figures. */
export function exampleFiles(): string[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.perf'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** Every report that the examples hold. */
export async function exampleReports(): Promise<ExampleReport[]> {
  const reports: ExampleReport[] = [];
  for (const example of exampleFiles()) {
    const { analysis, file } = await loadExample(example);
    analysis.evaluated(file).reports.forEach((report, index) => {
      const suffix = index === 0 ? '' : `-${index + 1}`;
      reports.push({ name: example.replace(/\.perf$/, suffix).replaceAll('/', '-'), report });
    });
  }
  return reports;
}
