import type { RasterType } from '@jixiao/report';
import type { FileSystem } from './file-system.js';

/** A picture as it was read, and what its bytes say that it is. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: RasterType;
}

/** The pictures of the workspace, which reports name by their paths. */
export class ImageFiles {
  private readonly listed = new Set<string>();
  private readonly shown = new Map<string, Promise<boolean>>();
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

  /** Whether a picture can be put on paper; looked at once until it changes. */
  isShown(file: string): Promise<boolean> {
    let shown = this.shown.get(file);
    if (!shown) {
      shown = this.read(file).then((picture) => picture !== undefined);
      this.shown.set(file, shown);
    }
    return shown;
  }

  /** A picture that can be put on paper; undefined if there is none, or none that Word shows. */
  async read(file: string): Promise<Picture | undefined> {
    const bytes = this.mayRead(file) ? await this.fileSystem.readBytes(file) : undefined;
    if (!bytes) return undefined;
    const { inspectPicture } = await import('@jixiao/report');
    const found = inspectPicture(bytes);
    return 'type' in found ? { bytes, type: found.type } : undefined;
  }

  changesOf(file: string): number {
    return this.changes.get(file) ?? 0;
  }

  changed(file: string): void {
    this.shown.delete(file);
    this.changes.set(file, this.changesOf(file) + 1);
  }

  deleted(file: string): void {
    this.listed.delete(file);
    this.changed(file);
  }
}
