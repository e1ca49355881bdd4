import { type CompletionItem, InsertTextFormat, type Position, TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../case-file.js';

/*
 * What an editor makes of a completion list: it shows the items whose filter text matches what
 * stands between the beginning of the replaced range and the cursor, in the order of sortText.
 */

const WORD_START = String.raw`(?:^|[\s_\-./\\'":$<>()[\]{}「\u0060])`;

/** VS Code's rule: the signs occur in order, the first of them at the beginning of a word. */
export function matches(filterText: string, typed: string): boolean {
  const signs = [...typed.replaceAll(/\s/g, '')].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (signs.length === 0) return true;
  return new RegExp(WORD_START + signs.join(String.raw`[\s\S]*?`), 'iu').test(filterText);
}

export function shown(items: readonly CompletionItem[], text: string, cursor: Position): CompletionItem[] {
  return items
    .filter((item) => matches(item.filterText ?? item.label, typedBefore(item, text, cursor)))
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

function typedBefore(item: CompletionItem, text: string, cursor: Position): string {
  const { start, end } = editOf(item).range;
  if (start.line !== cursor.line || end.line !== cursor.line) throw new Error(`${item.label} replaces several lines`);
  if (start.character > cursor.character || end.character < cursor.character) {
    throw new Error(`${item.label} does not replace what stands at the cursor`);
  }
  return (text.split('\n')[start.line] ?? '').slice(start.character, cursor.character);
}

export function editOf(item: CompletionItem): TextEdit {
  if (!TextEdit.is(item.textEdit)) throw new Error(`${item.label} has no text edit`);
  return item.textEdit;
}

/** The lines that accepting an item changes; stops of a snippet stay as they are written. */
export function accepted(item: CompletionItem, text: string): string {
  const edit = editOf(item);
  const after = applyEdits(text, [edit]).split('\n');
  const { line } = edit.range.start;
  return after
    .slice(line, line + edit.newText.split('\n').length)
    .map((one) => one.replace(/\r$/, ''))
    .join('\n');
}

export function isSnippet(item: CompletionItem): boolean {
  return item.insertTextFormat === InsertTextFormat.Snippet;
}
