import type { ImageSource } from '@jixiao/report';
import { base64 } from '../base64.js';
import type { ServerContext } from '../context.js';
import { countFindings } from '../diagnostics/severities.js';
import { imagePaths } from '../preview/renderer.js';
import { reportsById } from '../preview/reports.js';
import { compileRequest } from '../protocol.js';
import { SERVER_NAME, SERVER_VERSION } from '../version.js';
import { handler } from './handler.js';

/** A report as a Word document. */
export const compile = handler(compileRequest, async ({ uri, report: id, draft = false }, context) => {
  const { workspace, configuration } = context;
  const file = workspace.names.of(uri);
  await workspace.pendingFor(file);
  const { layout, writeDocx } = await import('@jixiao/report');
  if (!workspace.has(file)) return null;
  const analysis = workspace.analysisOf(file);
  const report = reportsById(analysis.evaluated(file)).get(id);
  if (!report) return null;
  const findings = countFindings(analysis.findings(file), analysis.allowed(file).length, configuration.current);
  const tree = layout(report);
  const paths = new Set(imagePaths(tree));
  const images = await readImages(paths, file, context);
  const bytes = await writeDocx(tree, { images, draft, generator: `${SERVER_NAME} ${SERVER_VERSION}` });
  return {
    content: base64(bytes),
    fileName: `${fileNameOf(report.title)}.docx`,
    findings,
    missingImages: [...paths].filter((path) => !images.has(path)),
  };
});

async function readImages(
  paths: Iterable<string>,
  file: string,
  { workspace }: ServerContext,
): Promise<Map<string, ImageSource>> {
  const images = new Map<string, ImageSource>();
  for (const path of paths) {
    const target = workspace.resolve(file, path);
    const type = target === undefined ? undefined : imageType(target);
    if (target === undefined || !type) continue;
    const bytes = await workspace.fileSystem.readBytes(target);
    if (bytes) images.set(path, { bytes, type });
  }
  return images;
}

/** By the ending of the name. SVG would need a second picture in pixels, which nothing here can draw. */
function imageType(file: string): Exclude<ImageSource['type'], 'svg'> | undefined {
  switch (file.slice(file.lastIndexOf('.') + 1).toLowerCase()) {
    case 'png':
      return 'png';
    case 'jpg':
    case 'jpeg':
      return 'jpg';
    case 'gif':
      return 'gif';
    case 'bmp':
      return 'bmp';
    default:
      return undefined;
  }
}

/** A title as a file may be called on every system. */
function fileNameOf(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  return name === '' ? '报告' : name;
}
