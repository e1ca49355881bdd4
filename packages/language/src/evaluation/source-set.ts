import type { Anchor, Message } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { libraryNames } from '../library/library.js';
import type { ParsedPiece, SourceFile } from '../syntax/source-file.js';
import { lookupKey, type Unit } from './memo.js';
import { changedNames, pieceChanges } from './piece-changes.js';
import { FileScope, NameTable, type Scope, type VisibleNames } from './scope.js';
import { definitionsOf, type PerfSymbol } from './symbols.js';

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

/** What is not what it was. */
export interface Changes {
  readonly units: readonly Unit[];
  /** Declarations that are gone. */
  readonly removed: readonly Anchor[];
  /** Declarations whose file sees other names than before. */
  readonly rescoped: readonly Anchor[];
  /** Lookups that may come to something else than before. */
  readonly lookups: ReadonlySet<string>;
}

/**
 * Files that belong together, read, with the names that each of them sees. Made from the previous
 * version, it takes over the name tables; the previous one must not be used afterwards.
 */
export class SourceSet {
  private readonly scopes = new Map<string, Scope>();
  private readonly tables: Map<string, { readonly source: SourceFile; readonly names: NameTable }>;
  private readonly imports = new Map<string, readonly ResolvedImport[]>();

  constructor(
    readonly files: ReadonlyMap<string, SourceFile>,
    private readonly resolveImport: ResolveImport,
    previous?: SourceSet,
  ) {
    this.tables = previous?.tables ?? new Map();
    for (const file of this.tables.keys()) if (!files.has(file)) this.tables.delete(file);
  }

  piecesOf(file: string): readonly ParsedPiece[] {
    return this.files.get(file)?.pieces ?? [];
  }

  /** The same set with other texts for some of its files. */
  withFiles(changed: ReadonlyMap<string, SourceFile>): SourceSet {
    return new SourceSet(new Map([...this.files, ...changed]), this.resolveImport);
  }

  importsOf(file: string): readonly ResolvedImport[] {
    let found = this.imports.get(file);
    if (!found) {
      const written = importsOf(this.files.get(file));
      found = written.map(({ node, piece, path, alias }) => ({
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
      const imported = this.importsOf(file).flatMap(({ target, alias }): VisibleNames[] =>
        target.kind === 'file' && target.file !== file ? [{ names: this.namesOf(target.file), alias }] : [],
      );
      const own = { names: this.namesOf(file), alias: undefined };
      scope = new FileScope([[own], imported, [{ names: libraryNames(), alias: undefined }]]);
      this.scopes.set(file, scope);
    }
    return scope;
  }

  /** What a text in a file may mean by a label: what the file and its imports without an alias declare. */
  *labelled(file: string, label: string): Generator<PerfSymbol> {
    yield* this.namesOf(file).labelled(label);
    for (const { target, alias } of this.importsOf(file)) {
      if (alias === undefined && target.kind === 'file' && target.file !== file) {
        yield* this.namesOf(target.file).labelled(label);
      }
    }
  }

  /** The declarations of a file that share their path with others, path by path, each in the order of the text. */
  repeatedNames(file: string): Iterable<readonly PerfSymbol[]> {
    return this.namesOf(file).repeated();
  }

  /** The names that a file declares, brought up to date from those of its previous version. */
  private namesOf(file: string): NameTable {
    const source = this.files.get(file);
    const known = this.tables.get(file);
    if (known && known.source === source) return known.names;
    const names = known?.names ?? new NameTable();
    const { removed, added } = pieceChanges(known?.source, source);
    for (const piece of removed) for (const symbol of definitionsOf(piece).symbols) names.delete(symbol);
    for (const piece of added) for (const symbol of definitionsOf(piece).symbols) names.add(symbol);
    if (source) this.tables.set(file, { source, names });
    return names;
  }

  /** What is different from an earlier version of the set. */
  changesSince(earlier: SourceSet): Changes {
    const units: Unit[] = [];
    const removedAnchors: Anchor[] = [];
    const rescoped: Anchor[] = [];
    const lookups = new Set<string>();
    for (const file of new Set([...earlier.files.keys(), ...this.files.keys()])) {
      const before = earlier.files.get(file);
      const now = this.files.get(file);
      const changes = pieceChanges(before, now);
      for (const piece of changes.added) units.push(...(piece.stale ?? []));
      const present = new Set(changes.added.map(({ anchor }) => anchor));
      removedAnchors.push(...changes.removed.map(({ anchor }) => anchor).filter((anchor) => !present.has(anchor)));
      for (const { anchor } of [...changes.removed, ...changes.added]) units.push(anchor);
      const names = new Set(changedNames(changes));
      const viewers = names.size > 0 ? this.viewersOf(file) : [];
      for (const viewer of viewers) for (const name of names) lookups.add(lookupKey(viewer, name));
      // Other imports are other names for the whole file, and for nobody else.
      if (now && importKey(earlier, file) !== importKey(this, file))
        rescoped.push(...now.pieces.map(({ anchor }) => anchor));
    }
    return { units, lookups, removed: removedAnchors, rescoped };
  }

  /** The files that see the names of a file: itself, and those that import it. */
  private viewersOf(file: string): string[] {
    const imports = (other: string) =>
      this.importsOf(other).some(({ target }) => target.kind === 'file' && target.file === file);
    return [file, ...[...this.files.keys()].filter((other) => other !== file && imports(other))];
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

/** The imports of a file with what they stand for, as one text to compare. */
function importKey(set: SourceSet, file: string): string {
  const imports = set.importsOf(file);
  if (imports.length === 0) return '';
  return JSON.stringify(
    imports.map(({ alias, target }) => [alias ?? null, target.kind, target.kind === 'file' ? target.file : null]),
  );
}

type WrittenImport = {
  readonly node: ast.Import;
  readonly piece: ParsedPiece;
  readonly path: string;
  readonly alias: string | undefined;
};

const WRITTEN = new WeakMap<SourceFile, readonly WrittenImport[]>();

/** The imports as they are written; what a loader has to read next. */
export function importsOf(source: SourceFile | undefined): readonly WrittenImport[] {
  if (!source) return [];
  let written = WRITTEN.get(source);
  if (!written) {
    // Hardly any piece imports something, and this is asked after every keystroke.
    const importing = source.pieces.filter(({ declarations }) => declarations.some(({ $type }) => $type === 'Import'));
    written = importing.flatMap((piece) =>
      definitionsOf(piece)
        .imports.filter((node) => node.path)
        .map((node) => ({ node, piece, path: node.path.value, alias: node.alias?.text })),
    );
    WRITTEN.set(source, written);
  }
  return written;
}
