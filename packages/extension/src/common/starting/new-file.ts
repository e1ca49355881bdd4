import { safeName } from '@jixiao/report/file-names';
import { LANGUAGE_ID } from '@jixiao/server/protocol';
import { l10n, Uri, window, workspace } from 'vscode';
import { baseName } from '../word/write-file.js';
import { createFile, exists } from './create-file.js';

/** Asks where a new report goes, again and again while something is there. @param name without ending */
export async function askNewFile(name: string, folder: Uri | undefined): Promise<Uri | undefined> {
  for (let suggestion = folder && (await freeFile(folder, name)); ; ) {
    const target = await window.showSaveDialog({
      ...(suggestion && { defaultUri: suggestion }),
      filters: { [l10n.t('Performance Report')]: ['perf'] },
      title: l10n.t('Where does the new report go?'),
    });
    if (!target || !(await exists(target))) return target;
    if (!(await wantsAnotherName(target))) return undefined;
    suggestion = target;
  }
}

/** Says that a name is taken. A new report never takes the place of a file, even where the user agrees by habit. */
async function wantsAnotherName(target: Uri): Promise<boolean> {
  const another = l10n.t('Choose Another Name');
  const message = l10n.t('{0} is there already. A new report never replaces a file.', baseName(target));
  return (await window.showWarningMessage(message, another)) === another;
}

/**
 * Writes a new report where the user wants it, and opens it. Without an answer it is opened as a
 * document that was never saved: nothing of the work is lost.
 */
export async function openNewFile(text: string, name: string, folder: Uri | undefined): Promise<void> {
  const target = await askNewFile(name, folder);
  if (target && (await createFile(target, text))) {
    await window.showTextDocument(target);
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content: text }));
}

/** A name in the folder that nothing has yet: the given one, or one with a number behind it. */
async function freeFile(folder: Uri, name: string): Promise<Uri> {
  const stem = safeName(name);
  for (let number = 1; ; number++) {
    const file = Uri.joinPath(folder, `${stem}${number === 1 ? '' : `-${number}`}.perf`);
    if (!(await exists(file))) return file;
  }
}
