import type { Anchor, Span } from '@jixiao/core';
import { AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Link } from '../../evaluation/context.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { evaluatePath } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import { contextOf } from './expression-context.js';
import { type Target, targetOfAlias, targetOfMethod, targetOfParameter, targetOfSymbol } from './targets.js';

/** A place where a declared name is used. */
export interface Mention {
  readonly target: Target;
  readonly span: Span;
  readonly node: ast.Name | ast.ColumnName;
  readonly piece: ParsedPiece;
}

const FOUND = new WeakMap<Analysis, Map<string, readonly Mention[]>>();

/**
 * Every use of a declared name in a file, also where the evaluation did not pass: in the branch of
 * a condition that was not taken, in the methods of a rubric, in chosen columns.
 */
export function mentionsIn(analysis: Analysis, file: string): readonly Mention[] {
  const byFile = FOUND.get(analysis) ?? new Map<string, readonly Mention[]>();
  FOUND.set(analysis, byFile);
  let found = byFile.get(file);
  if (!found) {
    found = findMentions(analysis, file);
    byFile.set(file, found);
  }
  return found;
}

function findMentions(analysis: Analysis, file: string): Mention[] {
  const pieces = analysis.sources.piecesOf(file);
  const links = new LinksByPlace(analysis.links(file));
  const { evaluation, more } = noting(analysis.evaluation);
  for (const piece of pieces) {
    for (const path of pathsIn(piece)) {
      if (!isWithoutLinks(path, piece, links)) continue;
      evaluatePath(path, { ...contextOf(path, piece, analysis), evaluation });
    }
  }
  more.forEach((link) => {
    links.add(link);
  });
  return pieces.flatMap((piece) => [...mentionsOfPiece(piece, links, analysis)]);
}

/**
 * The evaluation with a notebook of its own: what is resolved here for the editor must not enter
 * the evaluation, where findings depend on what a report really uses.
 */
function noting(evaluation: Evaluation): { readonly evaluation: Evaluation; readonly more: Link[] } {
  const more: Link[] = [];
  const link: Evaluation['link'] = (_, found) => {
    more.push(found);
  };
  const proxy = new Proxy(evaluation, {
    get(target, key) {
      if (key === 'link') return link;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { evaluation: proxy, more };
}

/** The links of a file by where they stand. */
class LinksByPlace {
  private readonly byAnchor = new Map<Anchor, Map<string, Link>>();

  constructor(links: Iterable<Link>) {
    for (const link of links) this.add(link);
  }

  add(link: Link): void {
    const { anchor } = link.span;
    const places = this.byAnchor.get(anchor) ?? new Map<string, Link>();
    places.set(placeOf(link.span), link);
    this.byAnchor.set(anchor, places);
  }

  at(span: Span): Link | undefined {
    return this.byAnchor.get(span.anchor)?.get(placeOf(span));
  }
}

function placeOf({ start }: Span): string {
  return `${start.line}:${start.character}`;
}

function* pathsIn(piece: ParsedPiece): Generator<ast.Path> {
  for (const declaration of piece.declarations) {
    for (const node of AstUtils.streamAst(declaration)) if (node.$type === 'Path') yield node as ast.Path;
  }
}

/**
 * Whether an expression was not evaluated. The facts of a unit are words, no references; a single
 * name in a rubric is bound by its method or rule.
 */
function isWithoutLinks(path: ast.Path, piece: ParsedPiece, links: LinksByPlace): boolean {
  if (path.$container.$type === 'NameValue') return false;
  if (path.segments.length === 1 && AstUtils.getContainerOfType(path, ast.isRubricDeclaration)) return false;
  return !path.segments.some((segment) => links.at(spanOf(segment, piece.anchor)));
}

function parameterOf(path: ast.Path): ast.Name | undefined {
  const method = AstUtils.getContainerOfType(path, ast.isMethod);
  return method?.parameters.find(({ text }) => text === path.segments[0]?.text);
}

function* mentionsOfPiece(piece: ParsedPiece, links: LinksByPlace, analysis: Analysis): Generator<Mention> {
  const mention = (target: Target, node: Mention['node']): Mention => ({
    target,
    span: spanOf(node, piece.anchor),
    node,
    piece,
  });
  for (const declaration of piece.declarations) {
    for (const node of AstUtils.streamAst(declaration)) {
      switch (node.$type) {
        case 'Path': {
          const path = node as ast.Path;
          for (const segment of path.segments) {
            const link = links.at(spanOf(segment, piece.anchor));
            if (link) yield mention(targetOfSymbol(link.symbol), segment);
          }
          const alias = aliasOf(path, piece, links, analysis);
          if (alias && path.segments[0]) yield mention(alias, path.segments[0]);
          const parameter = path.segments.length === 1 ? parameterOf(path) : undefined;
          if (parameter && path.segments[0])
            yield mention(targetOfParameter(parameter, piece.anchor), path.segments[0]);
          break;
        }
        case 'TableItem':
        case 'ChartItem':
          yield* chosenColumns(node as ast.TableItem | ast.ChartItem, piece, links);
          break;
        case 'MethodNote':
        case 'TaxonomyGroup': {
          const { method } = node as ast.MethodNote | ast.TaxonomyGroup;
          const target = method && methodNamed(method, declaration, piece, analysis);
          if (method && target) yield mention(target, method);
          break;
        }
      }
    }
  }
}

/** The import whose alias stands in front of a path. */
function aliasOf(path: ast.Path, piece: ParsedPiece, links: LinksByPlace, analysis: Analysis): Target | undefined {
  const [first, ...rest] = path.segments;
  if (!first || rest.length === 0 || links.at(spanOf(first, piece.anchor))) return undefined;
  const link = rest.map((segment) => links.at(spanOf(segment, piece.anchor))).find((found) => found !== undefined);
  const imported = analysis.sources
    .importsOf(piece.anchor.file)
    .find(
      ({ alias, target }) =>
        alias === first.text && target.kind === 'file' && target.file === link?.symbol.nameSpan.anchor.file,
    );
  return imported && targetOfAlias(imported);
}

/** The columns that a table or a chart picks from the figure it shows. */
function* chosenColumns(
  item: ast.TableItem | ast.ChartItem,
  piece: ParsedPiece,
  links: LinksByPlace,
): Generator<Mention> {
  const last = item.subject?.segments.at(-1);
  const symbol = last && links.at(spanOf(last, piece.anchor))?.symbol;
  const table = symbol && tableOfSymbol(symbol);
  if (!table) return;
  for (const { name } of item.columns) {
    const column = table.columns.find((candidate) => candidate.name === name?.text);
    if (!name || !column) continue;
    const { nameSpan, span } = column;
    const path = [...table.root.path, column.name];
    const target = targetOfSymbol({ kind: 'column', column, path, nameSpan, span });
    yield { target, span: spanOf(name, piece.anchor), node: name, piece };
  }
}

export function tableOfSymbol(symbol: PerfSymbol) {
  if (symbol.kind === 'figure') return symbol.figure.table;
  return symbol.kind === 'group' ? symbol.group.owner.table : undefined;
}

/** The method of a name in the rubric in force, also one of a rubric that it is based on. */
function methodNamed(
  { text }: ast.Name,
  declaration: ast.Declaration,
  piece: ParsedPiece,
  analysis: Analysis,
): Target | undefined {
  const rubric =
    declaration.$type === 'IndicatorDeclaration'
      ? analysis.evaluation.indicatorTable(declaration, piece.anchor)?.rubric
      : declaration.$type === 'RubricDeclaration'
        ? analysis.evaluation.rubric(declaration, piece.anchor)
        : undefined;
  const method = rubric?.methods.find(({ name }) => name === text);
  return method && targetOfMethod(method.node, method.context.anchor);
}
