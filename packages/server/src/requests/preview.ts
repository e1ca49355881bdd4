import { toLocation } from '../diagnostics/conversion.js';
import { listReports } from '../preview/reports.js';
import { previewRequest, previewSourceRequest, previewTargetRequest, reportsRequest } from '../protocol.js';
import { handler } from './handler.js';

/** The reports that can be previewed or compiled. */
export const reports = handler(reportsRequest, async ({ uri }, { workspace }) => {
  const file = workspace.names.of(uri);
  await workspace.pendingFor(file);
  return workspace.has(file) ? listReports(workspace.analysisOf(file).evaluated(file)) : [];
});

export const preview = handler(previewRequest, (params, { previews }) => previews.update(params));

/** From the paper to the source. */
export const previewSource = handler(
  previewSourceRequest,
  ({ uri, report, key, place = 0 }, { previews, workspace }) => {
    const block = previews.last(uri, report)?.pages.blocks.find((candidate) => candidate.key === key);
    const span = block?.places[place];
    return span ? toLocation(span, (file) => workspace.uriOf(file)) : null;
  },
);

/** From the source to the paper. */
export const previewTarget = handler(
  previewTargetRequest,
  ({ uri, report, position, source = uri }, { previews, workspace }) =>
    previews.last(uri, report)?.places.at(workspace.names.of(source), position) ?? null,
);
