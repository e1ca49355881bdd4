import type { EvaluatedReport, Span } from '@jixiao/core';
import { type AstNode, CstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Context } from '../../evaluation/context.js';
import { type FigureDefinition, figuresOf, type TableDefinition } from '../../evaluation/definitions.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import { offsetIn, rootOf } from '../cursor.js';

/**
 * What an expression at a node can see, as the evaluation sees it; nothing that is found wrong is
 * reported, and no lookup noted.
 */
export function contextOf(node: AstNode, piece: ParsedPiece, analysis: Analysis): Context {
  const context = analysis.evaluation.contextAt(piece.anchor);
  const scope = analysis.evaluation.scopeOf(piece.anchor.file);
  return { ...context, scope, ...surroundings(node, piece, analysis), report: () => undefined };
}

function surroundings(node: AstNode, piece: ParsedPiece, analysis: Analysis): Partial<Context> {
  for (let at: AstNode | undefined = node; at; at = at.$container) {
    switch (at.$type) {
      case 'Row':
      case 'FigureDeclaration': {
        const figure = figureAt(at as ast.Row | ast.FigureDeclaration, piece);
        return figure ? { around: figure.path.slice(0, -1), row: figure } : {};
      }
      case 'Column': {
        const root = tableAround(at, piece)?.root;
        return root ? { around: root.path.slice(0, -1), row: root } : {};
      }
      case 'Check': {
        const root = tableAround(at, piece)?.root;
        return root ? { around: root.path } : {};
      }
      case 'IndicatorDeclaration': {
        const { name } = at as ast.IndicatorDeclaration;
        return name ? { around: [name.text] } : {};
      }
      case 'ReportDeclaration':
        return aroundReport(at as ast.ReportDeclaration, piece, analysis);
    }
  }
  return {};
}

/** The figure that a row or a declaration stands for. */
export function figureAt(node: ast.Row | ast.FigureDeclaration, piece: ParsedPiece): FigureDefinition | undefined {
  const table = tableAround(node, piece);
  if (!table || !node.name) return undefined;
  const { start } = spanOf(node.name, piece.anchor);
  for (const figure of figuresOf(table.root)) {
    const at = figure.nameSpan.start;
    if (at.line === start.line && at.character === start.character) return figure;
  }
  return undefined;
}

/** The declaration of figures around a node. */
export function tableAround(node: AstNode, piece: ParsedPiece): TableDefinition | undefined {
  const { tables } = definitionsOf(piece);
  for (let at: AstNode | undefined = node; at; at = at.$container) {
    const table = tables.get(at as ast.FigureDeclaration);
    if (table) return table;
  }
  return undefined;
}

/** Inside a report the facts and figures of its unit come first. */
function aroundReport(node: ast.ReportDeclaration, piece: ParsedPiece, analysis: Analysis): Partial<Context> {
  const unit = evaluatedReport(node, piece, analysis)?.unit;
  return unit ? { around: [unit.name] } : {};
}

/** The report that a declaration makes, evaluated. */
export function evaluatedReport(
  node: ast.ReportDeclaration,
  piece: ParsedPiece,
  analysis: Analysis,
): EvaluatedReport | undefined {
  const { start } = spanOf(node, piece.anchor);
  return analysis.evaluatedPiece(piece).reports.find(({ span }) => span.start.line === start.line);
}

/** The piece in which a span lies, and the innermost node where it begins. */
export function pieceAround(
  span: Span,
  analysis: Analysis,
): { piece: ParsedPiece; node: AstNode | undefined } | undefined {
  const piece = analysis.sources.piecesOf(span.anchor.file).find(({ anchor }) => anchor === span.anchor);
  const root = piece && rootOf(piece);
  if (!piece || !root) return undefined;
  return { piece, node: CstUtils.findLeafNodeAtOffset(root, offsetIn(piece.text, span.start))?.astNode };
}
