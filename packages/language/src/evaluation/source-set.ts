import type { Message } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { libraryNames } from '../library/library.js';
import type { ParsedPiece, SourceFile } from '../syntax/source-file.js';
import { NameTable, Scope } from './scope.js';
import { definitionsOf } from './symbols.js';

/** What the path of an import stands for. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'missing' | 'outside' }
  | { readonly kind: 'unreadable'; readonly why: Message };

/** Resolves the path of an import, as it is written in the file `from`. */
export type ResolveImport = (from: string, path: string) => ImportTarget;

/** An import and what became of it. */
export interface ResolvedImport {
  readonly node: ast.Import;
  readonly piece: ParsedPiece;
  readonly target: ImportTarget;
  readonly alias: string | undefined;
}

/** Files that belong together, read, with the names that each of them sees. */
export class SourceSet {
  private readonly scopes = new Map<string, Scope>();
  private readonly ownNames = new Map<string, NameTable>();
  private readonly imports = new Map<string, readonly ResolvedImport[]>();

  constructor(
    readonly files: ReadonlyMap<string, SourceFile>,
    private readonly resolveImport: ResolveImport,
  ) {}

  importsOf(file: string): readonly ResolvedImport[] {
    let found = this.imports.get(file);
    if (!found) {
      found = importsOf(this.files.get(file)).map(({ node, piece, path, alias }) => ({
        node,
        piece,
        alias,
        target: this.targetOf(file, path),
      }));
      this.imports.set(file, found);
    }
    return found;
  }

  private targetOf(from: string, path: string): ImportTarget {
    const target = this.resolveImport(from, path);
    return target.kind === 'file' && !this.files.has(target.file) ? { kind: 'missing' } : target;
  }

  /** The names that a file sees: its own, those of its imports, those of the library. */
  scopeOf(file: string): Scope {
    let scope = this.scopes.get(file);
    if (!scope) {
      scope = new Scope([this.namesOf(file), this.importedNames(file), libraryNames()]);
      this.scopes.set(file, scope);
    }
    return scope;
  }

  private namesOf(file: string): NameTable {
    let table = this.ownNames.get(file);
    if (!table) {
      table = new NameTable();
      addNames(table, this.files.get(file), undefined);
      this.ownNames.set(file, table);
    }
    return table;
  }

  private importedNames(file: string): NameTable {
    const table = new NameTable();
    for (const { target, alias } of this.importsOf(file)) {
      if (target.kind === 'file' && target.file !== file) addNames(table, this.files.get(target.file), alias);
    }
    return table;
  }

  /** The files on the way from one file back to itself, if importing `through` closes a circle. */
  circle(file: string, through: string): string[] | undefined {
    const seen = new Set<string>();
    const walk = (at: string): string[] | undefined => {
      if (at === file) return [at];
      if (seen.has(at)) return undefined;
      seen.add(at);
      for (const { target } of this.importsOf(at)) {
        const rest = target.kind === 'file' ? walk(target.file) : undefined;
        if (rest) return [at, ...rest];
      }
      return undefined;
    };
    const rest = walk(through);
    return rest && [file, ...rest];
  }
}

function addNames(table: NameTable, source: SourceFile | undefined, alias: string | undefined): void {
  for (const piece of source?.pieces ?? []) {
    for (const symbol of definitionsOf(piece).symbols) table.add(symbol, alias);
  }
}

/** The imports as they are written; what a loader has to read next. */
export function importsOf(
  source: SourceFile | undefined,
): { node: ast.Import; piece: ParsedPiece; path: string; alias: string | undefined }[] {
  return (source?.pieces ?? []).flatMap((piece) =>
    definitionsOf(piece)
      .imports.filter((node) => node.path)
      .map((node) => ({ node, piece, path: node.path.value, alias: node.alias?.text })),
  );
}
