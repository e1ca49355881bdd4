import { AstUtils } from 'langium';
import { definitionsOf } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import type { LastYearsFigure } from './emptied-figures.js';

/** Under which alias the new report sees what last year's files declare. */
export type AliasOfName = (name: string) => string | undefined;

export function aliasesByName(sources: readonly SourceFile[], aliases: ReadonlyMap<string, string>): AliasOfName {
  const known = new Map<string, { readonly alias: string; readonly depth: number }>();
  for (const source of sources) {
    const alias = aliases.get(source.file);
    if (alias === undefined) continue;
    for (const { path } of source.pieces.flatMap((piece) => definitionsOf(piece).symbols)) {
      const name = path.at(-1) ?? '';
      const before = known.get(name);
      // A declaration is meant before one of the rows that are called the same.
      if (!before || path.length < before.depth) known.set(name, { alias, depth: path.length });
    }
  }
  return (name) => known.get(name)?.alias;
}

/** Where the new report finds what last year's files declare: under the alias of the file, by the same path. */
export function lastYearsFigures(
  sources: readonly SourceFile[],
  aliases: ReadonlyMap<string, string>,
): LastYearsFigure {
  const known = new Map<string, readonly string[]>();
  for (const { file, pieces } of sources) {
    const alias = aliases.get(file);
    if (alias === undefined) continue;
    for (const { kind, path } of pieces.flatMap((piece) => definitionsOf(piece).symbols)) {
      const key = path.join('\n');
      if (kind === 'figure' && !known.has(key)) known.set(key, [alias, ...path]);
    }
  }
  return (path) => known.get(path.join('\n'));
}

/**
 * Paths that led into the year before last's report lead into last year's now; where its figures
 * stand in several files, into the one that has them.
 */
export function redirectedPaths(
  declaration: ast.Declaration,
  { anchor }: ParsedPiece,
  oldAliases: ReadonlySet<string>,
  aliasOf: AliasOfName,
): Change[] {
  return AstUtils.streamAst(declaration)
    .filter(ast.isPath)
    .flatMap(({ segments: [first, second] }): Change[] => {
      if (!first || !second || !oldAliases.has(first.text)) return [];
      const alias = aliasOf(second.text);
      return alias === undefined || alias === first.text ? [] : [{ span: spanOf(first, anchor), text: alias }];
    })
    .toArray();
}
