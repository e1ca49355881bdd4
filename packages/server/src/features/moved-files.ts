import { type Analysis, isLibraryFile } from '@jixiao/language';
import { documentLinks } from '@jixiao/language/services';
import type { TextEdit } from 'vscode-languageserver';
import { isInside, pathBetween } from '../workspace/file-names.js';
import { OPERATIONS } from '../workspace/synchronisation.js';
import type { Feature } from './feature.js';

/** When files move, the paths that lead to them, and those in them, follow. */
export const movedFiles: Feature = {
  capabilities: () => ({ workspace: { fileOperations: { willRename: OPERATIONS } } }),
  register: ({ connection, session, client, workspace, addresses }) => {
    connection.workspace.onWillRenameFiles(
      session.request('workspace/willRenameFiles', async ({ files }) => {
        await workspace.pendingForAll();
        const moves = files.map(({ oldUri, newUri }): Move => {
          return { from: workspace.names.of(oldUri), to: workspace.names.of(newUri) };
        });
        const changes = pathEdits(workspace.analysisOfAll(), moves, (uri) => workspace.names.of(uri));
        return Object.keys(changes).length === 0 ? null : addresses.edit({ changes }, client.versionsEdits);
      }),
    );
  },
};

interface Move {
  readonly from: string;
  readonly to: string;
}

function pathEdits(
  analysis: Analysis,
  moves: readonly Move[],
  nameOf: (uri: string) => string,
): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const file of analysis.sources.files.keys()) {
    if (isLibraryFile(file)) continue;
    const edits = documentLinks(analysis, file, 'zh').flatMap(({ range, target }): TextEdit[] => {
      if (target === undefined) return [];
      const name = nameOf(target);
      const path = pathBetween(placeAfter(file, moves), placeAfter(name, moves));
      const stays = path === undefined || path === pathBetween(file, name);
      return stays || path.includes('"') ? [] : [{ range, newText: path }];
    });
    if (edits.length > 0) changes[file] = edits;
  }
  return changes;
}

/** Where a file will lie: it, or a folder around it, may be moved. */
function placeAfter(file: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => file === from || isInside(file, from));
  return move ? move.to + file.slice(move.from.length) : file;
}
