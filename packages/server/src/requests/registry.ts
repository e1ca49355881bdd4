import type { ServerContext } from '../context.js';
import { check } from './check.js';
import { compile } from './compile.js';
import { content } from './content.js';
import { convertKeywords } from './convert-keywords.js';
import { exportPage } from './export-page.js';
import { figures } from './figures.js';
import type { RequestHandler } from './handler.js';
import { newReport, newReportChoices } from './new-report.js';
import { nextYear } from './next-year.js';
import { paste } from './paste.js';
import { preview, previewSource, previewTarget, reports } from './preview.js';
import { status } from './status.js';

const HANDLERS: readonly RequestHandler[] = [
  content,
  status,
  figures,
  reports,
  preview,
  previewSource,
  previewTarget,
  compile,
  exportPage,
  check,
  paste,
  convertKeywords,
  newReportChoices,
  newReport,
  nextYear,
];

/** Answers every custom request. */
export function registerRequests(context: ServerContext): void {
  for (const { register } of HANDLERS) register(context);
}
