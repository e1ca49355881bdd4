import type { TextEdit } from 'vscode-languageserver-types';
import { readSource, type SourceFile } from '../../syntax/source-file.js';
import { type Splice, spliced } from '../changes/splices.js';
import { Attributes } from './attributes.js';
import { completeOptions, type FormatOptions } from './options.js';
import { formatPiece } from './pieces.js';
import { ALL_LINES, type LineRange, Places } from './places.js';
import type { Replacement } from './replacements.js';

/** The replacements that format a file. */
export interface FormattedFile {
  /** The text in which they stand: that of the file with plain line feeds. */
  readonly text: string;
  readonly replacements: readonly Replacement[];
  /** How most lines of the file end, and new ones will. */
  readonly lineEnd: '\n' | '\r\n';
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Formats piece by piece, those that reach into the given lines. A file with carriage returns of
 * their own is left alone: nobody agrees where its lines end.
 */
export function formattedFile(
  source: SourceFile,
  given: Partial<FormatOptions>,
  lines: LineRange = ALL_LINES,
): FormattedFile {
  const options = completeOptions(given);
  const lineEnd = usualLineEnd(source.text);
  const text = source.text.replaceAll('\r\n', '\n');
  if (text.includes('\r')) return { text, replacements: [], lineEnd };
  const { pieces } = text === source.text ? source : readSource(source.file, text);
  const least = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const attributes = attributesFor(source, options);
  const replacements = pieces.flatMap((piece, index) => {
    const { line } = piece.anchor;
    const next = pieces[index + 1];
    if (line > lines.last || (next && next.anchor.line < lines.first)) return [];
    const inPiece = { first: lines.first - line, last: lines.last - line };
    return formatPiece(piece, next ? 'piece' : 'end', options, inPiece, attributes).map((replacement) => ({
      ...replacement,
      start: Math.max(least, replacement.start + piece.offset),
      end: Math.max(least, replacement.end + piece.offset),
    }));
  });
  return { text, replacements: replacements.filter(({ start, end, text }) => end > start || text !== ''), lineEnd };
}

function attributesFor({ file }: SourceFile, { keywords, analysis }: FormatOptions): Attributes | undefined {
  return keywords === 'keep' || !analysis ? undefined : new Attributes(file, analysis);
}

function usualLineEnd(text: string): FormattedFile['lineEnd'] {
  if (!text.includes('\r')) return '\n';
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > all ? '\r\n' : '\n';
}

/** The replacements as edits of the file as it is, with its own line ends. */
export function textEdits({ text, replacements, lineEnd }: FormattedFile): TextEdit[] {
  const places = new Places(text);
  return replacements.map((replacement) => ({
    range: { start: places.at(replacement.start), end: places.at(replacement.end) },
    newText: replacement.text.replaceAll('\n', lineEnd),
  }));
}

/** The replacements by offsets in the file as it is, with its own line ends. */
export function splicesIn(source: string, { text, replacements, lineEnd }: FormattedFile): readonly Splice[] {
  if (source === text) return replacements;
  const here = new Places(text);
  const there = new Places(source);
  const inSource = (offset: number) => there.offset(here.at(offset));
  return replacements.map((replacement) => ({
    start: inSource(replacement.start),
    end: inSource(replacement.end),
    text: replacement.text.replaceAll('\n', lineEnd),
  }));
}

/** The file as it is with the replacements made; line ends that nothing touches stay what they are. */
export function replaced(source: string, formatted: FormattedFile): string {
  return spliced(source, splicesIn(source, formatted));
}
