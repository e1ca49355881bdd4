import { FilePermission, FileSystemError, FileType, l10n, Uri, window, workspace } from 'vscode';

type IsLocked = (file: Uri) => Promise<boolean>;

let isLocked: IsLocked = async () => false;

/** Lets a host that has a disk say which files are read-only there: the editor tells it of other file systems only. */
export function setLockedFiles(find: IsLocked): void {
  isLocked = find;
}

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
      if ((await window.showErrorMessage(whyUnwritten(target, error), again)) !== again) return false;
    }
  }
}

/** What a user is told when {@link replaceFile} fails. */
export function whyUnwritten(target: Uri, error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  const message = l10n.t(
    '{0} could not be written. Is it open in Word or WPS? Close it there first.',
    baseName(target),
  );
  return `${message} (${reason})`;
}

/** The last part of an address. */
export function baseName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

export function folderOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}

/** What stands at the target is not to be written to; the message is a sentence for the user. */
class Refusal extends Error {}

/**
 * The same without a question. Moving would replace what must not be written to, and a link instead of the file
 * behind it, so it is looked at first.
 *
 * @throws what the file system says, or why what stands there stays
 */
export async function replaceFile(target: Uri, content: Uint8Array): Promise<void> {
  const { type, permissions } = await statusOf(target);
  const name = baseName(target);
  if (type & FileType.Directory) throw new Refusal(l10n.t('{0} could not be written: a folder stands there.', name));
  if (permissions & FilePermission.Readonly) {
    throw new Refusal(l10n.t('{0} could not be written: the file that stands there is read-only.', name));
  }
  // Where the link leads the editor does not tell, so nothing can be moved there.
  if (type & FileType.SymbolicLink) return workspace.fs.writeFile(target, content);
  const unfinished = unfinishedBeside(target);
  try {
    await workspace.fs.writeFile(unfinished, content);
    await workspace.fs.rename(unfinished, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(unfinished).then(undefined, () => undefined);
    throw error;
  }
}

/** A place that no other writer has, for what is moved to its target when it is whole. */
export function unfinishedBeside(target: Uri): Uri {
  const unused = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return Uri.joinPath(folderOf(target), `.jixiao-${unused}.part`);
}

/** Nothing of all that is true where nothing stands. */
async function statusOf(target: Uri): Promise<{ readonly type: FileType; readonly permissions: number }> {
  try {
    const { type, permissions = 0 } = await workspace.fs.stat(target);
    return { type, permissions: (await isLocked(target)) ? FilePermission.Readonly : permissions };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') {
      return { type: FileType.Unknown, permissions: 0 };
    }
    throw error;
  }
}
