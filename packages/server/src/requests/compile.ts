import { base64 } from '../base64.js';
import { countFindings } from '../diagnostics/severities.js';
import { readPictures } from '../preview/images.js';
import { reportsById } from '../preview/reports.js';
import { compileRequest } from '../protocol.js';
import { SERVER_NAME, SERVER_VERSION } from '../version.js';
import { handler } from './handler.js';

/** A report as a Word document. */
export const compile = handler(compileRequest, async ({ uri, report: id, draft = false }, context) => {
  const { workspace } = context;
  const file = workspace.names.of(uri);
  await workspace.pendingFor(file);
  const { layout, picturePaths, writeDocx } = await import('@jixiao/report');
  if (!workspace.has(file)) return null;
  const analysis = workspace.analysisOf(file);
  const report = reportsById(analysis.evaluated(file)).get(id);
  if (!report) return null;
  const findings = countFindings(analysis.findings(file), analysis.allowed(file).length);
  const paths = picturePaths(report);
  const images = await readPictures(paths, file, context);
  const bytes = await writeDocx(layout(report, { pictures: images }), {
    images,
    draft,
    generator: `${SERVER_NAME} ${SERVER_VERSION}`,
  });
  return {
    content: base64(bytes),
    findings,
    missingImages: paths.filter((path) => !images.has(path)),
  };
});
