import { folderOf, isInside } from './file-names.js';

/** The folders of the workspace: what may be read, and what is checked without being opened. */
export class Folders {
  private folders: readonly string[] = [];

  all(): readonly string[] {
    return this.folders;
  }

  add(added: readonly string[]): void {
    this.folders = [...new Set([...this.folders, ...added.map(withoutSlash)])];
  }

  remove(removed: readonly string[]): void {
    const gone = new Set(removed.map(withoutSlash));
    this.folders = this.folders.filter((folder) => !gone.has(folder));
  }

  has(file: string): boolean {
    return this.folders.some((folder) => isInside(file, folder));
  }

  /**
   * Whether an import may lead to a file: inside the workspace; for files that were opened on their
   * own, also inside the folder of one of these.
   */
  mayImport(from: string, target: string, open: Iterable<string>): boolean {
    if (this.has(target)) return true;
    if (this.has(from)) return false;
    for (const file of open) if (!this.has(file) && isInside(target, folderOf(file))) return true;
    return false;
  }
}

function withoutSlash(folder: string): string {
  return folder.replace(/\/+$/, '');
}
