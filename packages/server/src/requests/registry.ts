import type { ServerContext } from '../context.js';
import { compile } from './compile.js';
import { content } from './content.js';
import { figures } from './figures.js';
import type { RequestHandler } from './handler.js';
import { newReport, reportChoices } from './new-report.js';
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
  paste,
  reportChoices,
  newReport,
];

/** Answers every custom request. */
export function registerRequests(context: ServerContext): void {
  for (const { register } of HANDLERS) register(context);
}
