import { LANGUAGE_ID } from '@jixiao/server/protocol';
import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';

/** The report that a preview shows, when a preview is what the user looks at. */
export interface ShownReport {
  readonly uri: Uri;
  readonly report: string;
}

type ActivePreview = () => ShownReport | undefined;

let activePreview: ActivePreview = () => undefined;

/** Lets commands act on the report of the preview that has the focus. */
export function setActivePreview(find: ActivePreview): void {
  activePreview = find;
}

/**
 * What a command is about: the file it was called on in a menu, else the preview or the editor that
 * has the focus. `report` is named where only one can be meant. Undefined, after saying so, if there is none.
 */
export function sourceOfCommand(argument: unknown): { uri: Uri; report?: string } | undefined {
  if (argument instanceof Uri) return { uri: argument };
  const shown = activePreview();
  if (shown) return shown;
  const document = activeReportDocument();
  if (document) return { uri: document.uri };
  void window.showInformationMessage(l10n.t('Open a .perf report first.'));
  return undefined;
}

/** The report in the editor that has the focus, else one in an editor beside it. */
export function activeReportDocument(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active && isReport(active)) return active;
  return active ? undefined : window.visibleTextEditors.find(({ document }) => isReport(document))?.document;
}

export function isReport(document: TextDocument): boolean {
  return document.languageId === LANGUAGE_ID;
}

/** How a file is called towards the user: its path in the workspace, else its name. */
export function shownName(uri: Uri): string {
  const path = workspace.asRelativePath(uri, (workspace.workspaceFolders?.length ?? 0) > 1);
  return path === uri.fsPath ? (uri.path.split('/').at(-1) ?? uri.path) : path;
}
