import { l10n, Uri, window, workspace } from 'vscode';
import type { ReportToMake } from './report-to-make.js';
import { folderOf } from './write-file.js';

interface Kind {
  /** Without a dot. */
  readonly ending: string;
  readonly description: string;
}

export const WORD: Kind = { ending: 'docx', description: 'Word' };
export const HTML: Kind = { ending: 'html', description: 'HTML' };

/** Where what a report becomes goes without being asked; undefined for a document that lies in no folder. */
export async function usualTarget(
  { uri: source, name }: ReportToMake,
  { ending }: Kind,
  draft = false,
): Promise<Uri | undefined> {
  if (source.scheme === 'untitled') return undefined;
  const wanted = workspace.getConfiguration('jixiao', source).get('compile.folder', '').trim();
  const folder = wanted === '' ? folderOf(source) : folderFrom(folderOf(source), wanted);
  if (wanted !== '') await workspace.fs.createDirectory(folder);
  return Uri.joinPath(folder, `${draft ? name.draft : name.final}.${ending}`);
}

/** Asks the user; undefined if the question was dismissed. */
export function chosenTarget({ uri: source, name }: ReportToMake, { ending, description }: Kind, draft = false) {
  const folder =
    source.scheme === 'untitled' ? (workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/')) : folderOf(source);
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `${draft ? name.draft : name.final}.${ending}`),
    filters: { [description]: [ending] },
    saveLabel: l10n.t('Save'),
  });
}

/** An absolute path stays on the file system of the report, be it a remote one. */
function folderFrom(base: Uri, path: string): Uri {
  const forward = path.replaceAll('\\', '/');
  if (/^[A-Za-z]:\//.test(forward)) return base.with({ path: `/${forward}` });
  return forward.startsWith('/') ? base.with({ path: forward }) : Uri.joinPath(base, forward);
}
