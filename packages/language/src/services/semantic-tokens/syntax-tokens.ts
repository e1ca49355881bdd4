import { type Anchor, comparePositions, type Position } from '@jixiao/core';
import { AstUtils, GrammarAST, type LeafCstNode } from 'langium';
import { functionOf } from '../../evaluation/functions/registry.js';
import { splitProse } from '../../evaluation/prose-lines.js';
import * as ast from '../../generated/ast.js';
import { keywordOf } from '../../grammar/keywords.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import { rootOf } from '../cursor.js';
import { isProseBlock, leavesAroundProse, leavesBelow } from '../syntax-nodes.js';
import { WORK } from '../work.js';
import { numbersOf, type TokenKindNumbers, type TokenModifier, type TokenType } from './legend.js';

/** A token with its kind as far as the syntax tells; lines count from the piece. */
export interface SyntaxToken {
  readonly start: Position;
  readonly length: number;
  readonly kind: TokenKindNumbers;
  /** A name of a path: only the evaluation knows for what it stands. */
  readonly segment?: ast.Name;
}

/** Tokens in the order of the text whose lines count from a line of the piece. */
export interface TokenRun {
  readonly line: number;
  readonly tokens: readonly SyntaxToken[];
}

const READ = new WeakMap<ParsedPiece, readonly TokenRun[]>();

/** The tokens of a piece in the order of the text; made once and kept with it. */
export function syntaxTokens(piece: ParsedPiece): readonly TokenRun[] {
  let runs = READ.get(piece);
  if (!runs) {
    const written = [...runsOf(piece)];
    runs = piece.allowances.length === 0 ? written : [inOrder(written, codes(piece))];
    READ.set(piece, runs);
  }
  return runs;
}

function* runsOf(piece: ParsedPiece): Generator<TokenRun> {
  WORK.tokens++;
  let tokens: SyntaxToken[] = [];
  for (const part of leavesAroundProse(rootOf(piece))) {
    if (!isProseBlock(part)) addTokensOf(part, tokens);
    else {
      if (tokens.length > 0) yield { line: 0, tokens };
      tokens = [];
      yield proseTokens(part, piece);
    }
  }
  if (tokens.length > 0) yield { line: 0, tokens };
}

function addTokensOf(leaf: LeafCstNode, tokens: SyntaxToken[]): void {
  // A text that was left open ends with its line; nothing else but prose reaches over one.
  const isWritten = leaf.length > 0 && leaf.tokenType.name !== 'MISSING';
  if (isWritten && leaf.range.start.line === leaf.range.end.line) tokens.push(...tokensOf(leaf));
}

/** Tokens of a block of prose, their lines counted from its first, and the column in which it stood then. */
interface ProseTokens {
  readonly column: number;
  readonly tokens: readonly SyntaxToken[];
}

const OF_PROSE = new WeakMap<ast.Prose, ProseTokens>();

/** An edit of another block moves this one as a whole, and leaves it its tokens. */
function proseTokens(prose: ast.Prose, { anchor }: ParsedPiece): TokenRun {
  const { line, character: column } = spanOf(prose, anchor).start;
  let known = OF_PROSE.get(prose);
  if (known?.column !== column) {
    WORK.tokens++;
    const tokens: SyntaxToken[] = [];
    for (const leaf of leavesBelow(prose.$cstNode)) addTokensOf(leaf, tokens);
    const { tokens: sorted } = inOrder([{ line: 0, tokens }], emphasis(prose, anchor));
    known = { column, tokens: sorted.map((token) => moved(token, -line)) };
    OF_PROSE.set(prose, known);
  }
  return { line, tokens: known.tokens };
}

function moved(token: SyntaxToken, lines: number): SyntaxToken {
  return { ...token, start: { line: token.start.line + lines, character: token.start.character } };
}

/** Runs and further tokens as one run. */
function inOrder(runs: readonly TokenRun[], more: Iterable<SyntaxToken>): TokenRun {
  const tokens = runs.flatMap(({ line, tokens: own }) => (line === 0 ? own : own.map((token) => moved(token, line))));
  return { line: 0, tokens: [...tokens, ...more].sort((a, b) => comparePositions(a.start, b.start)) };
}

function* tokensOf(leaf: LeafCstNode): Generator<SyntaxToken> {
  const { start } = leaf.range;
  const token = (type: TokenType, ...modifiers: TokenModifier[]): SyntaxToken => ({
    start,
    length: leaf.length,
    kind: numbersOf(type, ...modifiers),
  });
  const kind = leaf.tokenType.name;
  if (kind === 'STRING') yield token(leaf.astNode.$type === 'UnitSymbol' ? 'unitOfMeasure' : 'string');
  else if (kind === 'DATE') yield token('number');
  else if (kind === 'INTERPOLATION_OPEN' || kind === 'INTERPOLATION_CLOSE') yield token('interpolation');
  else if (kind === 'FORMAT') yield* formatToken(leaf);
  else if (leaf.astNode.$type === 'UnitSymbol') yield token('unitOfMeasure');
  else if (kind === 'QUANTITY' && leaf.astNode.$type === 'Quantity') yield* quantityTokens(leaf);
  else if (GrammarAST.isKeyword(leaf.grammarSource)) {
    if (keywordOf(leaf.text)) yield token('keyword');
  } else yield* nameTokens(leaf, token);
}

/** The words of a format, without the colon and the spaces around. */
function* formatToken(leaf: LeafCstNode): Generator<SyntaxToken> {
  const lead = /^.[\s\u3000]*/.exec(leaf.text)?.[0].length ?? 0;
  const length = leaf.text.trimEnd().length - lead;
  if (length > 0) yield { start: after(leaf.range.start, lead), length, kind: numbersOf('format') };
}

/** Digits and unit are one token of the language, and two for the eye. */
function* quantityTokens(leaf: LeafCstNode): Generator<SyntaxToken> {
  const { start } = leaf.range;
  const digits = /^[0-9０-９]+(?:[.．][0-9０-９]+)?/.exec(leaf.text)?.[0].length ?? leaf.length;
  yield { start, length: digits, kind: numbersOf('number') };
  if (digits < leaf.length) {
    yield { start: after(start, digits), length: leaf.length - digits, kind: numbersOf('unitOfMeasure') };
  }
}

function after({ line, character }: Position, length: number): Position {
  return { line, character: character + length };
}

type Make = (type: TokenType, ...modifiers: TokenModifier[]) => SyntaxToken;

function* nameTokens({ astNode: node }: LeafCstNode, token: Make): Generator<SyntaxToken> {
  if (ast.isStatedGrade(node)) yield token('enumMember');
  else if (ast.isColumnName(node)) {
    yield ast.isColumn(node.$container) ? token('column', 'declaration') : token('column');
  } else if (ast.isName(node)) {
    const found = nameToken(node, token);
    if (found) yield found;
  }
}

/** What a name is by the construct in which it stands. */
function nameToken(node: ast.Name, token: Make): SyntaxToken | undefined {
  // A name that the parser dropped while recovering from an error hangs on nothing.
  const around: ast.Name['$container'] | undefined = node.$container;
  switch (around?.$type) {
    case 'FigureDeclaration':
    case 'Row':
      return token('figure', 'declaration');
    case 'Partition':
    case 'Including':
      return token('group', 'declaration');
    case 'UnitDeclaration':
      return token('publicBody', 'declaration');
    case 'Property':
      return around.$container.$type === 'UnitDeclaration' ? token('property', 'declaration') : token('property');
    case 'IndicatorDeclaration':
    case 'IndicatorNode':
      return token('indicator', 'declaration');
    case 'TaxonomyGroup':
      return node === around.method ? token('method') : token('indicator', 'declaration');
    case 'RubricDeclaration':
    case 'OutlineDeclaration':
    case 'FormDeclaration':
    case 'ReportDeclaration':
      return token('rules', 'declaration');
    case 'Method':
      return token(node === around.name ? 'method' : 'parameter', 'declaration');
    case 'MethodNote':
      return token('method');
    case 'GradeRule':
      return token('enumMember', 'declaration');
    case 'Import':
      return token('namespace', 'declaration');
    case 'Call':
      return functionOf(node.text) ? token('function') : token('function', 'unresolved');
    case 'Path':
      return pathToken(node, around, token);
    default:
      return undefined;
  }
}

/** A fact of a unit is a word; any other path is settled by the evaluation. */
function pathToken(node: ast.Name, path: ast.Path, token: Make): SyntaxToken {
  const property = AstUtils.getContainerOfType(path, ast.isProperty);
  if (property?.$container.$type === 'UnitDeclaration') return token('string');
  return { ...token('figure'), segment: node };
}

function* emphasis(prose: ast.Prose, anchor: Anchor): Generator<SyntaxToken> {
  for (const part of splitProse(prose, anchor).flatMap(({ parts }) => parts)) {
    const { start, end } = part.span;
    if (part.kind !== 'text' || !part.emphasis || start.line !== end.line) continue;
    yield { start, length: end.character - start.character, kind: numbersOf('emphasis') };
  }
}

function codes({ allowances }: ParsedPiece): SyntaxToken[] {
  return allowances.map(({ codeSpan: { start, end } }) => ({
    start,
    length: end.character - start.character,
    kind: numbersOf('findingCode'),
  }));
}
