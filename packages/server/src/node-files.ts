import { readdir, readFile, stat } from 'node:fs/promises';
import type { ReadResult } from '@jixiao/language';
import { URI, Utils } from 'vscode-uri';
import { type FileSystem, isImageFile, isOurFile, isSearched } from './workspace/file-system.js';
import { readUtf8 } from './workspace/text-encoding.js';

/** The disk of the machine on which the server runs. */
export class NodeFiles implements FileSystem {
  readonly ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

  async readText(file: string): Promise<ReadResult> {
    try {
      return readUtf8(await readFile(URI.parse(file).fsPath));
    } catch (error) {
      return unreadable(error);
    }
  }

  async readBytes(file: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(URI.parse(file).fsPath);
    } catch {
      return undefined;
    }
  }

  async exists(file: string): Promise<boolean> {
    try {
      return (await stat(URI.parse(file).fsPath)).isFile();
    } catch {
      return false;
    }
  }

  async list(folder: string): Promise<readonly string[]> {
    const found: string[] = [];
    const open = [URI.parse(folder)];
    for (const uri of open) {
      for (const entry of await entriesOf(uri)) {
        const child = Utils.joinPath(uri, entry.name);
        // Links are not followed: they may lead in circles or out of the workspace.
        if (entry.isDirectory()) {
          if (isSearched(entry.name)) open.push(child);
        } else if (entry.isFile() && (isOurFile(entry.name) || isImageFile(entry.name))) found.push(child.toString());
      }
    }
    return found;
  }
}

async function entriesOf(uri: URI) {
  try {
    return await readdir(uri.fsPath, { withFileTypes: true });
  } catch {
    return [];
  }
}

function unreadable(error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  switch (code) {
    case 'EISDIR':
      return { ok: false, missing, why: { zh: '这是一个文件夹', en: 'it is a folder' } };
    case 'EACCES':
    case 'EPERM':
      return { ok: false, missing, why: { zh: '没有读取权限', en: 'reading it is not permitted' } };
    default:
      return { ok: false, missing, why: { zh: `系统报告${code}`, en: `the system says ${code}` } };
  }
}
