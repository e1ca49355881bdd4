import { readOnlyDocuments } from './documents/read-only-documents.js';
import { convertKeywords } from './editing/convert-keywords.js';
import { spreadsheetPaste } from './editing/spreadsheet-paste.js';
import type { Feature } from './feature.js';
import { figuresView } from './figures/figures-view.js';
import { showFigures } from './figures/show-figures.js';
import { previews } from './preview/previews.js';
import { fromLastYear } from './starting/from-last-year.js';
import { newReport } from './starting/new-report.js';
import { statusBar } from './status/status-bar.js';
import { reportIssue } from './support/report-issue.js';
import { serverCommands } from './support/server-commands.js';
import { taskProvider } from './tasks/task-provider.js';
import { compileCommands } from './word/compile.js';
import { compileWorkspace } from './word/compile-workspace.js';
import { exportHtml } from './word/export-html.js';

/** Everything that the extension does beside what the language client does by itself. */
export const FEATURES: readonly Feature[] = [
  readOnlyDocuments,
  previews,
  compileCommands,
  compileWorkspace,
  exportHtml,
  newReport,
  fromLastYear,
  convertKeywords,
  spreadsheetPaste,
  figuresView,
  showFigures,
  statusBar,
  taskProvider,
  serverCommands,
  reportIssue,
];
