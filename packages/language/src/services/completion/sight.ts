import { comparePositions, rangeOf } from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import type { Wanted } from '../../evaluation/scope.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import { accepts, filterText } from './filter-text.js';
import type { Surroundings } from './surroundings.js';

/** A symbol that can be mentioned at the cursor. */
export interface Sight {
  readonly symbol: PerfSymbol;
  /** The shortest path that stands for it here. */
  readonly path: readonly string[];
  /** 1: in the same declaration, 2: in the same file, 3: from another file. */
  readonly rank: number;
}

/** A list of names longer than this is thinned out by what is typed. */
const MOST = 300;

interface Entry {
  readonly symbol: PerfSymbol;
  readonly path: readonly string[];
  readonly rank: number;
  /** How many names of its path are also around the cursor. */
  readonly shared: number;
}

/** The symbols that a place may mention, the nearest first; thinned out where there are very many. */
export function symbolsInSight(
  surroundings: Surroundings,
  wanted: Wanted,
  isOffered: Wanted = () => true,
): { seen: Sight[]; isCut: boolean } {
  const { context, reading } = surroundings;
  const all: Entry[] = [];
  const namesakes = new Namesakes();
  for (const { path, symbol } of context.scope.symbols()) {
    if (!wanted(symbol)) continue;
    namesakes.add(path);
    if (!isOffered(symbol) || path.includes('')) continue;
    all.push({ symbol, path, rank: rankOf(symbol, path, surroundings), shared: sharedLength(path, context.around) });
  }
  const isCut = all.length > MOST;
  const fitting = isCut ? all.filter(({ path }) => fits(path, reading.partial.text)) : all;
  fitting.sort((a, b) => a.rank - b.rank || b.shared - a.shared || inText(a.symbol, b.symbol));
  const seen = fitting.slice(0, MOST).map((entry): Sight => {
    const { symbol, rank } = entry;
    return { symbol, path: shortestPath(entry, namesakes, wanted, surroundings), rank };
  });
  return { seen, isCut };
}

/** Paths by their last name, to tell which end of a path no other has. */
class Namesakes {
  private readonly byLast = new Map<string, (readonly string[])[]>();

  add(path: readonly string[]): void {
    const last = path.at(-1) ?? '';
    const known = this.byLast.get(last);
    if (known) known.push(path);
    else this.byLast.set(last, [path]);
  }

  isUnique(ending: readonly string[]): boolean {
    const paths = this.byLast.get(ending.at(-1) ?? '') ?? [];
    return paths.length < 2 || paths.filter((path) => endsWith(path, ending)).length < 2;
  }
}

function endsWith(path: readonly string[], ending: readonly string[]): boolean {
  const skip = path.length - ending.length;
  return skip >= 0 && ending.every((name, index) => path[skip + index] === name);
}

/** The order of the texts in which symbols are declared; a scope keeps none across edits. */
export function inText(a: PerfSymbol, b: PerfSymbol): number {
  const [first, second] = [rangeOf(a.nameSpan), rangeOf(b.nameSpan)];
  if (first.file !== second.file) return first.file < second.file ? -1 : 1;
  return comparePositions(first.start, second.start);
}

function fits(path: readonly string[], typed: string): boolean {
  return typed === '' || accepts(filterText([...path].reverse(), { pinyin: true, typed }), typed);
}

function rankOf(symbol: PerfSymbol, path: readonly string[], { context, reading }: Surroundings): number {
  const { anchor } = symbol.nameSpan;
  if (anchor === reading.piece.anchor || (path.length > 1 && path[0] === context.around[0])) return 1;
  return anchor.file === reading.piece.anchor.file ? 2 : 3;
}

function sharedLength(path: readonly string[], around: readonly string[]): number {
  let length = 0;
  while (length < path.length && length < around.length && path[length] === around[length]) length++;
  return length;
}

/** The shortest end of the path that means this symbol here; a column keeps the figure in front of it, an import its alias. */
function shortestPath(
  { symbol, path, rank, shared }: Entry,
  namesakes: Namesakes,
  wanted: Wanted,
  { context }: Surroundings,
): readonly string[] {
  const alias = path.slice(0, path.length - symbol.path.length);
  const least = symbol.kind === 'column' || symbol.kind === 'property' ? 2 : 1;
  for (let length = Math.min(least, symbol.path.length); length < symbol.path.length; length++) {
    const ending = [...alias, ...path.slice(-length)];
    const isColumn = ending.length === 1 && context.row?.table.columns.some(({ name }) => name === ending[0]);
    if (isColumn) continue;
    // In the same file and away from the cursor a unique end decides; elsewhere nearness and imports count too.
    const isPlain = rank === 2 && shared === 0;
    if (isPlain ? namesakes.isUnique(ending) : isFound(ending, symbol, wanted, context)) return ending;
  }
  return path;
}

function isFound(path: readonly string[], symbol: PerfSymbol, wanted: Wanted, context: Context): boolean {
  const found = context.scope.resolve(path, context.around, wanted);
  return found.kind === 'found' && found.symbol.nameSpan === symbol.nameSpan;
}
