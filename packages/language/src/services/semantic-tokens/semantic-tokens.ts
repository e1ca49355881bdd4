import { AstUtils } from 'langium';
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import { isLibraryFile } from '../../library/library.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { sourceOf } from '../navigation/targets.js';
import { numbersOf, type TokenKindNumbers, type TokenType } from './legend.js';
import { ResolvedNames } from './resolved-names.js';
import { type SyntaxToken, syntaxTokens } from './syntax-tokens.js';

/** The tokens of a file, or of the lines of a range, encoded as the protocol wants it: each relative to the one before. */
export function semanticTokens(analysis: Analysis, file: string, range?: Range): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  const pieces = piecesIn(analysis, file, range);
  const names = new ResolvedNames(analysis, file, pieces);
  for (const piece of pieces) {
    for (const run of syntaxTokens(piece)) {
      const first = run.line + piece.anchor.line;
      for (const token of run.tokens) {
        const at = token.start.line + first;
        if (range && (at < range.start.line || at > range.end.line)) continue;
        const { type, modifiers } = token.segment ? settled(token, token.segment, piece, names) : token.kind;
        const isSameLine = at === line && data.length > 0;
        data.push(
          at - line,
          isSameLine ? token.start.character - character : token.start.character,
          token.length,
          type,
          modifiers,
        );
        line = at;
        character = token.start.character;
      }
    }
  }
  return { data };
}

function piecesIn(analysis: Analysis, file: string, range: Range | undefined): readonly ParsedPiece[] {
  const pieces = sourceOf(analysis, file)?.pieces ?? [];
  if (!range) return pieces;
  return pieces.filter(({ anchor }, index) => {
    const next = pieces[index + 1]?.anchor.line ?? Number.POSITIVE_INFINITY;
    return anchor.line <= range.end.line && next > range.start.line;
  });
}

const TYPES: Readonly<Record<PerfSymbol['kind'], TokenType>> = {
  figure: 'figure',
  column: 'column',
  group: 'group',
  unit: 'publicBody',
  property: 'property',
  indicators: 'indicator',
  indicator: 'indicator',
  rubric: 'rules',
  outline: 'rules',
  form: 'rules',
  report: 'rules',
};

/** For what a name of a path stands, from what the evaluation has found. */
function settled(
  token: SyntaxToken,
  segment: ast.Name,
  { anchor }: ParsedPiece,
  names: ResolvedNames,
): TokenKindNumbers {
  const symbol = names.symbolOf(segment, anchor);
  if (symbol) {
    const isLibrary = isLibraryFile(symbol.nameSpan.anchor.file);
    const type = TYPES[symbol.kind];
    return isLibrary ? numbersOf(type, 'defaultLibrary') : numbersOf(type);
  }
  const path = segment.$container as ast.Path;
  const start = path.$cstNode?.range.start;
  if (start && names.isUnresolved(anchor, start)) return numbersOf('figure', 'unresolved');
  return unlinked(segment, path) ?? token.kind;
}

/** Names in paths that are no declared names: switches, parameters of methods, aliases, attributes. */
function unlinked(segment: ast.Name, path: ast.Path): TokenKindNumbers | undefined {
  if (ast.isNameValue(path.$container)) return numbersOf('enumMember');
  if (path.segments.length === 1) {
    const isBound = AstUtils.getContainerOfType(path, ast.isRubricDeclaration) !== undefined;
    return isBound ? numbersOf('parameter') : undefined;
  }
  if (segment === path.segments[0]) return numbersOf('namespace');
  return segment === path.segments.at(-1) ? numbersOf('property') : undefined;
}
