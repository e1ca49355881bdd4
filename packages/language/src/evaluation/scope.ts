import type { PerfSymbol } from './symbols.js';

/** A symbol under the path by which one file knows it: with the alias of its import in front. */
interface Entry {
  readonly path: readonly string[];
  readonly symbol: PerfSymbol;
  /** The alias, which a path must then begin with: what is imported under a name stays out of the way otherwise. */
  readonly alias: string | undefined;
}

export type Resolution =
  | { readonly kind: 'found'; readonly symbol: PerfSymbol }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly (readonly string[])[] }
  | { readonly kind: 'none' };

const NONE: Resolution = { kind: 'none' };

/** Symbols by their last name, so that a lookup does not walk through a file. */
export class NameTable {
  private readonly byLast = new Map<string, Entry[]>();

  add(symbol: PerfSymbol, alias: string | undefined): void {
    const path = alias === undefined ? symbol.path : [alias, ...symbol.path];
    const last = path.at(-1) ?? '';
    const entries = this.byLast.get(last);
    const entry: Entry = { path, symbol, alias };
    if (entries) entries.push(entry);
    else this.byLast.set(last, [entry]);
  }

  ending(last: string): readonly Entry[] {
    return this.byLast.get(last) ?? [];
  }

  *entries(): Generator<Entry> {
    for (const list of this.byLast.values()) yield* list;
  }
}

/** Which of several symbols of one name is wanted, where the place says so: a table wants figures, 采用 a rubric. */
export type Wanted = (symbol: PerfSymbol) => boolean;

const ANY: Wanted = () => true;

/**
 * The names that a file sees: its own, then those of imported files, then the library.
 * A path may leave out names from its front and middle as long as it stays unique.
 */
export class Scope {
  constructor(private readonly tables: readonly NameTable[]) {}

  /**
   * What a path stands for. From the place with the names `around` it: first what is declared in
   * the nearest surroundings, then a unique path that ends so, then one that contains the names
   * in this order.
   */
  resolve(path: readonly string[], around: readonly string[], wanted: Wanted = ANY): Resolution {
    const last = path.at(-1);
    if (last === undefined) return NONE;
    for (const table of this.tables) {
      const entries = table
        .ending(last)
        .filter(({ symbol, alias }) => (alias === undefined || alias === path[0]) && wanted(symbol));
      if (entries.length === 0) continue;
      const resolution = resolveAmong(entries, path, around);
      if (resolution.kind !== 'none') return resolution;
    }
    return NONE;
  }

  /** Every symbol in sight with the path by which it is known here. */
  *symbols(): Generator<{ readonly path: readonly string[]; readonly symbol: PerfSymbol }> {
    for (const table of this.tables) yield* table.entries();
  }
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

/** Symbols of one path (a unit and a figure of one name, or a duplicate) resolve to the first; the duplicate is reported where it is declared. */
function unique(entries: readonly Entry[]): Resolution {
  const [first] = entries;
  if (!first) return NONE;
  const key = first.path.join('.');
  const others = entries.filter((entry) => entry.path.join('.') !== key);
  if (others.length === 0) return { kind: 'found', symbol: first.symbol };
  return {
    kind: 'ambiguous',
    candidates: [...new Map(entries.map((entry) => [entry.path.join('.'), entry.path])).values()],
  };
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
