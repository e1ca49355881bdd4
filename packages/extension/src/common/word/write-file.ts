import { l10n, Uri, window, workspace } from 'vscode';

/**
 * Writes a file beside its place and then moves it there, so that an older one stays whole until
 * the new one is. Where that fails because another program holds the file, the user may try again.
 *
 * @returns whether it was written
 */
export async function writeFile(target: Uri, content: Uint8Array): Promise<boolean> {
  for (;;) {
    try {
      await replaceFile(target, content);
      return true;
    } catch (error) {
      const again = l10n.t('Try Again');
      const reason = error instanceof Error ? error.message : String(error);
      const message = l10n.t(
        '{0} could not be written. Is it open in Word or WPS? Close it there first.',
        baseName(target),
      );
      if ((await window.showErrorMessage(`${message} (${reason})`, again)) !== again) return false;
    }
  }
}

/** The last part of an address. */
export function baseName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

export function folderOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}

/** The same without a question. @throws what the file system says */
export async function replaceFile(target: Uri, content: Uint8Array): Promise<void> {
  const unfinished = Uri.joinPath(folderOf(target), `.${baseName(target)}.part`);
  try {
    await workspace.fs.writeFile(unfinished, content);
    await workspace.fs.rename(unfinished, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(unfinished).then(undefined, () => undefined);
    throw error;
  }
}
