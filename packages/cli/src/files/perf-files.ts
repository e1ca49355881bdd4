import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failure } from '../failure.js';
import { systemCause } from './system-errors.js';
import { fileKey } from './workspace.js';

/** What an operand of the command line stands for. */
export interface Operand {
  /** As it was written. */
  readonly written: string;
  /** The folder, if it is one; absolute. */
  readonly folder?: string;
  /** The file itself, or all files of reports below the folder, as keys and sorted. */
  readonly files: readonly string[];
}

/**
 * Finds the files that an operand stands for. Whether a file can be read turns out later; a folder
 * must be readable and hold at least one file.
 * @throws Failure if it does not.
 */
export async function filesOf(written: string, cwd: string): Promise<Operand> {
  const path = resolve(cwd, written);
  if (!(await isFolder(path))) return { written, files: [fileKey(path)] };
  const files = (await perfFilesBelow(path, written)).map(fileKey).sort();
  if (files.length === 0) {
    throw failure(`文件夹“${written}”里没有 .perf 文件。`, `The folder “${written}” holds no .perf files.`);
  }
  return { written, folder: path, files };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Leaves out what no author wrote: folders of packages and of tools. Links are not followed: they may lead anywhere. */
async function perfFilesBelow(folder: string, written: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await entriesOf(folder, written)) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      files.push(...(await perfFilesBelow(path, `${written.replace(/[\\/]$/, '')}/${entry.name}`)));
    else if (entry.isFile() && entry.name.endsWith('.perf')) files.push(path);
  }
  return files;
}

async function entriesOf(folder: string, written: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const { why } = systemCause(error);
    throw failure(`无法打开文件夹“${written}”：${why.zh}。`, `The folder “${written}” cannot be opened: ${why.en}.`);
  }
}
