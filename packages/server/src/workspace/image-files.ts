import type { RasterType, Size } from '@jixiao/report';
import type { FileSystem } from './file-system.js';

/** A picture as it was read, and what its bytes say that it is. */
export interface Picture extends Size {
  readonly bytes: Uint8Array;
  readonly type: RasterType;
}

/** The pictures of the workspace, which reports name by their paths. */
export class ImageFiles {
  private readonly listed = new Set<string>();
  private readonly sizes = new Map<string, Promise<Size | undefined>>();
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

  /** Whether a picture can be put on paper. */
  async isShown(file: string): Promise<boolean> {
    return (await this.sizeOf(file)) !== undefined;
  }

  /** How large a picture that can be put on paper is in pixels; looked at once until it changes. */
  sizeOf(file: string): Promise<Size | undefined> {
    let size = this.sizes.get(file);
    if (!size) {
      size = this.read(file).then((picture) => picture && { width: picture.width, height: picture.height });
      this.sizes.set(file, size);
    }
    return size;
  }

  /** A picture that can be put on paper; undefined if there is none, or none that Word shows. */
  async read(file: string): Promise<Picture | undefined> {
    const bytes = this.mayRead(file) ? await this.fileSystem.readBytes(file) : undefined;
    if (!bytes) return undefined;
    const { inspectPicture } = await import('@jixiao/report');
    const found = inspectPicture(bytes);
    return 'type' in found ? { bytes, ...found } : undefined;
  }

  changesOf(file: string): number {
    return this.changes.get(file) ?? 0;
  }

  changed(file: string): void {
    this.sizes.delete(file);
    this.changes.set(file, this.changesOf(file) + 1);
  }

  deleted(file: string): void {
    this.listed.delete(file);
    this.changed(file);
  }
}
