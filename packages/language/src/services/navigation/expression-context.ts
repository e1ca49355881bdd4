import type { Span } from '@jixiao/core';
import { type AstNode, CstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Context, Link } from '../../evaluation/context.js';
import { type FigureDefinition, figuresOf, type TableDefinition } from '../../evaluation/definitions.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { type ReportProperties, readReportProperties } from '../../evaluation/report-properties.js';
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
  const { unit } = reportProperties(node, piece, analysis);
  return unit ? { around: [unit.name] } : {};
}

/** What a report says of itself in its head; read without evaluating the rest of it. */
export function reportProperties(
  { block }: ast.ReportDeclaration,
  { anchor }: ParsedPiece,
  analysis: Analysis,
): ReportProperties {
  const { evaluation } = noting(analysis.evaluation);
  const scope = evaluation.scopeOf(anchor.file);
  const context: Context = { ...evaluation.contextAt(anchor), evaluation, scope, report: () => undefined };
  return readReportProperties(block?.properties ?? [], context);
}

/**
 * The evaluation with a notebook of its own: what is resolved here for the editor must not enter
 * the evaluation, where findings depend on what a report really uses.
 */
export function noting(evaluation: Evaluation): {
  readonly evaluation: Evaluation;
  readonly links: ReadonlyMap<ast.Name, Link>;
} {
  const links = new Map<ast.Name, Link>();
  const link: Evaluation['link'] = (segment, found) => {
    links.set(segment, found);
  };
  const proxy = new Proxy(evaluation, {
    get(target, key) {
      if (key === 'link') return link;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { evaluation: proxy, links };
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
