import { base64 } from '../base64.js';
import { readPictures } from '../preview/images.js';
import { reportsById } from '../preview/reports.js';
import { exportPageRequest } from '../protocol.js';
import { handler } from './handler.js';

/** What browsers call the kinds of pictures. */
const MEDIA_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
} as const;

/** The sheets lie on grey on the screen and alone on the paper of a printer. */
const AROUND = `body { margin: 0; background: #e4e4e4; }
@media print { @page { size: A4; margin: 0; } body { background: none; } .jx-sheet { margin: 0 auto !important; } }`;

/** A report as one HTML file that needs nothing beside it. */
export const exportPage = handler(exportPageRequest, async ({ uri, report: id }, context) => {
  const { workspace } = context;
  const file = workspace.names.of(uri);
  await workspace.pendingFor(file);
  const { layout, paintHtml, picturePaths, previewStyleSheet } = await import('@jixiao/report');
  if (!workspace.has(file)) return null;
  const report = reportsById(workspace.analysisOf(file).evaluated(file)).get(id);
  if (!report) return null;
  const paths = picturePaths(report);
  const pictures = await readPictures(paths, file, context);
  const images = new Map<string, string>();
  for (const [path, { type, bytes }] of pictures) {
    images.set(path, `data:${MEDIA_TYPES[type]};base64,${base64(bytes)}`);
  }
  const { title, blocks } = paintHtml(layout(report, { pictures }), { imageUrl: (path) => images.get(path) });
  const html = page(title, `${previewStyleSheet()}\n${AROUND}`, blocks.map((block) => block.html).join('\n'));
  return { html, missingImages: paths.filter((path) => !images.has(path)) };
});

function page(title: string, style: string, body: string): string {
  const safe = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${safe}</title>
<style>
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
