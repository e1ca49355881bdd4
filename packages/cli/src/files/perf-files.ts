import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Message } from '@jixiao/core';
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
  /** The folder, or folders below it, that could not be opened; or the folder, if it holds no file. */
  readonly unusable: readonly UnusableFolder[];
}

/** A folder from which files were expected in vain. */
export interface UnusableFolder {
  /** As a key, like that of a file. */
  readonly folder: string;
  /** As it is said of a file that cannot be read: a clause without a full stop. */
  readonly why: Message;
  readonly sentence: Message;
}

/** Finds the files that an operand stands for. Whether a file can be read turns out later. */
export async function filesOf(written: string, cwd: string): Promise<Operand> {
  const path = resolve(cwd, written);
  if (!(await isFolder(path))) return { written, files: [fileKey(path)], unusable: [] };
  const unusable: UnusableFolder[] = [];
  const files = (await perfFilesBelow(path, written, unusable)).map(fileKey).sort();
  if (files.length === 0 && unusable.length === 0) unusable.push(emptyFolder(path, written));
  return { written, folder: path, files, unusable };
}

/** The folders that were no use, each once, whichever operands led there. */
export function unusableFolders(operands: readonly Operand[]): UnusableFolder[] {
  const all = operands.flatMap(({ unusable }) => unusable);
  return all.filter(({ folder }, index) => all.findIndex((earlier) => earlier.folder === folder) === index);
}

/** The files of reports in the folder of a file, as keys and sorted; none where it cannot be read. */
export async function perfFilesBeside(file: string): Promise<string[]> {
  const folder = dirname(file);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && isReportName(entry.name));
  return files.map(({ name }) => fileKey(join(folder, name))).sort();
}

function isReportName(name: string): boolean {
  return name.endsWith('.perf') && !name.startsWith('.');
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Leaves out what no author wrote: folders of packages and of tools. Links are not followed: they may lead anywhere. */
async function perfFilesBelow(folder: string, written: string, unusable: UnusableFolder[]): Promise<string[]> {
  const entries = await entriesOf(folder, written);
  if (!Array.isArray(entries)) {
    unusable.push(entries);
    return [];
  }
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      files.push(...(await perfFilesBelow(path, `${written.replace(/[\\/]$/, '')}/${entry.name}`, unusable)));
    else if (entry.isFile() && isReportName(entry.name)) files.push(path);
  }
  return files;
}

async function entriesOf(folder: string, written: string): Promise<Dirent[] | UnusableFolder> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const { why } = systemCause(error);
    const sentence = {
      zh: `无法打开文件夹“${written}”：${why.zh}。`,
      en: `The folder “${written}” cannot be opened: ${why.en}.`,
    };
    return { folder: fileKey(folder), why, sentence };
  }
}

function emptyFolder(folder: string, written: string): UnusableFolder {
  return {
    folder: fileKey(folder),
    why: { zh: '文件夹里没有 .perf 文件', en: 'the folder holds no .perf files' },
    sentence: { zh: `文件夹“${written}”里没有 .perf 文件。`, en: `The folder “${written}” holds no .perf files.` },
  };
}
