import { type InitializationOptions, LANGUAGE_ID } from '@jixiao/server/protocol';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { RevealOutputChannelOn } from 'vscode-languageclient';

/** What the client is told when it is made; `ServerSession` adds what it takes care of itself. */
export function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { diagnostics: 'push', files: true };
  return {
    // Without a scheme: new documents, those of the library and those of virtual workspaces are served as well.
    documentSelector: [{ language: LANGUAGE_ID }],
    diagnosticCollectionName: 'jixiao',
    initializationOptions,
    // The log opens when the user asks for it; what concerns the user is said in words of our own.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
