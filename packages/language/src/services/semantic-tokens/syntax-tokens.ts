import { comparePositions, type Position } from '@jixiao/core';
import { AstUtils, CstUtils, GrammarAST, type LeafCstNode } from 'langium';
import { functionOf } from '../../evaluation/functions/registry.js';
import { splitProse } from '../../evaluation/prose-lines.js';
import * as ast from '../../generated/ast.js';
import { keywordOf } from '../../grammar/keywords.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { rootOf } from '../cursor.js';
import type { TokenModifier, TokenType } from './legend.js';

/** A token with its kind as far as the syntax tells; lines count from the piece. */
export interface SyntaxToken {
  readonly start: Position;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
  /** A name of a path: only the evaluation knows for what it stands. */
  readonly segment?: ast.Name;
}

const READ = new WeakMap<ParsedPiece, readonly SyntaxToken[]>();

/** The tokens of a piece in the order of the text; made once and kept with it. */
export function syntaxTokens(piece: ParsedPiece): readonly SyntaxToken[] {
  let tokens = READ.get(piece);
  if (!tokens) {
    tokens = [...leafTokens(piece), ...emphasis(piece), ...codes(piece)].sort((a, b) =>
      comparePositions(a.start, b.start),
    );
    READ.set(piece, tokens);
  }
  return tokens;
}

function* leafTokens(piece: ParsedPiece): Generator<SyntaxToken> {
  const root = rootOf(piece);
  for (const leaf of root ? CstUtils.flattenCst(root) : []) {
    // A text that was left open ends with its line; nothing else but prose reaches over one.
    const isWritten = leaf.length > 0 && leaf.tokenType.name !== 'MISSING';
    if (isWritten && leaf.range.start.line === leaf.range.end.line) yield* tokensOf(leaf);
  }
}

function* tokensOf(leaf: LeafCstNode): Generator<SyntaxToken> {
  const { start } = leaf.range;
  const token = (type: TokenType, ...modifiers: TokenModifier[]): SyntaxToken => ({
    start,
    length: leaf.length,
    type,
    modifiers,
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
  if (length > 0) yield { start: after(leaf.range.start, lead), length, type: 'format', modifiers: [] };
}

/** Digits and unit are one token of the language, and two for the eye. */
function* quantityTokens(leaf: LeafCstNode): Generator<SyntaxToken> {
  const { start } = leaf.range;
  const digits = /^[0-9０-９]+(?:[.．][0-9０-９]+)?/.exec(leaf.text)?.[0].length ?? leaf.length;
  yield { start, length: digits, type: 'number', modifiers: [] };
  if (digits < leaf.length) {
    yield { start: after(start, digits), length: leaf.length - digits, type: 'unitOfMeasure', modifiers: [] };
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

function* emphasis(piece: ParsedPiece): Generator<SyntaxToken> {
  for (const declaration of piece.declarations) {
    if (declaration.$type !== 'ReportDeclaration') continue;
    for (const node of AstUtils.streamAst(declaration)) {
      if (node.$type !== 'Prose') continue;
      for (const part of splitProse(node as ast.Prose, piece.anchor).flatMap(({ parts }) => parts)) {
        const { start, end } = part.span;
        if (part.kind !== 'text' || !part.emphasis || start.line !== end.line) continue;
        yield { start, length: end.character - start.character, type: 'emphasis', modifiers: [] };
      }
    }
  }
}

function codes({ allowances }: ParsedPiece): SyntaxToken[] {
  return allowances.map(({ codeSpan: { start, end } }) => ({
    start,
    length: end.character - start.character,
    type: 'findingCode',
    modifiers: [],
  }));
}
