import { NameTable } from '../evaluation/scope.js';
import { definitionsOf } from '../evaluation/symbols.js';
import { cutIntoPieces, type Piece } from '../syntax/pieces.js';
import { type ParsedPiece, readPiece, type SourceFile } from '../syntax/source-file.js';
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

/** A declaration of the library, read when somebody asks for it. */
interface LibraryPiece {
  readonly file: string;
  readonly piece: Piece;
  /** The one name that it declares, if any; undefined where that is not plain from its first line. */
  readonly name: string | undefined;
  read: ParsedPiece | undefined;
}

/** A declaration of rules has a name, and nothing inside it can be referred to. */
const RULES = /^(?:评分办法|提纲|表式) ([^ "{]+) /m;

/** The comment on top of a file is a piece too. */
const NOTHING = /^(?:\s*\/\/.*|\s*)$/;

function nameIn(text: string): string | undefined {
  return RULES.exec(text)?.[1] ?? (text.split('\n').every((line) => NOTHING.test(line)) ? '' : undefined);
}

let pieces: readonly LibraryPiece[] | undefined;

function libraryPieces(): readonly LibraryPiece[] {
  pieces ??= [...libraryTexts()].flatMap(([file, text]) =>
    cutIntoPieces(text).map((piece) => ({ file, piece, name: nameIn(piece.text), read: undefined })),
  );
  return pieces;
}

function parsed(piece: LibraryPiece): ParsedPiece {
  piece.read ??= readPiece(piece.piece, { file: piece.file, line: piece.piece.line });
  return piece.read;
}

let files: ReadonlyMap<string, SourceFile> | undefined;

/** The whole standard library, read on first use. */
export function libraryFiles(): ReadonlyMap<string, SourceFile> {
  files ??= new Map(
    [...libraryTexts()].map(([file, text]) => {
      const own = libraryPieces().filter((piece) => piece.file === file);
      return [file, { file, text, plain: text, pieces: own.map(parsed), piecesRead: own.length, tokensRead: 0 }];
    }),
  );
  return files;
}

/** The names of the library; a declaration is read only when its name is looked up and nothing else declares it. */
class LibraryNames extends NameTable {
  private readonly added = new Set<LibraryPiece>();

  override ending(last: string) {
    for (const piece of libraryPieces()) if (piece.name === undefined || piece.name === last) this.addPiece(piece);
    return super.ending(last);
  }

  override symbols(isWanted?: (last: string) => boolean) {
    for (const piece of libraryPieces()) this.addPiece(piece);
    return super.symbols(isWanted);
  }

  private addPiece(piece: LibraryPiece): void {
    if (this.added.has(piece)) return;
    this.added.add(piece);
    for (const symbol of definitionsOf(parsed(piece)).symbols) this.add(symbol);
  }
}

const NAMES = new LibraryNames();

export function libraryNames(): NameTable {
  return NAMES;
}
