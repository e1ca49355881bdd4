import { nextYearReport } from '@jixiao/language/services';
import { nextYearRequest } from '../protocol.js';
import { pathBetween } from '../workspace/file-names.js';
import { handler } from './handler.js';

/** A report made from last year's: texts stay, figures are left blank, last year's stand beside them. */
export const nextYear = handler(nextYearRequest, async ({ uri, target }, { workspace }) => {
  const file = workspace.names.of(uri);
  await workspace.pendingFor(file);
  const from = workspace.names.of(target);
  return nextYearReport(workspace.analysisOf(file), file, { pathTo: (other) => pathBetween(from, other) }) ?? null;
});
