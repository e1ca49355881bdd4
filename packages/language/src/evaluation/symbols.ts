import type { Span } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import type { ParsedPiece } from '../syntax/source-file.js';
import { spanOf } from '../syntax/spans.js';
import {
  type ColumnDefinition,
  defineTable,
  type FigureDefinition,
  figuresOf,
  type GroupDefinition,
  groupsOf,
  type TableDefinition,
} from './definitions.js';

interface SymbolBase {
  /** Names from the outermost declaration inwards. */
  readonly path: readonly string[];
  readonly nameSpan: Span;
  /** The whole declaration, for outlines and folding. */
  readonly span: Span;
}

/** Something that has a name and can be referred to. */
export type PerfSymbol = SymbolBase &
  (
    | { readonly kind: 'figure'; readonly figure: FigureDefinition }
    | { readonly kind: 'column'; readonly column: ColumnDefinition }
    | { readonly kind: 'group'; readonly group: GroupDefinition }
    | { readonly kind: 'unit'; readonly node: ast.UnitDeclaration }
    | { readonly kind: 'property'; readonly node: ast.Property }
    | { readonly kind: 'indicators'; readonly node: ast.IndicatorDeclaration }
    | { readonly kind: 'indicator'; readonly node: ast.IndicatorNode; readonly table: ast.IndicatorDeclaration }
    | { readonly kind: 'rubric'; readonly node: ast.RubricDeclaration }
    | { readonly kind: 'outline'; readonly node: ast.OutlineDeclaration }
    | { readonly kind: 'form'; readonly node: ast.FormDeclaration }
    | { readonly kind: 'report'; readonly node: ast.ReportDeclaration }
  );

export type SymbolKind = PerfSymbol['kind'];

/** What a piece declares. */
export interface PieceDefinitions {
  readonly symbols: readonly PerfSymbol[];
  readonly tables: ReadonlyMap<ast.FigureDeclaration, TableDefinition>;
  readonly imports: readonly ast.Import[];
}

const DEFINED = new WeakMap<ParsedPiece, PieceDefinitions>();

/** The declarations of a piece; made once and kept with it. */
export function definitionsOf(piece: ParsedPiece): PieceDefinitions {
  let defined = DEFINED.get(piece);
  if (!defined) {
    defined = define(piece);
    DEFINED.set(piece, defined);
  }
  return defined;
}

function define(piece: ParsedPiece): PieceDefinitions {
  const symbols: PerfSymbol[] = [];
  const tables = new Map<ast.FigureDeclaration, TableDefinition>();
  const imports: ast.Import[] = [];
  const at = (name: ast.Name, node: ast.Name['$container'] | ast.Property | ast.IndicatorNode) => ({
    nameSpan: spanOf(name, piece.anchor),
    span: spanOf(node, piece.anchor),
  });

  const addTable = (node: ast.FigureDeclaration, owner: readonly string[]) => {
    const table = defineTable(node, piece, owner);
    if (!table) return;
    tables.set(node, table);
    for (const figure of figuresOf(table.root)) {
      symbols.push({ kind: 'figure', figure, path: figure.path, nameSpan: figure.nameSpan, span: figure.span });
    }
    for (const group of groupsOf(table.root)) {
      if (group.name !== undefined)
        symbols.push({ kind: 'group', group, path: group.path, nameSpan: group.nameSpan, span: group.span });
    }
    for (const column of table.columns) {
      symbols.push({
        kind: 'column',
        column,
        path: [...table.root.path, column.name],
        nameSpan: column.nameSpan,
        span: column.span,
      });
    }
  };

  const addIndicators = (
    nodes: readonly ast.IndicatorNode[],
    around: readonly string[],
    table: ast.IndicatorDeclaration,
  ) => {
    for (const node of nodes) {
      if (!node.name || isFormFact(node)) continue;
      const path = [...around, node.name.text];
      symbols.push({ kind: 'indicator', node, table, path, ...at(node.name, node) });
      addIndicators(node.block?.indicators ?? [], path, table);
    }
  };

  for (const node of piece.declarations) {
    if (node.$type === 'Import') imports.push(node);
    if (!('name' in node) || !node.name) continue;
    const path = [node.name.text];
    const place = at(node.name, node);
    switch (node.$type) {
      case 'UnitDeclaration':
        symbols.push({ kind: 'unit', node, path, ...place });
        for (const figures of node.figures) addTable(figures, path);
        for (const property of node.properties) {
          if (property.key)
            symbols.push({
              kind: 'property',
              node: property,
              path: [...path, property.key.text],
              ...at(property.key, property),
            });
        }
        break;
      case 'FigureDeclaration':
        addTable(node, []);
        break;
      case 'IndicatorDeclaration':
        symbols.push({ kind: 'indicators', node, path, ...place });
        addIndicators(node.block?.indicators ?? [], path, node);
        break;
      case 'RubricDeclaration':
        symbols.push({ kind: 'rubric', node, path, ...place });
        break;
      case 'OutlineDeclaration':
        symbols.push({ kind: 'outline', node, path, ...place });
        break;
      case 'FormDeclaration':
        symbols.push({ kind: 'form', node, path, ...place });
        break;
      case 'ReportDeclaration':
        symbols.push({ kind: 'report', node, path, ...place });
        break;
    }
  }
  return { symbols, tables, imports };
}

/** A node with a text and nothing else is a line of the form's head, such as 项目名称 "…". */
export function isFormFact(node: ast.IndicatorNode): boolean {
  return node.label !== undefined && !node.points && !node.block && !node.target && !node.rate;
}
