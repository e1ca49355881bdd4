import { folderOf, isInside } from './file-names.js';
import type { RealNames } from './real-names.js';

/** The folders of the workspace: what may be read, and what is checked without being opened. */
export class Folders {
  private folders: readonly string[] = [];

  constructor(private readonly reals: RealNames) {}

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

  /** Whether a file may be read at all: inside the workspace, or beside a file that was opened on its own. */
  mayRead(file: string, open: Iterable<string>): boolean {
    // It may have become a link since, of which nobody need have told.
    this.reals.forget();
    const real = this.reals.of(file);
    return this.holds(real) || this.isBesideOpen(real, open);
  }

  /**
   * Whether an import may lead to a file: inside the workspace; for files that were opened on their
   * own, also inside the folder of one of these. What counts is where the files really lie.
   */
  mayImport(from: string, target: string, open: Iterable<string>): boolean {
    const real = this.reals.of(target);
    if (this.holds(real)) return true;
    return !this.holds(this.reals.of(from)) && this.isBesideOpen(real, open);
  }

  private holds(real: string): boolean {
    return this.folders.some((folder) => isInside(real, this.reals.of(folder)));
  }

  private isBesideOpen(real: string, open: Iterable<string>): boolean {
    for (const file of open) {
      const opened = this.reals.of(file);
      if (!this.holds(opened) && isInside(real, folderOf(opened))) return true;
    }
    return false;
  }
}

function withoutSlash(folder: string): string {
  return folder.replace(/\/+$/, '');
}
