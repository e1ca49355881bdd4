import type { FileSystem } from './file-system.js';

/**
 * Where files really lie, behind symbolic links. Asked over and over while nothing changes, so the disk
 * is asked once.
 */
export class RealNames {
  private readonly known = new Map<string, string>();

  constructor(private readonly fileSystem: Pick<FileSystem, 'realName'>) {}

  of(file: string): string {
    let real = this.known.get(file);
    if (real === undefined) {
      real = this.fileSystem.realName(file);
      this.known.set(file, real);
    }
    return real;
  }

  /** Something changed on the disk: a link may lead elsewhere now. */
  forget(): void {
    this.known.clear();
  }
}
