import { readSource, type SourceFile } from '@jixiao/language';

interface Read {
  readonly text: string;
  readonly source: SourceFile;
}

/** The trees of files, kept from one state of the workspace to the next so that reading follows the edit. */
export class SourceFiles {
  private readonly read = new Map<string, Read>();

  constructor(private readonly onRead: (source: SourceFile) => void) {}

  of(file: string, text: string): SourceFile {
    const known = this.read.get(file);
    if (known?.text === text) return known.source;
    const source = readSource(file, text, known?.source);
    this.read.set(file, { text, source });
    this.onRead(source);
    return source;
  }

  delete(file: string): void {
    this.read.delete(file);
  }
}
