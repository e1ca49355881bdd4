import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, startExtension } from '../common/extension.js';
import { setLockedFiles } from '../common/word/write-file.js';
import { isLocked } from './locked-files.js';

let extension: Extension | undefined;

/** The extension in a process: the language server is another one, started with the Node of this host. */
export function activate(context: ExtensionContext): { readonly activatedInMilliseconds: number } {
  setLockedFiles(isLocked);
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  extension = startExtension(
    context,
    (options) => new LanguageClient('jixiao', 'Jixiao', { run: server, debug: server }, options),
    Uri.file(homedir()),
  );
  return extension.api;
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
