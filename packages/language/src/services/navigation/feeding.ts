import { comparePositions, type Position, type Span } from '@jixiao/core';
import type { AstNode } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { splitProse } from '../../evaluation/prose-lines.js';
import { definitionsOf, type PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { sourceText, spanOf, spanOfKeyword } from '../../syntax/spans.js';
import { type Mention, mentionsIn } from './mentions.js';
import { touches } from './ranges.js';
import { targetOfSymbol } from './targets.js';

/** Something that has a value, or uses one: a named thing, a check, a paragraph, a table or a chart. */
export interface Station {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly symbol?: PerfSymbol;
  readonly kind: 'symbol' | 'check' | 'paragraph' | 'table' | 'chart';
}

/** One thing uses another, and where. */
export interface Feed {
  readonly source: Station;
  readonly user: Station;
  /** Inside the user: where it names the source; for a part its own name. */
  readonly at: Span;
}

const LONGEST_NAME = 30;

export function stationOfSymbol(symbol: PerfSymbol): Station {
  const { name, nameSpan, span } = targetOfSymbol(symbol);
  return { kind: 'symbol', name, nameSpan, span, symbol };
}

/** Everything in a file that feeds something: mentions in formulas, checks and prose, and parts into their total. */
export function* feedsIn(analysis: Analysis, file: string): Generator<Feed> {
  const mentions = mentionsIn(analysis, file);
  const byNode = new Map<AstNode, Mention>(mentions.map((mention) => [mention.node, mention]));
  for (const mention of mentions) {
    const source = mention.target.kind === 'symbol' && isUsed(mention, byNode) ? mention.target.symbol : undefined;
    const user = source && userAround(mention.node, mention.span, mention.piece);
    if (source && user) yield { source: stationOfSymbol(source), user, at: mention.span };
  }
  for (const piece of analysis.sources.files.get(file)?.pieces ?? []) yield* partsIn(piece);
}

/** Of a path, what it stands for is used, and the figure whose column it picks; not the names that only lead there. */
function isUsed({ node }: Mention, byNode: ReadonlyMap<AstNode, Mention>): boolean {
  const path = node.$container;
  if (!ast.isPath(path)) return true;
  const next = path.segments[path.segments.indexOf(node as ast.Name) + 1];
  const following = next && byNode.get(next)?.target;
  return !following || (following.kind === 'symbol' && following.symbol.kind === 'column');
}

function* partsIn(piece: ParsedPiece): Generator<Feed> {
  const { symbols } = definitionsOf(piece);
  for (const symbol of symbols) {
    if (symbol.kind === 'indicator') {
      for (const { name } of symbol.node.block?.indicators ?? []) {
        const part = name && symbolNamedAt(spanOf(name, piece.anchor), piece);
        if (part) yield { source: stationOfSymbol(part), user: stationOfSymbol(symbol), at: part.nameSpan };
      }
      continue;
    }
    const groups = symbol.kind === 'figure' ? symbol.figure.groups : symbol.kind === 'group' ? [symbol.group] : [];
    for (const group of groups) {
      for (const member of group.members) {
        const { nameSpan, span, path } = member;
        const part = stationOfSymbol({ kind: 'figure', figure: member, path, nameSpan, span });
        yield { source: part, user: stationOfSymbol(symbol), at: member.nameSpan };
      }
    }
  }
}

/** What a node belongs to: the line of prose, the check, the row, the column or the indicator around it. */
export function userAround(node: AstNode, place: Span, piece: ParsedPiece): Station | undefined {
  const { anchor } = piece;
  for (let at: AstNode | undefined = node; at; at = at.$container) {
    if (ast.isProse(at)) return paragraphAround(at, place, piece);
    if (ast.isCheck(at)) {
      const name = at.message?.value ?? sourceText(at.condition);
      return { kind: 'check', name, nameSpan: spanOfKeyword(at, anchor), span: spanOf(at, anchor) };
    }
    if (ast.isTableItem(at) || ast.isChartItem(at)) {
      const name = at.caption?.value ?? sourceText(at.subject);
      const kind = ast.isTableItem(at) ? 'table' : 'chart';
      return { kind, name, nameSpan: spanOfKeyword(at, anchor), span: spanOf(at, anchor) };
    }
    const symbol = hasName(at) ? symbolNamedAt(spanOf(at.name, anchor), piece) : undefined;
    if (symbol) return stationOfSymbol(symbol);
  }
  return undefined;
}

function hasName(
  node: AstNode,
): node is ast.Row | ast.FigureDeclaration | ast.Column | ast.IndicatorNode | ast.IndicatorDeclaration {
  const named =
    ast.isRow(node) ||
    ast.isFigureDeclaration(node) ||
    ast.isColumn(node) ||
    ast.isIndicatorNode(node) ||
    ast.isIndicatorDeclaration(node);
  return named && Boolean(node.name);
}

const BY_PLACE = new WeakMap<ParsedPiece, ReadonlyMap<string, PerfSymbol>>();

/** The symbol of a piece whose name begins where the span does. */
function symbolNamedAt({ start }: Span, piece: ParsedPiece): PerfSymbol | undefined {
  let places = BY_PLACE.get(piece);
  if (!places) {
    places = new Map(definitionsOf(piece).symbols.map((symbol) => [placeKey(symbol.nameSpan.start), symbol]));
    BY_PLACE.set(piece, places);
  }
  return places.get(placeKey(start));
}

function placeKey({ line, character }: Position): string {
  return `${line}:${character}`;
}

/** The line of prose around a place; its name is how it begins. */
function paragraphAround(prose: ast.Prose, place: Span, piece: ParsedPiece): Station | undefined {
  const { anchor } = piece;
  const line = splitProse(prose, anchor).find(
    ({ start, end }) => comparePositions(start, place.start) <= 0 && comparePositions(place.start, end) <= 0,
  );
  if (!line) return undefined;
  const text = lineOf(piece.text, line.start.line).slice(line.start.character, line.end.character);
  const characters = [...text];
  const name = characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : text;
  const span: Span = { anchor, start: line.start, end: line.end };
  return { kind: 'paragraph', name, nameSpan: span, span };
}

function lineOf(text: string, line: number): string {
  return text.split('\n', line + 1)[line] ?? '';
}

/** What the place belongs to: the named thing declared there, else what is around it. */
export function stationAround(node: AstNode | undefined, position: Position, piece: ParsedPiece): Station | undefined {
  const { anchor } = piece;
  const at = { line: position.line - anchor.line, character: position.character };
  const symbol = definitionsOf(piece).symbols.find(({ nameSpan }) => touches(nameSpan, position));
  if (symbol) return stationOfSymbol(symbol);
  return node && userAround(node, { anchor, start: at, end: at }, piece);
}
