import { l10n, type Uri, window, workspace } from 'vscode';
import { baseName, unfinishedBeside } from '../word/write-file.js';

/**
 * Writes a file that must not be there yet: beside its place, and then moved there, so that what came
 * in between stays.
 *
 * @returns whether it was written; if not, the user was told why
 */
export async function createFile(target: Uri, text: string): Promise<boolean> {
  const unfinished = unfinishedBeside(target);
  try {
    await workspace.fs.writeFile(unfinished, new TextEncoder().encode(text));
    await workspace.fs.rename(unfinished, target, { overwrite: false });
    return true;
  } catch (error) {
    await workspace.fs.delete(unfinished).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} could not be created: {1}', baseName(target), reason));
    return false;
  }
}

export async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
