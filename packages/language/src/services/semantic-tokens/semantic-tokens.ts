import { AstUtils } from 'langium';
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import { isLibraryFile } from '../../library/library.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { sourceOf } from '../navigation/targets.js';
import { modifierBits, type TokenModifier, type TokenType, typeNumber } from './legend.js';
import { type SyntaxToken, syntaxTokens } from './syntax-tokens.js';

/** The tokens of a file, or of the lines of a range, encoded as the protocol wants it: each relative to the one before. */
export function semanticTokens(analysis: Analysis, file: string, range?: Range): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const piece of piecesIn(analysis, file, range)) {
    const settle = settling(piece, analysis);
    for (const token of syntaxTokens(piece)) {
      const at = token.start.line + piece.anchor.line;
      if (range && (at < range.start.line || at > range.end.line)) continue;
      const { type, modifiers } = token.segment ? settle(token, token.segment) : token;
      const isSameLine = at === line && data.length > 0;
      data.push(
        at - line,
        isSameLine ? token.start.character - character : token.start.character,
        token.length,
        typeNumber(type),
        modifierBits(modifiers),
      );
      line = at;
      character = token.start.character;
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

interface Settled {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const UNRESOLVED: ReadonlySet<string> = new Set(['name/unresolved', 'name/ambiguous']);

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

/** Says for what the names of paths stand, from what the evaluation has found. */
function settling(piece: ParsedPiece, analysis: Analysis): (token: SyntaxToken, segment: ast.Name) => Settled {
  const { anchor } = piece;
  // Makes sure that the file has been evaluated; a second time this costs nothing.
  if (!isLibraryFile(anchor.file)) analysis.evaluated(anchor.file);
  const { links, findings } = analysis.evaluation.memo(anchor);
  const unresolved = new Set<string>();
  for (const { code, at } of findings) {
    if (UNRESOLVED.has(code)) unresolved.add(`${at.start.line}:${at.start.character}`);
  }
  return (token, segment) => {
    const symbol = links.get(segment)?.symbol;
    if (symbol) {
      return {
        type: TYPES[symbol.kind],
        modifiers: isLibraryFile(symbol.nameSpan.anchor.file) ? ['defaultLibrary'] : [],
      };
    }
    return unlinked(segment, unresolved) ?? token;
  };
}

function unlinked(segment: ast.Name, unresolved: ReadonlySet<string>): Settled | undefined {
  const path = segment.$container as ast.Path;
  const start = path.$cstNode?.range.start;
  if (start && unresolved.has(`${start.line}:${start.character}`)) return { type: 'figure', modifiers: ['unresolved'] };
  if (ast.isNameValue(path.$container)) return { type: 'enumMember', modifiers: [] };
  if (path.segments.length === 1) {
    const isBound = AstUtils.getContainerOfType(path, ast.isRubricDeclaration) !== undefined;
    return isBound ? { type: 'parameter', modifiers: [] } : undefined;
  }
  if (segment === path.segments[0]) return { type: 'namespace', modifiers: [] };
  return segment === path.segments.at(-1) ? { type: 'property', modifiers: [] } : undefined;
}
