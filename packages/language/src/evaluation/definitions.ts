import type { FigureTableKind, GroupKind, Span } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { canonicalKeyword } from '../grammar/keywords.js';
import type { ParsedPiece } from '../syntax/source-file.js';
import { spanOf, spanOfKeyword } from '../syntax/spans.js';

/*
 * Figures as they are declared, before anything is computed. Made once per piece and kept with it,
 * so that the objects serve as keys for what is computed from them.
 */

/** A unit of measure as it is written. */
export interface UnitMention {
  readonly symbol: string;
  readonly span: Span;
}

export interface TableDefinition {
  readonly kind: FigureTableKind;
  readonly columns: readonly ColumnDefinition[];
  readonly checks: readonly PlacedCheck[];
  readonly root: FigureDefinition;
  /** Columns written further inside, where they have no meaning. */
  readonly nestedColumns: readonly { readonly name: string; readonly nameSpan: Span }[];
  /** Breakdowns written directly inside a breakdown, where they have no total of their own. */
  readonly nestedGroups: readonly Span[];
  readonly span: Span;
}

/** A check inside a declaration of figures, with the names around it. */
export interface PlacedCheck {
  readonly node: ast.Check;
  readonly around: readonly string[];
}

export interface ColumnDefinition {
  readonly name: string;
  readonly label: string;
  readonly unit: UnitMention | undefined;
  readonly formula: ast.Expression | undefined;
  readonly table: TableDefinition;
  readonly index: number;
  readonly nameSpan: Span;
  readonly span: Span;
}

export interface FigureDefinition {
  readonly path: readonly string[];
  readonly name: string;
  readonly label: string;
  readonly labelled: boolean;
  readonly unit: UnitMention | undefined;
  readonly cells: readonly ast.Cell[];
  readonly groups: readonly GroupDefinition[];
  readonly parent: FigureDefinition | undefined;
  readonly table: TableDefinition;
  readonly nameSpan: Span;
  readonly span: Span;
}

export interface GroupDefinition {
  readonly kind: GroupKind;
  readonly name: string | undefined;
  readonly label: string | undefined;
  readonly path: readonly string[];
  readonly members: readonly FigureDefinition[];
  readonly owner: FigureDefinition;
  /** Place among the owner's groups. */
  readonly index: number;
  readonly nameSpan: Span;
  readonly span: Span;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const KINDS: Readonly<Record<string, FigureTableKind>> = { 预算: 'budget', 人员: 'staff', 数据: 'figures' };

/** The figures of one declaration; `owner` are the names around it, such as the unit's. */
export function defineTable(
  node: ast.FigureDeclaration,
  piece: ParsedPiece,
  owner: readonly string[],
): TableDefinition | undefined {
  if (!node.name) return undefined;
  const { anchor } = piece;
  const nested: { name: string; nameSpan: Span }[] = [];
  const nestedGroups: Span[] = [];
  const checks: PlacedCheck[] = [];
  const table: Mutable<TableDefinition> = {
    kind: KINDS[canonicalKeyword(node.kind)] ?? 'figures',
    columns: [],
    checks: [],
    root: undefined as unknown as FigureDefinition,
    nestedColumns: [],
    nestedGroups: [],
    span: spanOf(node, anchor),
  };
  const defineFigure = (
    figure: ast.FigureDeclaration | ast.Row,
    around: readonly string[],
    parent: FigureDefinition | undefined,
  ): FigureDefinition => {
    const path = [...around, figure.name.text];
    const defined: Mutable<FigureDefinition> = {
      path,
      name: figure.name.text,
      label: figure.label?.value ?? figure.name.text,
      labelled: figure.label !== undefined,
      unit: unitMention(figure.unit, piece),
      cells: figure.cells,
      groups: [],
      parent,
      table,
      nameSpan: spanOf(figure.name, anchor),
      span: spanOf(figure, anchor),
    };
    if (parent) nested.push(...nestedIn(figure.block, piece));
    defined.groups = defineGroups(figure.block, defined, path);
    return defined;
  };
  const defineGroups = (
    block: ast.FigureBlock | undefined,
    owning: FigureDefinition,
    path: readonly string[],
  ): GroupDefinition[] => {
    if (!block) return [];
    checks.push(...block.checks.map((check) => ({ node: check, around: path })));
    const groups: GroupDefinition[] = [];
    const define = (
      kind: GroupKind,
      body: ast.FigureBlock | undefined,
      name: ast.Name | undefined,
      label: ast.Text | undefined,
      span: Span,
    ) => {
      const groupPath = name ? [...path, name.text] : path;
      groups.push({
        kind,
        name: name?.text,
        label: label?.value,
        path: groupPath,
        members: (body?.rows ?? []).filter((row) => row.name).map((row) => defineFigure(row, groupPath, owning)),
        owner: owning,
        index: groups.length,
        nameSpan: name ? spanOf(name, anchor) : span,
        span,
      });
    };
    if (block.rows.length > 0) define('parts', block, undefined, undefined, spanOf(block, anchor));
    for (const group of block.groups) {
      nested.push(...nestedIn(group.block, piece));
      nestedGroups.push(...(group.block?.groups ?? []).map((inner) => spanOfKeyword(inner, anchor)));
      checks.push(...(group.block?.checks ?? []).map((check) => ({ node: check, around: path })));
      const kind = group.$type === 'Partition' ? 'partition' : 'including';
      const heading = group.name ? spanOf(group, anchor) : spanOfKeyword(group, anchor);
      define(kind, group.block, group.name, group.label, heading);
    }
    return groups;
  };
  table.nestedColumns = nested;
  table.nestedGroups = nestedGroups;
  table.checks = checks;
  table.root = defineFigure(node, owner, undefined);
  table.columns = (node.block?.columns ?? [])
    .flatMap((list) => list.columns)
    .filter((column) => column.name)
    .map((column, index) => defineColumn(column, index, table, piece));
  return table;
}

function nestedIn(block: ast.FigureBlock | undefined, piece: ParsedPiece): { name: string; nameSpan: Span }[] {
  return (block?.columns ?? [])
    .flatMap((list) => list.columns)
    .filter((column) => column.name)
    .map((column) => ({ name: column.name.text, nameSpan: spanOf(column.name, piece.anchor) }));
}

function defineColumn(column: ast.Column, index: number, table: TableDefinition, piece: ParsedPiece): ColumnDefinition {
  return {
    name: column.name.text,
    label: column.label?.value ?? column.name.text,
    unit: unitMention(column.unit, piece),
    formula: column.formula,
    table,
    index,
    nameSpan: spanOf(column.name, piece.anchor),
    span: spanOf(column, piece.anchor),
  };
}

function unitMention(unit: ast.UnitSymbol | undefined, piece: ParsedPiece): UnitMention | undefined {
  if (!unit) return undefined;
  return { symbol: unit.text.replace(/^["“]|["”]$/g, ''), span: spanOf(unit, piece.anchor) };
}

/** The figures below one, itself included, from the outside in. */
export function* figuresOf(figure: FigureDefinition): Generator<FigureDefinition> {
  yield figure;
  for (const group of figure.groups) {
    for (const member of group.members) yield* figuresOf(member);
  }
}

/** Every group below a figure, from the outside in. */
export function* groupsOf(figure: FigureDefinition): Generator<GroupDefinition> {
  for (const group of figure.groups) {
    yield group;
    for (const member of group.members) yield* groupsOf(member);
  }
}
