import type { ReadResult } from '@jixiao/language';
import { schemeOf } from './file-names.js';
import type { FileSystem } from './file-system.js';

/** The disk for what lies on it, the client for everything else. */
export class FilesByScheme implements FileSystem {
  constructor(
    private readonly disk: FileSystem,
    private readonly others: FileSystem,
  ) {}

  get ignoresCase(): boolean {
    return this.disk.ignoresCase;
  }

  readText(file: string): Promise<ReadResult> {
    return this.of(file).readText(file);
  }

  readBytes(file: string): Promise<Uint8Array | undefined> {
    return this.of(file).readBytes(file);
  }

  realName(file: string): string {
    return this.of(file).realName(file);
  }

  list(folder: string): Promise<readonly string[]> {
    return this.of(folder).list(folder);
  }

  private of(file: string): FileSystem {
    return schemeOf(file) === 'file' ? this.disk : this.others;
  }
}
