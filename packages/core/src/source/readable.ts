import type { Message } from './message.js';

/** In bytes. */
const MEGABYTE = 1024 * 1024;

/**
 * The largest source file that is read. A report of a county has some 20 kB; far above that somebody
 * named the wrong file, and would wait for minutes to hear so.
 */
export const LARGEST_SOURCE = 16 * MEGABYTE;

/** The largest picture: above this a Word file could not be sent around any more. */
export const LARGEST_PICTURE = 32 * MEGABYTE;

/** What is known of a file before it is read; what Node tells of one is of this shape. */
export interface FileStatus {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

/**
 * Why a file is not to be read, as a clause without a full stop; undefined if it may be. A device has no
 * end, and a pipe never begins.
 */
export function whyNotRead(status: FileStatus, largest: number): Message | undefined {
  if (status.isDirectory()) return { zh: '这是一个文件夹，不是文件', en: 'it is a folder, not a file' };
  if (!status.isFile()) return { zh: '这不是普通文件', en: 'it is not a regular file' };
  return whyTooLarge(status.size, largest);
}

/** The same where no more is known of it than how large it is. */
export function whyTooLarge(size: number, largest: number): Message | undefined {
  if (size <= largest) return undefined;
  const most = largest / MEGABYTE;
  return { zh: `文件太大，最多 ${most} MB`, en: `it is too large; ${most} MB are the most` };
}
