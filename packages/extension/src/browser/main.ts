import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Extension, startExtension } from '../common/extension.js';

let extension: Extension | undefined;

/** The extension in a browser: the language server is a web worker beside it. */
export function activate(context: ExtensionContext): { readonly activatedInMilliseconds: number } {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'server.js').toString(true);
  extension = startExtension(
    context,
    (options) => new LanguageClient('jixiao', 'Jixiao', () => Promise.resolve(new Worker(script)), options),
  );
  return extension.api;
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
