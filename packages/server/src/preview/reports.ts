import type { EvaluatedReport } from '@jixiao/core';
import type { EvaluatedFile } from '@jixiao/language';
import { toRange } from '../diagnostics/conversion.js';
import type { ReportInFile } from '../protocol.js';

/** The reports of a file, each with an id made from its title. */
export function reportsById(file: EvaluatedFile): ReadonlyMap<string, EvaluatedReport> {
  const reports = new Map<string, EvaluatedReport>();
  /** How far the numbers behind a title have come; those before are taken, so nobody need try them again. */
  const numbers = new Map<string, number>();
  for (const report of file.reports) {
    const { title } = report;
    let number = numbers.get(title) ?? 1;
    while (reports.has(idOf(title, number))) number++;
    numbers.set(title, number + 1);
    reports.set(idOf(title, number), report);
  }
  return reports;
}

function idOf(title: string, number: number): string {
  return number === 1 ? title : `${title}~${number}`;
}

export function listReports(file: EvaluatedFile): ReportInFile[] {
  return [...reportsById(file)].map(([id, { title, span }]) => ({ id, title, range: toRange(span) }));
}
