import type { ReadResult, SourceHost } from '@jixiao/language';
import { readTextFile } from './text-file.js';
import type { Workspace } from './workspace.js';

/** Gives the language the files of the disk. Each is read once, also when it is asked for again. */
export class DiskHost implements SourceHost {
  private readonly texts = new Map<string, Promise<ReadResult>>();

  constructor(readonly workspace: Workspace) {}

  read(file: string): Promise<ReadResult> {
    let result = this.texts.get(file);
    if (!result) {
      result = readTextFile(file);
      this.texts.set(file, result);
    }
    return result;
  }

  resolve(from: string, path: string): string | undefined {
    return this.workspace.resolve(from, path);
  }
}
