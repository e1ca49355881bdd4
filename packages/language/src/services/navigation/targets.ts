import type { Span } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import type { ResolvedImport } from '../../evaluation/source-set.js';
import { definitionsOf, type PerfSymbol } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import { libraryFiles } from '../../library/library.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';

/** Something with a name that can be gone to: a symbol, or a name that only certain places know. */
export type Target = {
  readonly name: string;
  readonly nameSpan: Span;
  /** The whole declaration. */
  readonly span: Span;
} & (
  | { readonly kind: 'symbol'; readonly symbol: PerfSymbol }
  /** The name that an import gives to a file. */
  | { readonly kind: 'alias'; readonly imported: ResolvedImport }
  /** A scoring method of a rubric. */
  | { readonly kind: 'method'; readonly node: ast.Method }
  /** A parameter of a scoring method. */
  | { readonly kind: 'parameter' }
);

/** Whether two targets are one declaration: the place of the name decides, since symbols are made anew with their piece. */
export function isSameTarget(a: Target, b: Target): boolean {
  return isSamePlace(a.nameSpan, b.nameSpan);
}

/** Whether two spans begin at one place. */
export function isSamePlace(a: Span, b: Span): boolean {
  return (
    a.anchor.file === b.anchor.file &&
    a.anchor.line + a.start.line === b.anchor.line + b.start.line &&
    a.start.character === b.start.character
  );
}

export function targetOfSymbol(symbol: PerfSymbol): Target {
  return { kind: 'symbol', name: symbol.path.at(-1) ?? '', nameSpan: symbol.nameSpan, span: symbol.span, symbol };
}

export function targetOfAlias(imported: ResolvedImport): Target | undefined {
  const { node, piece } = imported;
  if (!node.alias) return undefined;
  return {
    kind: 'alias',
    name: node.alias.text,
    nameSpan: spanOf(node.alias, piece.anchor),
    span: spanOf(node, piece.anchor),
    imported,
  };
}

export function targetOfMethod(node: ast.Method, anchor: Span['anchor']): Target {
  return {
    kind: 'method',
    name: node.name.text,
    nameSpan: spanOf(node.name, anchor),
    span: spanOf(node, anchor),
    node,
  };
}

export function targetOfParameter(name: ast.Name, anchor: Span['anchor']): Target {
  const span = spanOf(name, anchor);
  return { kind: 'parameter', name: name.text, nameSpan: span, span };
}

/** A file of the set, or one of the library. */
export function sourceOf(analysis: Analysis, file: string): SourceFile | undefined {
  return analysis.sources.files.get(file) ?? libraryFiles().get(file);
}

/** Everything that a file declares. */
export function* targetsIn(analysis: Analysis, file: string): Generator<Target> {
  const source = sourceOf(analysis, file);
  for (const piece of source?.pieces ?? []) {
    for (const symbol of definitionsOf(piece).symbols) yield targetOfSymbol(symbol);
    yield* methodsOf(piece);
  }
  for (const imported of analysis.sources.importsOf(file)) {
    const alias = targetOfAlias(imported);
    if (alias) yield alias;
  }
}

/** Everything that one piece of a file declares. */
export function* targetsInPiece(analysis: Analysis, piece: ParsedPiece): Generator<Target> {
  for (const symbol of definitionsOf(piece).symbols) yield targetOfSymbol(symbol);
  yield* methodsOf(piece);
  for (const imported of analysis.sources.importsOf(piece.anchor.file)) {
    const alias = imported.piece === piece ? targetOfAlias(imported) : undefined;
    if (alias) yield alias;
  }
}

function* methodsOf(piece: ParsedPiece): Generator<Target> {
  for (const node of piece.declarations) {
    if (node.$type !== 'RubricDeclaration') continue;
    for (const rule of node.rules) {
      if (rule.$type !== 'Method' || !rule.name) continue;
      yield targetOfMethod(rule, piece.anchor);
      for (const parameter of rule.parameters) yield targetOfParameter(parameter, piece.anchor);
    }
  }
}
