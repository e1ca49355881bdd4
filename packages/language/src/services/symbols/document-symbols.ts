import type { Language, Span } from '@jixiao/core';
import type { AstNode } from 'langium';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Memo } from '../../evaluation/memo.js';
import { definitionsOf, type PerfSymbol } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { sourceText, spanOf, spanOfKeyword } from '../../syntax/spans.js';
import { lspRange } from '../navigation/ranges.js';
import { sourceOf } from '../navigation/targets.js';
import { contentsOf } from '../syntax-nodes.js';
import { WORK } from '../work.js';
import { KINDS } from './kinds.js';
import { valueText } from './values.js';

/** A name to show where none is written yet; editors refuse an empty one. */
const UNNAMED = { zh: '（未命名）', en: '(unnamed)' };

/** What a file contains as a tree, with the values of figures, scores and totals. */
export function documentSymbols(analysis: Analysis, file: string, language: Language): DocumentSymbol[] {
  const source = sourceOf(analysis, file);
  const pieces = source?.pieces ?? [];
  return pieces.flatMap((piece) => outlineOf(piece, analysis, language));
}

/** The outline of a declaration as it was last asked for. */
interface KeptOutline {
  readonly piece: ParsedPiece;
  readonly line: number;
  readonly language: Language;
  readonly symbols: readonly DocumentSymbol[];
}

/** Kept with what the evaluation remembers of a declaration, which is forgotten as soon as one of its values may be another. */
const OUTLINES = new WeakMap<Memo, KeptOutline>();

function outlineOf(piece: ParsedPiece, analysis: Analysis, language: Language): readonly DocumentSymbol[] {
  const { line, file } = piece.anchor;
  if (analysis.sources.files.has(file)) analysis.evaluatedPiece(piece);
  const memo = analysis.evaluation.memo(piece.anchor);
  const known = OUTLINES.get(memo);
  if (known?.piece === piece && known.language === language) {
    if (known.line === line) return known.symbols;
    const symbols = movedBy(line - known.line, known.symbols);
    OUTLINES.set(memo, { ...known, line, symbols });
    return symbols;
  }
  WORK.outlines++;
  const outline = new OutlineOfPiece(piece, analysis, language);
  const symbols = piece.declarations.flatMap((node) => outline.entriesOf(node));
  OUTLINES.set(memo, { piece, line, language, symbols });
  return symbols;
}

function movedBy(lines: number, symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  const moved = ({ start, end }: Range): Range => ({
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  });
  return symbols.map((symbol) => ({
    ...symbol,
    range: moved(symbol.range),
    selectionRange: moved(symbol.selectionRange),
    ...(symbol.children && { children: movedBy(lines, symbol.children) }),
  }));
}

interface Entry {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail: string;
  readonly nameSpan: Span;
}

class OutlineOfPiece {
  private readonly symbols: ReadonlyMap<string, PerfSymbol>;

  constructor(
    private readonly piece: ParsedPiece,
    private readonly analysis: Analysis,
    private readonly language: Language,
  ) {
    this.symbols = new Map(definitionsOf(piece).symbols.map((symbol) => [placeKey(symbol.nameSpan), symbol]));
  }

  /** The entry of a node with those below it, or, where the node is none itself, only those. */
  entriesOf(node: AstNode): DocumentSymbol[] {
    // Nothing in prose has an entry.
    if (node.$type === 'Prose') return [];
    const children = contentsOf(node).flatMap((child) => this.entriesOf(child));
    const entry = this.entryOf(node);
    if (!entry) return children;
    children.sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
    const { detail } = entry;
    return [
      {
        name: entry.name.trim() || UNNAMED[this.language],
        ...(detail !== '' && { detail }),
        kind: entry.kind,
        range: lspRange(spanOf(node, this.piece.anchor)),
        selectionRange: lspRange(entry.nameSpan),
        ...(children.length > 0 && { children }),
      },
    ];
  }

  private entryOf(node: AstNode): Entry | undefined {
    const { anchor } = this.piece;
    const name = (node as { name?: ast.Name }).name ?? (node as ast.Property).key;
    const symbol = name && this.symbols.get(placeKey(spanOf(name, anchor)));
    if (symbol) {
      return {
        name: symbol.path.at(-1) ?? '',
        kind: KINDS[symbol.kind],
        detail: valueText(symbol, this.analysis, this.language),
        nameSpan: symbol.nameSpan,
      };
    }
    const titled = titleOf(node as Titled);
    if (!titled) return undefined;
    const [kind, title, detail = ''] = titled;
    const nameSpan = title?.$cstNode ? spanOf(title, anchor) : spanOfKeyword(node, anchor);
    return { name: titleText(title), kind, detail, nameSpan };
  }
}

type Titled =
  | ast.Import
  | ast.Check
  | ast.IndicatorNode
  | ast.Method
  | ast.TaxonomyGroup
  | ast.GradeRule
  | ast.OutlineSection
  | ast.ReportDeclaration
  | ast.Section
  | ast.Annex
  | ast.TableItem
  | ast.ChartItem
  | ast.ImageItem;

type Title = ast.Text | ast.Name | ast.Path | ast.Expression | undefined;

/** Things that are no symbols: icon, what names them, and what else to say. */
function titleOf(node: Titled): readonly [kind: SymbolKind, title: Title, detail?: string | undefined] | undefined {
  switch (node.$type) {
    case 'Import':
      return [SymbolKind.Module, node.path, node.alias?.text];
    case 'Check':
      return [SymbolKind.Boolean, node.message ?? node.condition, node.message && sourceText(node.condition)];
    case 'IndicatorNode':
      return [SymbolKind.Property, node.name, node.label?.value];
    case 'Method':
      return [SymbolKind.Method, node.name, node.parameters.map(({ text }) => text).join('、')];
    case 'TaxonomyGroup':
      return [SymbolKind.Enum, node.name, sourceText(node.points)];
    case 'GradeRule':
      return [SymbolKind.EnumMember, node.name, sourceText(node.threshold)];
    case 'OutlineSection':
      return [SymbolKind.String, node.title];
    case 'ReportDeclaration':
      return [SymbolKind.File, node.title];
    case 'Section':
      return [SymbolKind.String, node.title];
    case 'Annex':
      return [SymbolKind.Package, node.title, sourceText(node.number)];
    case 'TableItem':
      return [SymbolKind.Array, node.caption ?? node.subject, node.caption && sourceText(node.subject)];
    case 'ChartItem':
      return [SymbolKind.Array, node.caption ?? node.subject, node.caption && sourceText(node.subject)];
    case 'ImageItem':
      return [SymbolKind.File, node.caption ?? node.path];
    default:
      return undefined;
  }
}

function titleText(title: Title): string {
  if (title?.$type === 'Text') return title.value;
  if (title?.$type === 'Name') return title.text;
  return sourceText(title);
}

function placeKey({ start }: Span): string {
  return `${start.line}:${start.character}`;
}
