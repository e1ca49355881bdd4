import type { Analysis } from '../../evaluation/analysis.js';
import type { Context } from '../../evaluation/context.js';
import { isValue } from '../../evaluation/path.js';
import type { Wanted } from '../../evaluation/scope.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import { isSamePlace } from './targets.js';

/** Which kinds of symbols the place of a path wants, as the evaluation asks for them. */
export function wantedAt(path: ast.Path): Wanted {
  const { $container: around, $containerProperty: property } = path;
  if (ast.isRubricDeclaration(around) || ast.isIndicatorDeclaration(around)) return ofKind('rubric');
  if (ast.isFunds(around) || ast.isChartItem(around)) return ofKind('figure', 'group');
  if (ast.isTableItem(around)) return property === 'form' ? ofKind('form') : ofKind('figure', 'group', 'indicators');
  if (ast.isNameValue(around)) return ofKind('unit', 'outline');
  return isValue;
}

function ofKind(...kinds: readonly PerfSymbol['kind'][]): Wanted {
  return ({ kind }) => kinds.includes(kind);
}

/** The alias through which a file sees a symbol, if that is the only way. */
function aliasFor(symbol: PerfSymbol, file: string, analysis: Analysis): string | undefined {
  const declaring = symbol.nameSpan.anchor.file;
  if (declaring === file) return undefined;
  const imports = analysis.sources
    .importsOf(file)
    .filter(({ target }) => target.kind === 'file' && target.file === declaring);
  return imports.every(({ alias }) => alias !== undefined) ? imports[0]?.alias : undefined;
}

/** Whether a path stands for a symbol at a place. */
export function meansAt(path: readonly string[], symbol: PerfSymbol, context: Context, wanted: Wanted): boolean {
  const [only, ...more] = path;
  if (more.length === 0 && context.row?.table.columns.some(({ name }) => name === only)) return false;
  const found = context.scope.resolve(path, context.around, wanted);
  return found.kind === 'found' && isSamePlace(found.symbol.nameSpan, symbol.nameSpan);
}

/**
 * The shortest path of at least so many names that stands for a symbol at a place: its last names,
 * as many as are needed, behind the alias of its import. Undefined where even the whole path means
 * something else, or nothing.
 */
export function shortestPath(
  symbol: PerfSymbol,
  context: Context,
  analysis: Analysis,
  options: { readonly wanted: Wanted; readonly least?: number },
): readonly string[] | undefined {
  const alias = aliasFor(symbol, context.anchor.file, analysis);
  const front = alias === undefined ? [] : [alias];
  const least = Math.max(1, (options.least ?? 1) - front.length);
  for (let length = least; length <= symbol.path.length; length++) {
    const path = [...front, ...symbol.path.slice(-length)];
    if (meansAt(path, symbol, context, options.wanted)) return path;
  }
  return undefined;
}
