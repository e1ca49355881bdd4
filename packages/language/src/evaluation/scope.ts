import { type Anchor, comparePositions, rangeOf, type Span } from '@jixiao/core';
import type { PerfSymbol } from './symbols.js';

/** A symbol under the path by which one file knows it: with the alias of its import in front. */
interface Entry {
  readonly path: readonly string[];
  readonly symbol: PerfSymbol;
}

export type Resolution =
  | { readonly kind: 'found'; readonly symbol: PerfSymbol }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly (readonly string[])[] }
  | { readonly kind: 'none' };

const NONE: Resolution = { kind: 'none' };

/** Stands for every name, where something rests on all of them. */
export const ANY_NAME = '*';

/** What a lookup of all tables of indicators is noted as. */
export const INDICATOR_TABLES = '<indicators>';

/** What a lookup by a label is noted as; a label is no name. */
export function labelKey(label: string): string {
  return `“${label}”`;
}

/** The symbols of a file by their last name, so that a lookup does not walk through the file. */
export class NameTable {
  private readonly byLast = new Map<string, Set<PerfSymbol>>();
  private readonly byLabel = new Map<string, Set<PerfSymbol>>();
  private readonly byPath = new Map<string, PerfSymbol | Set<PerfSymbol>>();
  private readonly repeatedPaths = new Set<string>();

  add(symbol: PerfSymbol): void {
    this.addPath(symbol);
    const last = symbol.path.at(-1) ?? '';
    const known = this.byLast.get(last);
    if (known) known.add(symbol);
    else this.byLast.set(last, new Set([symbol]));
    for (const label of labelsOf(symbol)) {
      const symbols = this.byLabel.get(label);
      if (symbols) symbols.add(symbol);
      else this.byLabel.set(label, new Set([symbol]));
    }
  }

  delete(symbol: PerfSymbol): void {
    this.deletePath(symbol);
    this.byLast.get(symbol.path.at(-1) ?? '')?.delete(symbol);
    for (const label of labelsOf(symbol)) this.byLabel.get(label)?.delete(symbol);
  }

  ending(last: string): Iterable<PerfSymbol> {
    return this.byLast.get(last) ?? [];
  }

  /** What is called so on paper, by its label or by its name, in the order of the text: the table keeps none across edits. */
  labelled(label: string): readonly PerfSymbol[] {
    return [...(this.byLabel.get(label) ?? [])].sort((a, b) => compareSpans(a.nameSpan, b.nameSpan));
  }

  /** The symbols that share their path with others, path by path, each in the order of the text. */
  *repeated(): Generator<readonly PerfSymbol[]> {
    for (const key of this.repeatedPaths) {
      const symbols = this.byPath.get(key);
      if (symbols instanceof Set) yield [...symbols].sort((a, b) => compareSpans(a.nameSpan, b.nameSpan));
    }
  }

  private addPath(symbol: PerfSymbol): void {
    const key = pathKey(symbol);
    const known = this.byPath.get(key);
    if (known === undefined) this.byPath.set(key, symbol);
    else if (known instanceof Set) known.add(symbol);
    else {
      this.byPath.set(key, new Set([known, symbol]));
      this.repeatedPaths.add(key);
    }
  }

  private deletePath(symbol: PerfSymbol): void {
    const key = pathKey(symbol);
    const known = this.byPath.get(key);
    if (known === symbol) this.byPath.delete(key);
    if (!(known instanceof Set) || !known.delete(symbol)) return;
    const [last, another] = known;
    if (another !== undefined || last === undefined) return;
    this.byPath.set(key, last);
    this.repeatedPaths.delete(key);
  }

  *symbols(isWanted: (last: string) => boolean = () => true): Generator<PerfSymbol> {
    for (const [last, symbols] of this.byLast) if (isWanted(last)) yield* symbols;
  }
}

function pathKey({ path }: PerfSymbol): string {
  return path.join('\u0000');
}

/** What a figure, a column or an indicator may be called in running text. */
export function labelsOf(symbol: PerfSymbol): ReadonlySet<string> {
  switch (symbol.kind) {
    case 'figure':
      return new Set([symbol.figure.name, symbol.figure.label]);
    case 'column':
      return new Set([symbol.column.name, symbol.column.label]);
    case 'indicator':
      return new Set([symbol.node.name.text, symbol.node.label?.value ?? symbol.node.name.text]);
    default:
      return NO_LABELS;
  }
}

const NO_LABELS: ReadonlySet<string> = new Set();

/** The names of a file as another one sees them. With an alias, a path must begin with it: otherwise they stay out of the way. */
export interface VisibleNames {
  readonly names: NameTable;
  readonly alias: string | undefined;
}

/** Which of several symbols of one name is wanted, where the place says so: a table wants figures, 采用 a rubric. */
export type Wanted = (symbol: PerfSymbol) => boolean;

const ANY: Wanted = () => true;

/** What names stand for in a file. */
export interface Scope {
  /**
   * What a path stands for. From the place with the names `around` it: first what is declared in
   * the nearest surroundings, then a unique path that ends so, then one that contains the names
   * in this order. A path may leave out names from its front and middle as long as it stays unique.
   */
  resolve(path: readonly string[], around: readonly string[], wanted?: Wanted): Resolution;
  /** Every symbol in sight, or those whose last name is wanted, with the path by which it is known here. */
  symbols(
    isWanted?: (last: string) => boolean,
  ): Iterable<{ readonly path: readonly string[]; readonly symbol: PerfSymbol }>;
}

/** The names that a file sees: its own, then those of imported files, then the library. */
export class FileScope implements Scope {
  constructor(private readonly layers: readonly (readonly VisibleNames[])[]) {}

  resolve(path: readonly string[], around: readonly string[], wanted: Wanted = ANY): Resolution {
    for (const layer of this.layers) {
      const entries = layer.flatMap((visible) => entriesFor(path, visible, wanted));
      if (entries.length === 0) continue;
      const resolution = resolveAmong(entries, path, around);
      if (resolution.kind !== 'none') return resolution;
    }
    return NONE;
  }

  *symbols(isWanted?: (last: string) => boolean): Generator<Entry> {
    for (const { names, alias } of this.layers.flat()) {
      for (const symbol of names.symbols(isWanted)) yield { symbol, path: knownAs(symbol, alias) };
    }
  }
}

/** A scope that tells of every lookup: which name was sought, and in which declaration it was found. */
export class ObservedScope implements Scope {
  constructor(
    private readonly scope: Scope,
    private readonly note: (name: string, found: Anchor | undefined) => void,
  ) {}

  resolve(path: readonly string[], around: readonly string[], wanted?: Wanted): Resolution {
    const resolution = this.scope.resolve(path, around, wanted);
    this.note(path.at(-1) ?? '', resolution.kind === 'found' ? resolution.symbol.nameSpan.anchor : undefined);
    return resolution;
  }

  symbols(isWanted?: (last: string) => boolean) {
    this.note(ANY_NAME, undefined);
    return this.scope.symbols(isWanted);
  }
}

function knownAs(symbol: PerfSymbol, alias: string | undefined): readonly string[] {
  return alias === undefined ? symbol.path : [alias, ...symbol.path];
}

function entriesFor(path: readonly string[], { names, alias }: VisibleNames, wanted: Wanted): Entry[] {
  if (alias !== undefined && path[0] !== alias) return [];
  const entries: Entry[] = [];
  for (const symbol of names.ending(path.at(-1) ?? '')) {
    if (wanted(symbol)) entries.push({ symbol, path: knownAs(symbol, alias) });
  }
  return entries;
}

function resolveAmong(entries: readonly Entry[], path: readonly string[], around: readonly string[]): Resolution {
  for (let depth = around.length; depth >= 0; depth--) {
    const exact = entries.filter((entry) => isExactly(entry.path, around, depth, path));
    if (exact.length > 0) return unique(exact);
  }
  const endings = entries.filter((entry) => endsWith(entry.path, path));
  if (endings.length > 0) return unique(nearest(endings, around));
  const containing = entries.filter((entry) => contains(entry.path, path));
  return containing.length > 0 ? unique(nearest(containing, around)) : NONE;
}

/** Symbols of one path (a unit and a figure of one name, or a duplicate) resolve to the first in the text; the duplicate is reported where it is declared. */
function unique(entries: readonly Entry[]): Resolution {
  const [first] = entries;
  if (!first) return NONE;
  const key = first.path.join('.');
  const others = entries.filter((entry) => entry.path.join('.') !== key);
  if (others.length === 0) return { kind: 'found', symbol: earliest(entries) };
  const candidates = [...new Map(entries.map((entry) => [entry.path.join('.'), entry.path])).entries()];
  return { kind: 'ambiguous', candidates: candidates.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path) };
}

/** The table keeps no order across edits; the text does. */
function earliest(entries: readonly Entry[]): PerfSymbol {
  return entries.reduce((first, entry) =>
    compareSpans(entry.symbol.nameSpan, first.symbol.nameSpan) < 0 ? entry : first,
  ).symbol;
}

/** Which of two places of one file comes first. */
function compareSpans(a: Span, b: Span): number {
  return comparePositions(rangeOf(a).start, rangeOf(b).start);
}

/** Those that share the most names with the place of the reference: inside one declaration its own parts win. */
function nearest(entries: readonly Entry[], around: readonly string[]): readonly Entry[] {
  if (entries.length < 2 || around.length === 0) return entries;
  const shared = entries.map((entry) => sharedLength(entry.path, around));
  const most = Math.max(...shared);
  return most === 0 ? entries : entries.filter((_, index) => shared[index] === most);
}

function sharedLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function isExactly(
  path: readonly string[],
  around: readonly string[],
  depth: number,
  wanted: readonly string[],
): boolean {
  if (path.length !== depth + wanted.length) return false;
  for (let i = 0; i < depth; i++) if (path[i] !== around[i]) return false;
  return endsWith(path, wanted);
}

function endsWith(path: readonly string[], ending: readonly string[]): boolean {
  const skip = path.length - ending.length;
  return skip >= 0 && ending.every((name, index) => path[skip + index] === name);
}

function contains(path: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  for (const name of path) if (name === names[at]) at++;
  return at === names.length;
}
