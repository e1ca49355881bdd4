import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { byFile, type Change, textEdit, workspaceEdit } from '../changes/changes.js';

/** Changes as an edit; where the editor can, with what is still to be written selected. */
export function editOf(changes: readonly Change[], snippets: boolean): WorkspaceEdit {
  if (!snippets || !changes.some(({ placeholder }) => placeholder !== undefined)) return workspaceEdit(changes);
  const documentChanges = [...byFile(changes)].map(
    ([uri, list]): TextDocumentEdit => ({ textDocument: { uri, version: null }, edits: list.map(snippetEdit) }),
  );
  return { documentChanges };
}

function snippetEdit(change: Change): TextEdit | SnippetTextEdit {
  const { placeholder } = change;
  const edit = textEdit(change);
  const at = placeholder === undefined ? -1 : edit.newText.lastIndexOf(placeholder);
  if (placeholder === undefined || at < 0) return edit;
  const before = escaped(edit.newText.slice(0, at));
  const after = escaped(edit.newText.slice(at + placeholder.length));
  const value = `${before}\${0:${escaped(placeholder)}}${after}`;
  return { range: edit.range, snippet: { kind: 'snippet', value } };
}

/** A text in which nothing means anything to a snippet. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
