import { type ImportTarget, importsOf, type SourceFile } from '@jixiao/language';
import type { DiskFiles } from './disk-files.js';
import type { FileNames } from './file-names.js';
import type { Folders } from './folders.js';
import { ImportGraph } from './import-graph.js';
import type { OpenDocuments } from './open-documents.js';

/** Which files import which, and what became of these. */
export class Imports {
  readonly graph = new ImportGraph();

  constructor(
    private readonly names: FileNames,
    private readonly folders: Folders,
    private readonly open: OpenDocuments,
    private readonly disk: DiskFiles,
  ) {}

  /** A file was read. */
  note(source: SourceFile): void {
    const targets = importsOf(source).flatMap(({ path }) => this.names.resolve(source.file, path) ?? []);
    this.graph.set(source.file, targets);
  }

  /** The files that a file may import and does; those not yet read from the disk are asked for. */
  wantedBy(file: string): string[] {
    const targets = this.graph.importsOf(file).filter((target) => this.isPermitted(file, target));
    for (const target of targets) if (!this.open.has(target)) this.disk.want(target);
    return targets;
  }

  /** The file that a path leads to, without regard to whether it exists; undefined outside the workspace. */
  resolve(from: string, path: string): string | undefined {
    const target = this.names.resolve(from, path);
    return target !== undefined && this.isPermitted(from, target) ? target : undefined;
  }

  targetOf(from: string, path: string): ImportTarget {
    const target = this.resolve(from, path);
    if (target === undefined) return { kind: 'outside' };
    if (this.open.has(target)) return { kind: 'file', file: target };
    const found = this.disk.get(target);
    if (found?.kind === 'unreadable' && !found.missing) return { kind: 'unreadable', why: found.why };
    return found?.kind === 'text' ? { kind: 'file', file: target } : { kind: 'missing' };
  }

  private isPermitted(from: string, target: string): boolean {
    return this.folders.mayImport(from, target, this.open.files());
  }
}
