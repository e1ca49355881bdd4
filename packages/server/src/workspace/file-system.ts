import type { ReadResult } from '@jixiao/language';
import { PICTURE_EXTENSIONS } from '../protocol.js';

/** Where files that no editor has open come from. Files are named as in {@link FileNames}. */
export interface FileSystem {
  /** Whether two spellings that differ in case are one file. */
  readonly ignoresCase: boolean;
  readText(file: string): Promise<ReadResult>;
  /** Undefined if the file cannot be read. */
  readBytes(file: string): Promise<Uint8Array | undefined>;
  /**
   * A name without symbolic links, which tells where a file lies and nothing else; of what does not
   * exist, its existing part is without them.
   */
  realName(file: string): string;
  /** Addresses of our files and of pictures below a folder; those that cannot be reached are left out. */
  list(folder: string): Promise<readonly string[]>;
}

/** Files of the language, by the ending of their names. */
export const FILE_EXTENSION = 'perf';
const OUR_FILE = new RegExp(`\\.${FILE_EXTENSION}$`);
const IMAGE_FILE = new RegExp(`\\.(?:${PICTURE_EXTENSIONS.join('|')})$`, 'i');

export function isOurFile(name: string): boolean {
  return OUR_FILE.test(name);
}

export function isImageFile(name: string): boolean {
  return IMAGE_FILE.test(name);
}

/** Folders that hold nothing a person wrote, or what a tool keeps for itself. */
export function isSearched(folderName: string): boolean {
  return folderName !== 'node_modules' && !folderName.startsWith('.');
}
