import { LANGUAGE_ID } from '@jixiao/server/protocol';
import { l10n, Uri, window, workspace } from 'vscode';
import { writeFile } from '../word/write-file.js';

/** Asks where a new report goes. @param name without ending */
export async function askNewFile(
  name: string,
  folder = workspace.workspaceFolders?.[0]?.uri,
): Promise<Uri | undefined> {
  return window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name.replace(/[\\/:*?"<>|]/g, '_')}.perf`) }),
    filters: { [l10n.t('Performance Report')]: ['perf'] },
    title: l10n.t('Where does the new report go?'),
  });
}

/**
 * Writes a new report where the user wants it, and opens it. Without an answer it is opened as a
 * document that was never saved: nothing of the work is lost.
 */
export async function openNewFile(text: string, name: string): Promise<void> {
  const target = await askNewFile(name);
  if (target && (await writeFile(target, new TextEncoder().encode(text)))) {
    await window.showTextDocument(target);
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content: text }));
}
