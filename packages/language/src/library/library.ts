import { NameTable } from '../evaluation/scope.js';
import { definitionsOf } from '../evaluation/symbols.js';
import { readSource, type SourceFile } from '../syntax/source-file.js';
import { LIBRARY } from './generated/texts.js';

/** Scheme under which the files of the standard library are known, and opened read-only by editors. */
export const LIBRARY_SCHEME = 'perf-library';

export function libraryFileName(name: string): string {
  return `${LIBRARY_SCHEME}:/${name}`;
}

export function isLibraryFile(file: string): boolean {
  return file.startsWith(`${LIBRARY_SCHEME}:`);
}

/** The texts of the standard library by file name. */
export function libraryTexts(): ReadonlyMap<string, string> {
  return new Map(Object.entries(LIBRARY).map(([name, text]) => [libraryFileName(name), text]));
}

let read: ReadonlyMap<string, SourceFile> | undefined;

/** The standard library, read on first use. */
export function libraryFiles(): ReadonlyMap<string, SourceFile> {
  read ??= new Map([...libraryTexts()].map(([file, text]) => [file, readSource(file, text)]));
  return read;
}

/** The names of the library; the files are read only when a name is looked up that nothing else declares. */
class LibraryNames extends NameTable {
  private filled = false;

  private fill(): void {
    if (this.filled) return;
    this.filled = true;
    for (const source of libraryFiles().values()) {
      for (const piece of source.pieces) for (const symbol of definitionsOf(piece).symbols) this.add(symbol);
    }
  }

  override ending(last: string) {
    this.fill();
    return super.ending(last);
  }

  override symbols() {
    this.fill();
    return super.symbols();
  }
}

const NAMES = new LibraryNames();

export function libraryNames(): NameTable {
  return NAMES;
}
