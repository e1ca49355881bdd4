import type { Position } from '@jixiao/core';
import { type AstNode, AstUtils } from 'langium';
import type { ColumnDefinition } from '../../evaluation/definitions.js';
import { splitQuantity } from '../../evaluation/expression.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import type { PerfLexingReport } from '../../syntax/lexer.js';
import { grammarServices } from '../../syntax/parser.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { offsetIn, pieceAt } from '../cursor.js';

/** A place in a block of figures where rows can stand. */
export interface Surroundings {
  /** How many blocks the place lies in. */
  readonly depth: number;
  /** The columns of the table; empty where it has none yet. */
  readonly columns: readonly ColumnDefinition[];
  /** Whether the table could be given columns here: its outermost block, with nothing in it yet. */
  readonly takesColumns: boolean;
  /** The unit that a bare number has in a column; '' for none. */
  unitOf(column: number): string;
}

/** The surroundings of a position; undefined outside a block of figures, and inside a row or a comment. */
export function surroundingsAt(source: SourceFile, position: Position): Surroundings | undefined {
  const piece = pieceAt(source, position.line);
  if (!piece) return undefined;
  const offset = offsetIn(piece.text, { line: position.line - piece.anchor.line, character: position.character });
  const block = blockAround(piece, offset);
  if (!block || isInsideStatement(block, offset) || isInsideComment(piece, offset)) return undefined;
  const declaration = AstUtils.getContainerOfType(block, ast.isFigureDeclaration);
  const columns = (declaration && definitionsOf(piece).tables.get(declaration)?.columns) ?? [];
  const isEmpty = statementsOf(block).length === 0;
  return {
    depth: depthOf(block),
    columns,
    takesColumns: isEmpty && columns.length === 0 && block.$container === declaration && !declaration?.cells.length,
    unitOf: (column) => columns[column]?.unit?.symbol ?? unitAround(block, column),
  };
}

function blockAround(piece: ParsedPiece, offset: number): ast.FigureBlock | undefined {
  let innermost: ast.FigureBlock | undefined;
  for (const declaration of piece.declarations) {
    for (const node of AstUtils.streamAst(declaration)) {
      const cst = node.$cstNode;
      if (ast.isFigureBlock(node) && cst && cst.offset < offset && offset <= endOfInside(piece, cst)) innermost = node;
    }
  }
  return innermost;
}

/** Where a block's closing brace stands; the end of the piece where it has none yet. */
function endOfInside(piece: ParsedPiece, { offset, end, text }: { offset: number; end: number; text: string }): number {
  const closed = /[}｝]$/.test(text) && end - 1 > offset;
  return closed ? end - 1 : piece.text.length;
}

function statementsOf(block: ast.FigureBlock): readonly AstNode[] {
  return [...block.columns, ...block.groups, ...block.checks, ...block.rows];
}

function isInsideStatement(block: ast.FigureBlock, offset: number): boolean {
  return statementsOf(block).some(({ $cstNode: cst }) => cst && cst.offset < offset && offset < cst.end);
}

function isInsideComment(piece: ParsedPiece, offset: number): boolean {
  const { report } = grammarServices().parser.Lexer.tokenize(piece.text);
  return (report as PerfLexingReport).comments.some(
    ({ startOffset, image }) => startOffset < offset && offset <= startOffset + image.length,
  );
}

function depthOf(block: AstNode): number {
  let depth = 0;
  for (let node: AstNode | undefined = block; node; node = node.$container) {
    if (ast.isFigureBlock(node) || ast.isUnitDeclaration(node)) depth++;
  }
  return depth;
}

/** The unit set by a figure around the block, or written with its value: `= 78人 { … }`. */
function unitAround(block: AstNode, column: number): string {
  for (let node: AstNode | undefined = block; node; node = node.$container) {
    if (!ast.isRow(node) && !ast.isFigureDeclaration(node)) continue;
    if (node.unit) return node.unit.text.replace(/^["“]|["”]$/g, '');
    const cell = node.cells[column];
    const written =
      ast.isFormulaCell(cell) && ast.isQuantity(cell.formula) ? splitQuantity(cell.formula.literal) : undefined;
    if (written?.symbol) return written.symbol;
  }
  return '';
}
