import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { EvaluatedReport } from '@jixiao/core';
import { analyse, loadSources } from '@jixiao/language';

/** The first report of a file, evaluated with what the file imports. */
export async function evaluatedReport(file: string): Promise<EvaluatedReport> {
  const loaded = await loadSources([file], {
    read: (name) => ({ ok: true, text: readFileSync(name, 'utf8') }),
    resolve: (from, path) => resolve(dirname(from), path),
  });
  const [report] = loaded.ok ? analyse(loaded.sources).evaluated(file).reports : [];
  if (!report) throw new Error(`${file} holds no report`);
  return report;
}
