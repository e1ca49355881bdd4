import { commands, env, l10n, UIKind, type Uri, window } from 'vscode';
import { baseName } from './write-file.js';

/** Says that a file was written, and opens or shows it if the user wants. */
export async function offerWrittenFile(uri: Uri, remarks: readonly string[]): Promise<void> {
  const [open, reveal] = [l10n.t('Open'), l10n.t('Reveal')];
  const message = [l10n.t('Written: {0}', baseName(uri)), ...remarks].join(' ');
  const show = remarks.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const chosen = await show(message, open, reveal);
  if (chosen === open) await openFile(uri);
  if (chosen === reveal) await revealFile(uri);
}

/** What the user should know about a file that was made all the same. */
export function remarksOn({ missingImages }: { readonly missingImages: readonly string[] }): string[] {
  return missingImages.length === 0 ? [] : [l10n.t('Pictures that could not be read: {0}', missingImages.join('、'))];
}

/** With the program of the system; where the file lies on another machine, in the editor. */
async function openFile(uri: Uri): Promise<void> {
  if (isHere(uri) && (await env.openExternal(uri))) return;
  await commands.executeCommand('vscode.open', uri);
}

export async function revealFile(uri: Uri): Promise<void> {
  await commands.executeCommand(isHere(uri) ? 'revealFileInOS' : 'revealInExplorer', uri);
}

/** Whether the window and the file are on one machine. */
function isHere(uri: Uri): boolean {
  return uri.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}
