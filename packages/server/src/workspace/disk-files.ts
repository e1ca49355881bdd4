import type { Message } from '@jixiao/core';
import type { FileSystem } from './file-system.js';

/** What is known of a file on the disk. */
export type DiskFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly missing: boolean; readonly why: Message }
  /** It lies where nothing may be read, perhaps behind a link, and was left alone. */
  | { readonly kind: 'outside' };

/** The files that are not open, as they were last read. */
export class DiskFiles {
  private readonly known = new Map<string, DiskFile>();
  private readonly loading = new Map<string, Promise<void>>();
  /** Counts the readings of a file, so that an older answer never replaces a newer one. */
  private readings = 0;
  private readonly latest = new Map<string, number>();

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly mayRead: (file: string) => boolean,
    private readonly changed: (file: string) => void,
  ) {}

  get(file: string): DiskFile | undefined {
    return this.known.get(file);
  }

  files(): Iterable<string> {
    return this.known.keys();
  }

  /** The reading under way, if there is one. */
  pending(file: string): Promise<void> | undefined {
    return this.loading.get(file);
  }

  /** Reads a file that has not been read; does nothing for one that has. */
  want(file: string): void {
    const known = this.known.get(file);
    if ((!known || known.kind === 'outside') && !this.loading.has(file)) void this.load(file);
  }

  /** Reads a file, again if need be. Never fails: a file that cannot be read is known as such. */
  load(file: string): Promise<void> {
    const reading = ++this.readings;
    this.latest.set(file, reading);
    const done = this.read(file).then((found) => {
      if (this.latest.get(file) !== reading) return;
      this.latest.delete(file);
      this.loading.delete(file);
      if (isSame(this.known.get(file), found)) return;
      this.known.set(file, found);
      this.changed(file);
    });
    this.loading.set(file, done);
    return done;
  }

  private async read(file: string): Promise<DiskFile> {
    try {
      if (!this.mayRead(file)) return { kind: 'outside' };
      const result = await this.fileSystem.readText(file);
      return result.ok
        ? { kind: 'text', text: result.text }
        : { kind: 'unreadable', missing: result.missing, why: result.why };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { kind: 'unreadable', missing: false, why: { zh: why, en: why } };
    }
  }

  /** Tries files again that could not be read. */
  retry(): void {
    for (const [file, { kind }] of this.known) if (kind !== 'text') void this.load(file);
  }

  /** Drops a file; @returns whether it was known. */
  forget(file: string): boolean {
    this.latest.delete(file);
    this.loading.delete(file);
    return this.known.delete(file);
  }
}

function isSame(a: DiskFile | undefined, b: DiskFile): boolean {
  if (a?.kind === 'text') return b.kind === 'text' && a.text === b.text;
  if (b.kind === 'outside') return a?.kind === 'outside';
  return a?.kind === 'unreadable' && b.kind === 'unreadable' && a.missing === b.missing && a.why.zh === b.why.zh;
}
