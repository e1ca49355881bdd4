import { contentRequest, LIBRARY_SCHEME, PAGES_SCHEME } from '@jixiao/server/protocol';
import { EventEmitter, type Uri, workspace } from 'vscode';
import type { Feature } from '../feature.js';

/** The documents that lie in no file: the standard library, and the pages that explain findings. */
export const readOnlyDocuments: Feature = ({ session }) => {
  const changed = new EventEmitter<Uri>();
  const provider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri: Uri) =>
      (await session.ask(contentRequest, { uri: uri.toString() }))?.text ?? '',
  };
  const isOurs = ({ scheme }: Uri) => scheme === LIBRARY_SCHEME || scheme === PAGES_SCHEME;
  return [
    changed,
    workspace.registerTextDocumentContentProvider(LIBRARY_SCHEME, provider),
    workspace.registerTextDocumentContentProvider(PAGES_SCHEME, provider),
    // The pages follow the language of the messages.
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('jixiao.language')) return;
      for (const { uri } of workspace.textDocuments) if (isOurs(uri)) changed.fire(uri);
    }),
  ];
};
