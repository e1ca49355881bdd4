import { pasteRows } from '@jixiao/language/services';
import { pasteRequest } from '../protocol.js';
import { handler } from './handler.js';

/** Cells of a spreadsheet as rows of figures. */
export const paste = handler(pasteRequest, ({ uri, range, text }, { workspace, configuration }) => {
  const file = workspace.names.of(uri);
  const source = workspace.analysisOf(file).sources.files.get(file);
  const rows = source && pasteRows(source, range, text);
  return rows ? { title: rows.title[configuration.language], text: rows.text, edits: rows.edits } : null;
});
