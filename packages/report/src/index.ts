export type { ImageSource } from './docx/image.js';
export { lintDocx, type Problem as LintProblem } from './docx/lint.js';
export { inspectPicture } from './docx/picture.js';
export { type DocxOptions, writeDocx } from './docx/write.js';
export type { HtmlOptions } from './html/blocks.js';
export { type HtmlBlock, type HtmlPages, paintHtml } from './html/paint.js';
export { previewStyleSheet } from './html/style-sheet.js';
export * from './layout/document.js';
export { type LayoutOptions, layout } from './layout/layout.js';
