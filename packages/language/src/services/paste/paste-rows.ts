import type { Message } from '@jixiao/core';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { readSource, type SourceFile } from '../../syntax/source-file.js';
import { formatText } from '../formatting/format.js';
import { completeOptions } from '../formatting/options.js';
import { isFormattable } from '../formatting/pieces.js';
import { spellingOf } from '../vocabulary.js';
import { cellsOf } from './clipboard.js';
import { insertion } from './insertion.js';
import { rowsOf } from './rows.js';
import { readSpreadsheet } from './spreadsheet.js';
import { surroundingsAt } from './surroundings.js';

/** What a block of spreadsheet cells becomes. */
export interface PastedRows {
  /** The rows, indented, to be put where the clipboard was pasted. */
  readonly text: string;
  /** The same as edits, together with those that align the rows around. */
  readonly edits: readonly TextEdit[];
  /** How an editor offers it. */
  readonly title: Message;
}

/**
 * Turns a block of cells copied from a spreadsheet into rows of the figures around a place:
 * labels become names, cells go to the columns of the table. Undefined where the clipboard holds
 * no table, or where no rows can stand, so that plain text is pasted.
 * @param place what the pasted text replaces; an empty range for a cursor
 */
export function pasteRows(source: SourceFile, place: Range, clipboard: string): PastedRows | undefined {
  const around = surroundingsAt(source, place.start);
  const sheet = around && readSpreadsheet(cellsOf(clipboard));
  if (!around || !sheet) return undefined;
  const lines = formattedRows(rowsOf(sheet, around, spellingOf(source)));
  if (!lines) return undefined;
  const count = sheet.rows.length;
  return {
    ...insertion(source, place, lines, around.depth),
    title: { zh: `粘贴为 ${count} 行数据`, en: count === 1 ? 'Paste as a row' : `Paste as ${count} rows` },
  };
}

/** Rows as they stand in a block of their own, without indentation; undefined if they would not be read as such. */
function formattedRows(rows: readonly string[]): string[] | undefined {
  const { indent } = completeOptions();
  const block = formatText(`数据 表 {\n${rows.join('\n')}\n}\n`);
  if (!readSource('', block).pieces.every(isFormattable)) return undefined;
  return block
    .split('\n')
    .slice(1, -2)
    .map((line) => line.slice(indent));
}
