import { realpathSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { LARGEST_PICTURE, LARGEST_SOURCE, whyNotRead } from '@jixiao/core';
import type { ReadResult } from '@jixiao/language';
import { URI, Utils } from 'vscode-uri';
import { type FileSystem, isImageFile, isOurFile, isSearched } from './workspace/file-system.js';
import { readUtf8 } from './workspace/text-encoding.js';

/** The disk of the machine on which the server runs. */
export class NodeFiles implements FileSystem {
  readonly ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

  async readText(file: string): Promise<ReadResult> {
    const path = URI.parse(file).fsPath;
    try {
      const why = whyNotRead(await stat(path), LARGEST_SOURCE);
      return why ? { ok: false, missing: false, why } : readUtf8(await readFile(path));
    } catch (error) {
      return unreadable(error);
    }
  }

  async readBytes(file: string): Promise<Uint8Array | undefined> {
    const path = URI.parse(file).fsPath;
    try {
      return whyNotRead(await stat(path), LARGEST_PICTURE) ? undefined : await readFile(path);
    } catch {
      return undefined;
    }
  }

  realName(file: string): string {
    const real = realPath(URI.parse(file).fsPath);
    return sep === '/' ? real : real.replaceAll(sep, '/');
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

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
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
    case 'EACCES':
    case 'EPERM':
      return { ok: false, missing, why: { zh: '没有读取权限', en: 'reading it is not permitted' } };
    default:
      return { ok: false, missing, why: { zh: `系统报告${code}`, en: `the system says ${code}` } };
  }
}
