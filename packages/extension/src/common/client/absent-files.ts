import {
  type Diagnostic,
  type DiagnosticCollection,
  type Disposable,
  FileSystemError,
  type Tab,
  TabInputText,
  TabInputTextDiff,
  type Uri,
  window,
  workspace,
} from 'vscode';

/** Lets diagnostics of a file be shown. */
type Show = (uri: Uri, diagnostics: Diagnostic[]) => void;

/**
 * Keeps back what was found in files that are gone. The editor holds on to a text for minutes after its last tab was
 * closed, and to the server it is an open file for that long. One that still stands in a tab keeps its findings: from
 * there it can be saved again.
 */
export class AbsentFiles implements Disposable {
  /** What is kept back, by address. */
  readonly #keptBack = new Map<string, readonly Diagnostic[]>();
  readonly #shown: () => DiagnosticCollection | undefined;
  readonly #watching: readonly Disposable[];

  /** @param shown what is shown now */
  constructor(shown: () => DiagnosticCollection | undefined) {
    this.#shown = shown;
    const watcher = workspace.createFileSystemWatcher('**/*.perf', false, true, false);
    this.#watching = [
      watcher,
      watcher.onDidDelete((uri) => this.#mayBeGone(uri)),
      watcher.onDidCreate((uri) => this.#isBack(uri)),
      // Of a folder that was deleted nothing is said but that: its tabs are closed.
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of closed.flatMap(addressesOf)) void this.#mayBeGone(uri);
        for (const uri of opened.flatMap(addressesOf)) this.#isBack(uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#keptBack.delete(uri.toString())),
    ];
  }

  /** Shows what was found, unless the file is gone. */
  show(uri: Uri, diagnostics: Diagnostic[], next: Show): void {
    const isAbsent = this.#keptBack.has(uri.toString());
    if (isAbsent) this.#keptBack.set(uri.toString(), diagnostics);
    next(uri, isAbsent ? [] : diagnostics);
  }

  dispose(): void {
    for (const one of this.#watching) one.dispose();
  }

  async #mayBeGone(uri: Uri): Promise<void> {
    const isHeld = () => workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (!isHeld() || isInTab(uri) || !(await isMissing(uri)) || !isHeld() || isInTab(uri)) return;
    const shown = this.#shown();
    this.#keptBack.set(uri.toString(), shown?.get(uri) ?? []);
    shown?.delete(uri);
  }

  #isBack(uri: Uri): void {
    const diagnostics = this.#keptBack.get(uri.toString());
    if (!diagnostics) return;
    this.#keptBack.delete(uri.toString());
    this.#shown()?.set(uri, diagnostics);
  }
}

function addressesOf({ input }: Tab): Uri[] {
  if (input instanceof TabInputText) return [input.uri];
  return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
}

function isInTab(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(addressesOf).some((other) => other.toString() === uri.toString());
}

async function isMissing(uri: Uri): Promise<boolean> {
  // What has no place on a disk, such as a new text, cannot be missing there.
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return false;
  try {
    await workspace.fs.stat(uri);
    return false;
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound';
  }
}
