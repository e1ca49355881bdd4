import type { EvaluatedReport } from '@jixiao/core';
import type { EvaluatedFile } from '@jixiao/language';
import { toRange } from '../diagnostics/conversion.js';
import type { ReportInFile } from '../protocol.js';

/** The reports of a file, each with an id made from its title. */
export function reportsById(file: EvaluatedFile): ReadonlyMap<string, EvaluatedReport> {
  const reports = new Map<string, EvaluatedReport>();
  for (const report of file.reports) {
    let id = report.title;
    for (let number = 2; reports.has(id); number++) id = `${report.title}~${number}`;
    reports.set(id, report);
  }
  return reports;
}

export function listReports(file: EvaluatedFile): ReportInFile[] {
  return [...reportsById(file)].map(([id, { title, span }]) => ({ id, title, range: toRange(span) }));
}
