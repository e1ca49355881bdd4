import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { Uri } from 'vscode';

const ANY_WRITE = 0o222;

/** Whether a file of this machine must not be written to. Fails where nothing stands. */
export async function isLocked({ scheme, fsPath }: Pick<Uri, 'scheme' | 'fsPath'>): Promise<boolean> {
  if (scheme !== 'file') return false;
  // The superuser may write everything; a file marked read-only was still meant to stay.
  if (((await stat(fsPath)).mode & ANY_WRITE) === 0) return true;
  return access(fsPath, constants.W_OK).then(
    () => false,
    () => true,
  );
}
