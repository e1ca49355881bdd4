import { catalogue } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';
import { attributeOf } from './attributes.js';
import type { Context, Link } from './context.js';
import type { Wanted } from './scope.js';
import { similarNames } from './suggestions.js';
import { anyOf, SYMBOL_KIND_NAMES } from './symbol-kinds.js';
import type { PerfSymbol, SymbolKind } from './symbols.js';
import { INVALID, namedValue, type Value } from './value.js';

const { names } = catalogue;

/** What a path of names stands for: a figure, one of its columns, a fact of a unit … */
export function evaluatePath(path: ast.Path, context: Context): Value {
  const segments = path.segments.map((segment) => segment.text);
  const [first] = segments;
  if (first === undefined || segments.includes('')) return INVALID;
  if (segments.length === 1) {
    const local = context.locals?.get(first);
    if (local) return local;
    const column = columnOfRow(first, path, context);
    if (column) return column;
  }
  const whole = context.scope.resolve(segments, context.around, isValue);
  if (whole.kind === 'found') {
    linkPath(path, whole.symbol, segments.length, context);
    return valueOfSymbol(whole.symbol);
  }
  if (segments.length > 1) {
    const owner = context.scope.resolve(segments.slice(0, -1), context.around, isValue);
    if (owner.kind === 'found') {
      linkPath(path, owner.symbol, segments.length - 1, context);
      const attribute = attributeOf(owner.symbol, segments.at(-1) ?? '', context);
      if (attribute) {
        if (attribute.symbol) linkSegment(path, segments.length - 1, attribute.symbol, context);
        return attribute.value;
      }
    } else if (owner.kind === 'ambiguous' && whole.kind === 'none') {
      reportAmbiguous(path, segments.slice(0, -1), owner.candidates, context);
      return INVALID;
    }
  }
  if (whole.kind === 'ambiguous') reportAmbiguous(path, segments, whole.candidates, context);
  else reportUnresolved(path, segments, context, isValue, ['figure']);
  return INVALID;
}

/** The symbol of a certain kind that a path names, such as the rubric after 采用. */
export function resolveSymbol<K extends PerfSymbol['kind']>(
  path: ast.Path | undefined,
  kinds: readonly K[],
  context: Context,
): Extract<PerfSymbol, { kind: K }> | undefined {
  const segments = path?.segments.map((segment) => segment.text) ?? [];
  if (!path || segments.length === 0 || segments.includes('')) return undefined;
  const wanted: Wanted = (symbol) => (kinds as readonly string[]).includes(symbol.kind);
  const resolution = context.scope.resolve(segments, context.around, wanted);
  if (resolution.kind === 'found') {
    linkPath(path, resolution.symbol, segments.length, context);
    return resolution.symbol as Extract<PerfSymbol, { kind: K }>;
  }
  if (resolution.kind === 'ambiguous') reportAmbiguous(path, segments, resolution.candidates, context);
  else reportUnresolved(path, segments, context, wanted, kinds);
  return undefined;
}

const VALUES: ReadonlySet<PerfSymbol['kind']> = new Set([
  'figure',
  'column',
  'group',
  'unit',
  'property',
  'indicators',
  'indicator',
]);

/** Whether an expression may mention a symbol. */
export function isValue(symbol: PerfSymbol): boolean {
  return VALUES.has(symbol.kind);
}

function columnOfRow(name: string, path: ast.Path, context: Context): Value | undefined {
  const { row } = context;
  const column = row?.table.columns.find((candidate) => candidate.name === name);
  if (!row || !column) return undefined;
  linkSegment(
    path,
    0,
    { kind: 'column', column, path: [...row.table.root.path, name], nameSpan: column.nameSpan, span: column.span },
    context,
  );
  return { kind: 'figure', figure: row, column: column.index };
}

/** What a symbol stands for in an expression; nothing for those that have no value, such as a rubric. */
export function valueOfSymbol(symbol: PerfSymbol): Value {
  switch (symbol.kind) {
    case 'figure':
      return { kind: 'figure', figure: symbol.figure, column: undefined };
    case 'column':
      return { kind: 'figure', figure: symbol.column.table.root, column: symbol.column.index };
    case 'group':
      return { kind: 'group', group: symbol.group, column: undefined };
    case 'unit':
      return { kind: 'unit', node: symbol.node };
    case 'property':
      return namedValue(propertyValue(symbol.node), symbol.path);
    case 'indicators':
      return { kind: 'indicators', node: symbol.node };
    case 'indicator':
      return { kind: 'indicator', node: symbol.node, table: symbol.table };
    default:
      return INVALID;
  }
}

/** A fact of a unit: one text, or a list where commas separate several. */
function propertyValue(property: ast.Property): Value {
  const items = propertyTexts(property);
  return items.length === 1 ? { kind: 'text', text: items[0] ?? '' } : { kind: 'list', items };
}

export function propertyTexts(property: ast.Property): string[] {
  return property.values.flatMap((value) => {
    switch (value.$type) {
      case 'TextValue':
        return value.text ? [value.text.value] : [];
      case 'NameValue':
        return value.path ? [value.path.segments.map((segment) => segment.text).join('.')] : [];
      case 'QuantityValue':
        return value.quantity?.literal ? [value.quantity.literal] : [];
      case 'DateValue':
        return value.date?.literal ? [value.date.literal] : [];
      default:
        return [];
    }
  });
}

/** Links the segments of a path, from its end, to the symbol and to what lies around it. */
function linkPath(path: ast.Path, symbol: PerfSymbol, length: number, context: Context): void {
  linkSegment(path, length - 1, symbol, context);
  const front = path.segments[0]?.text ?? '';
  let depth = symbol.path.length - 1;
  for (let i = length - 2; i >= 0 && depth > 0; i--) {
    depth = symbol.path.lastIndexOf(path.segments[i]?.text ?? '', depth - 1);
    const around = depth < 0 ? undefined : enclosing(symbol, depth, front, context);
    if (around) linkSegment(path, i, around, context);
  }
}

/** The symbol on the way from the outside to the given one, from the file that declares both. */
function enclosing(symbol: PerfSymbol, depth: number, front: string, context: Context): PerfSymbol | undefined {
  const path = symbol.path.slice(0, depth + 1);
  const { file } = symbol.nameSpan.anchor;
  const isEnclosing: Wanted = (candidate) =>
    candidate.nameSpan.anchor.file === file &&
    candidate.path.length === path.length &&
    candidate.path.every((name, index) => name === path[index]);
  const found = context.scope.resolve(path, [], isEnclosing);
  if (found.kind === 'found') return found.symbol;
  const behindAlias = context.scope.resolve([front, ...path], [], isEnclosing);
  return behindAlias.kind === 'found' ? behindAlias.symbol : undefined;
}

function linkSegment(path: ast.Path, index: number, symbol: PerfSymbol, context: Context): void {
  const segment = path.segments[index];
  if (!segment) return;
  const link: Link = { span: spanOf(segment, context.anchor), symbol };
  context.evaluation.link(segment, link, context.unit);
}

function reportAmbiguous(
  path: ast.Path,
  segments: readonly string[],
  candidates: readonly (readonly string[])[],
  context: Context,
): void {
  context.report(
    names.ambiguous.at(spanOf(path, context.anchor), {
      name: segments.join('.'),
      candidates: candidates.map((candidate) => candidate.join('.')),
    }),
  );
}

/** Nothing of this name fits: something else bears it, or nothing does. */
function reportUnresolved(
  path: ast.Path,
  segments: readonly string[],
  context: Context,
  wanted: Wanted,
  kinds: readonly SymbolKind[],
): void {
  const name = segments.join('.');
  const at = spanOf(path, context.anchor);
  const other = context.scope.resolve(segments, context.around);
  if (other.kind === 'found') {
    const [foundZh, foundEn] = SYMBOL_KIND_NAMES[other.symbol.kind];
    const { zh: wantedZh, en: wantedEn } = anyOf(kinds);
    context.report(names.wrongKind.at(at, { name, foundZh, foundEn, wantedZh, wantedEn }));
    return;
  }
  context.report(names.unresolved.at(at, { name, suggestions: similarNames(segments, context.scope, wanted) }));
}
