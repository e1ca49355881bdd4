import { COMPLETION_TRIGGERS, complete } from '@jixiao/language/services';
import { pathBetween } from '../workspace/file-names.js';
import type { Workspace } from '../workspace/workspace.js';
import { answer, type Feature } from './feature.js';

/** What can be written at the cursor. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS], resolveProvider: false } }),
  register: (context) => {
    const { connection, session, client, configuration, workspace } = context;
    const { completionItem } = client.capabilities.textDocument?.completion ?? {};
    connection.onCompletion(
      session.request('textDocument/completion', (params, token) =>
        answer(
          context,
          params,
          token,
          ({ analysis, file }) =>
            complete(analysis, file, params.position, {
              language: configuration.language,
              pinyin: configuration.current['completion.pinyin'],
              snippets: completionItem?.snippetSupport === true,
              files: pathsFrom(file, workspace.files(), workspace),
              images: pathsFrom(file, workspace.images.all(), workspace),
            }),
          { urgency: 'typing' },
        ),
      ),
    );
  },
};

/** The paths by which a file may name others, the nearest first. */
function pathsFrom(file: string, others: Iterable<string>, workspace: Workspace): string[] {
  return [...others]
    .filter((other) => other !== file)
    .flatMap((other) => pathBetween(file, other) ?? [])
    .filter((path) => workspace.resolve(file, path) !== undefined)
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}
