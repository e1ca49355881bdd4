import type { Span } from '@jixiao/core';
import { type AstNode, AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Link } from '../../evaluation/context.js';
import type { Memo, Unit } from '../../evaluation/memo.js';
import { evaluatePath } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import { isItem, nodesAroundItems } from '../syntax-nodes.js';
import { WORK } from '../work.js';
import { contextOf, noting } from './expression-context.js';
import { type Target, targetOfAlias, targetOfMethod, targetOfParameter, targetOfSymbol } from './targets.js';

/** A place where a declared name is used. */
export interface Mention {
  readonly target: Target;
  readonly span: Span;
  readonly node: ast.Name | ast.ColumnName;
  readonly piece: ParsedPiece;
}

/** What an analysis found in its pieces, each mention the same object whenever it is asked for. */
const FOUND = new WeakMap<Analysis, Map<ParsedPiece, readonly Mention[]>>();

/**
 * Every use of a declared name in a file, also where the evaluation did not pass: in the branch of
 * a condition that was not taken, in the methods of a rubric, in chosen columns.
 */
export function mentionsIn(analysis: Analysis, file: string): Mention[] {
  return analysis.sources.piecesOf(file).flatMap((piece) => mentionsInPiece(analysis, piece));
}

/** The uses of declared names in one piece of a file. */
export function mentionsInPiece(analysis: Analysis, piece: ParsedPiece): readonly Mention[] {
  const byPiece = FOUND.get(analysis) ?? new Map<ParsedPiece, readonly Mention[]>();
  FOUND.set(analysis, byPiece);
  let found = byPiece.get(piece);
  if (!found) {
    found = findMentions(analysis, piece);
    byPiece.set(piece, found);
  }
  return found;
}

/** Something that names something although the evaluation has not passed there. */
interface Unpassed {
  readonly unpassed: ast.Path | ast.TableItem | ast.ChartItem;
}

/** What stands in a declaration or an item of a report, in the order of the syntax; items inside are looked through on their own. */
type Entry = { readonly found: readonly PlainMention[] } | { readonly item: ast.ReportItem } | Unpassed;

/** A mention without its piece, which is made anew when an item in it is edited. */
type PlainMention = Omit<Mention, 'piece'>;

/**
 * Kept with what the evaluation remembers of a declaration or an item: that is forgotten as soon as
 * one of the names there may stand for something else.
 */
const ENTRIES = new WeakMap<Memo, readonly Entry[]>();

function findMentions(analysis: Analysis, piece: ParsedPiece): readonly Mention[] {
  analysis.evaluatedPiece(piece);
  const found: Mention[] = [];
  const note = (mentions: readonly PlainMention[]) => {
    for (const mention of mentions) found.push({ ...mention, piece });
  };
  const addEntries = (unit: Unit, roots: readonly AstNode[]) => {
    for (const entry of entriesOf(unit, roots, piece, analysis)) {
      if ('found' in entry) note(entry.found);
      else if ('unpassed' in entry) note(resolvedHere(entry, piece, analysis));
      else addEntries(entry.item, [entry.item]);
    }
  };
  addEntries(piece.anchor, piece.declarations);
  return found;
}

function entriesOf(unit: Unit, roots: readonly AstNode[], piece: ParsedPiece, analysis: Analysis): readonly Entry[] {
  const memo = analysis.evaluation.memo(unit);
  let entries = ENTRIES.get(memo);
  if (!entries) {
    WORK.names++;
    const linkOf: LinkOf = (segment) => memo.links.get(segment);
    entries = roots.flatMap((root) =>
      nodesAroundItems(root).flatMap((node) =>
        node !== root && isItem(node) ? [{ item: node }] : (entryOf(node, piece, analysis, linkOf) ?? []),
      ),
    );
    ENTRIES.set(memo, entries);
  }
  return entries;
}

type LinkOf = (segment: ast.Name) => Link | undefined;

function entryOf(node: AstNode, piece: ParsedPiece, analysis: Analysis, linkOf: LinkOf): Entry | undefined {
  switch (node.$type) {
    case 'Path': {
      const path = node as ast.Path;
      if (isUnpassed(path, linkOf)) return { unpassed: path };
      break;
    }
    case 'TableItem':
    case 'ChartItem': {
      const item = node as ast.TableItem | ast.ChartItem;
      if (item.columns.length > 0 && item.subject && isUnpassed(item.subject, linkOf)) return { unpassed: item };
      break;
    }
  }
  const found = [...mentionsAt(node, piece, analysis, linkOf)];
  return found.length > 0 ? { found } : undefined;
}

function resolvedHere({ unpassed: node }: Unpassed, piece: ParsedPiece, analysis: Analysis): PlainMention[] {
  const path = ast.isPath(node) ? node : node.subject;
  if (!path) return [];
  const { evaluation, links } = noting(analysis.evaluation);
  evaluatePath(path, { ...contextOf(path, piece, analysis), evaluation });
  return [...mentionsAt(node, piece, analysis, (segment) => links.get(segment))];
}

/**
 * Whether an expression was not evaluated. The facts of a unit are words, no references; a single
 * name in a rubric is bound by its method or rule.
 */
function isUnpassed(path: ast.Path, linkOf: LinkOf): boolean {
  if (path.$container.$type === 'NameValue') return false;
  if (path.segments.length === 1 && AstUtils.getContainerOfType(path, ast.isRubricDeclaration)) return false;
  return !path.segments.some((segment) => linkOf(segment));
}

function parameterOf(path: ast.Path): ast.Name | undefined {
  const method = AstUtils.getContainerOfType(path, ast.isMethod);
  return method?.parameters.find(({ text }) => text === path.segments[0]?.text);
}

function* mentionsAt(node: AstNode, piece: ParsedPiece, analysis: Analysis, linkOf: LinkOf): Generator<PlainMention> {
  const mention = (target: Target, name: Mention['node']): PlainMention => ({
    target,
    span: spanOf(name, piece.anchor),
    node: name,
  });
  switch (node.$type) {
    case 'Path': {
      const path = node as ast.Path;
      const [first] = path.segments;
      for (const segment of path.segments) {
        const link = linkOf(segment);
        if (link) yield mention(targetOfSymbol(link.symbol), segment);
      }
      const alias = aliasOf(path, piece, linkOf, analysis);
      if (alias && first) yield mention(alias, first);
      const parameter = path.segments.length === 1 ? parameterOf(path) : undefined;
      if (parameter && first) yield mention(targetOfParameter(parameter, piece.anchor), first);
      break;
    }
    case 'TableItem':
    case 'ChartItem':
      for (const [target, name] of chosenColumns(node as ast.TableItem | ast.ChartItem, linkOf)) {
        yield mention(target, name);
      }
      break;
    case 'MethodNote':
    case 'TaxonomyGroup': {
      const { method } = node as ast.MethodNote | ast.TaxonomyGroup;
      const target = method && methodNamed(method, piece, analysis);
      if (method && target) yield mention(target, method);
      break;
    }
  }
}

/** The import whose alias stands in front of a path. */
function aliasOf(path: ast.Path, piece: ParsedPiece, linkOf: LinkOf, analysis: Analysis): Target | undefined {
  const [first, ...rest] = path.segments;
  if (!first || rest.length === 0 || linkOf(first)) return undefined;
  const link = rest.map((segment) => linkOf(segment)).find((found) => found !== undefined);
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
  linkOf: LinkOf,
): Generator<readonly [Target, ast.ColumnName]> {
  const last = item.subject?.segments.at(-1);
  const symbol = last && linkOf(last)?.symbol;
  const table = symbol && tableOfSymbol(symbol);
  if (!table) return;
  for (const { name } of item.columns) {
    const column = table.columns.find((candidate) => candidate.name === name?.text);
    if (!name || !column) continue;
    const { nameSpan, span } = column;
    const path = [...table.root.path, column.name];
    yield [targetOfSymbol({ kind: 'column', column, path, nameSpan, span }), name];
  }
}

export function tableOfSymbol(symbol: PerfSymbol) {
  if (symbol.kind === 'figure') return symbol.figure.table;
  return symbol.kind === 'group' ? symbol.group.owner.table : undefined;
}

/** The method of a name in the rubric in force, also one of a rubric that it is based on. */
function methodNamed(name: ast.Name, piece: ParsedPiece, analysis: Analysis): Target | undefined {
  const declaration = declarationAround(name);
  const rubric =
    declaration?.$type === 'IndicatorDeclaration'
      ? analysis.evaluation.indicatorTable(declaration, piece.anchor)?.rubric
      : declaration?.$type === 'RubricDeclaration'
        ? analysis.evaluation.rubric(declaration, piece.anchor)
        : undefined;
  const method = rubric?.methods.find((candidate) => candidate.name === name.text);
  return method && targetOfMethod(method.node, method.context.anchor);
}

function declarationAround(node: AstNode): ast.Declaration | undefined {
  return AstUtils.getContainerOfType(node, ast.isDeclaration);
}
