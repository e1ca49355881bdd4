import type { FileSystem } from './file-system.js';

/** The pictures of the workspace, which reports name by their paths. */
export class ImageFiles {
  private readonly listed = new Set<string>();
  private readonly present = new Map<string, Promise<boolean>>();
  /** Counts the changes of a picture, so that its address changes with it. */
  private readonly changes = new Map<string, number>();

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly mayRead: (file: string) => boolean,
  ) {}

  /** Those that were found below the folders of the workspace. */
  all(): Iterable<string> {
    return this.listed;
  }

  add(files: Iterable<string>): void {
    for (const file of files) this.listed.add(file);
  }

  /** Whether a picture exists; asked once until it changes. */
  exists(file: string): Promise<boolean> {
    let found = this.present.get(file);
    if (!found) {
      found = this.mayRead(file) ? this.fileSystem.exists(file) : Promise.resolve(false);
      this.present.set(file, found);
    }
    return found;
  }

  /** The bytes of a picture; undefined if it cannot be read. */
  async read(file: string): Promise<Uint8Array | undefined> {
    return this.mayRead(file) ? this.fileSystem.readBytes(file) : undefined;
  }

  changesOf(file: string): number {
    return this.changes.get(file) ?? 0;
  }

  changed(file: string): void {
    this.present.delete(file);
    this.changes.set(file, this.changesOf(file) + 1);
  }

  deleted(file: string): void {
    this.listed.delete(file);
    this.changed(file);
  }
}
