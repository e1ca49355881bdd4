import { dirname, extname, join, relative } from 'node:path';
import { usageFailure } from '../failure.js';

/** Where the Word files of a run go. */
export type OutputPlace =
  /** Beside the source of each report. */
  | { readonly kind: 'beside' }
  /** One file, for one report. */
  | { readonly kind: 'file'; readonly file: string }
  /** A folder; below it as the sources lie below `base`. */
  | { readonly kind: 'folder'; readonly folder: string; readonly base: string };

/**
 * What `-o` means: a name that ends in a slash is a folder, one that ends in .docx is a file, one without
 * an ending, or a folder that is there, is a folder.
 * @param target absolute; undefined without `-o`
 * @throws UsageFailure for any other ending, which would be a slip of the pen
 */
export function outputPlace(
  written: string | undefined,
  target: string,
  source: { readonly folder?: string; readonly file: string },
  isFolder: boolean,
): OutputPlace {
  if (written === undefined) return { kind: 'beside' };
  const base = source.folder ?? dirname(source.file);
  const ending = extname(target).toLowerCase();
  if (/[\\/]$/.test(written)) return { kind: 'folder', folder: target, base };
  // Somebody asked for a file; writing says that a folder stands there.
  if (isFolder && source.folder === undefined && ending === '.docx') return { kind: 'file', file: target };
  if (isFolder || ending === '') return { kind: 'folder', folder: target, base };
  if (ending !== '.docx') {
    throw usageFailure(
      `-o 后面是“${written}”，应为以 .docx 结尾的文件名，或者一个文件夹。`,
      `-o is followed by “${written}”, but should name a file that ends in .docx, or a folder.`,
    );
  }
  if (source.folder !== undefined) {
    throw usageFailure(
      '要生成的是整个文件夹，-o 后面也应是文件夹，每份报告一个 Word 文件。',
      'A whole folder is built, so -o must name a folder as well: every report becomes a Word file of its own.',
    );
  }
  return { kind: 'file', file: target };
}

/**
 * The Word file of a report. Where the user named the file himself, that is its name, whatever stands there.
 * @param name without ending, and unlike all others in the folder
 */
export function outputFile(place: OutputPlace, source: string, name: string): string {
  if (place.kind === 'file') return place.file;
  const folder = place.kind === 'beside' ? dirname(source) : join(place.folder, relative(place.base, dirname(source)));
  return join(folder, `${name}.docx`);
}
