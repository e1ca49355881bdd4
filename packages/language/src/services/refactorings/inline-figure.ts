import { formatQuantity, type Quantity, quantityText } from '@jixiao/core';
import { AstUtils } from 'langium';
import { splitQuantity } from '../../evaluation/expression.js';
import { functionOf } from '../../evaluation/functions/registry.js';
import { isValue } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import { isLibraryFile } from '../../library/library.js';
import { spanOf } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import { EditSite } from '../changes/edit-site.js';
import type { Proposal } from '../code-actions/proposals.js';
import { contextOf, pieceAround } from '../navigation/expression-context.js';
import { type Mention, mentionsIn } from '../navigation/mentions.js';
import { shortestPath } from '../navigation/path-writing.js';
import { mentionsOf, nameAt } from '../navigation/target-at.js';
import { targetOfSymbol } from '../navigation/targets.js';
import { writtenName, writtenPath } from '../written-name.js';
import type { CursorSite } from './cursor-site.js';
import { escapedProse } from './prose-text.js';

/** A figure that is nothing but a value, which can stand wherever its name does. */
interface Inlinable {
  readonly symbol: PerfSymbol;
  readonly node: ast.Row | ast.FigureDeclaration;
  readonly formula: ast.Expression;
  readonly site: EditSite;
  readonly quantity: Quantity;
}

/** Puts the value of a figure in the place of its name: at the cursor, or everywhere. */
export function inlinings(site: CursorSite): Proposal[] {
  const name = nameAt(site.analysis, site.anchor.file, site.range.start);
  const figure = name?.target.kind === 'symbol' ? inlinable(name.target.symbol, site) : undefined;
  if (!name || !figure) return [];
  const proposals: Proposal[] = [];
  const here = mentionsIn(site.analysis, site.anchor.file).find(({ span }) => span === name.span);
  if (here && inlined(figure, here, site)) {
    proposals.push({
      key: 'inline figure',
      title: { zh: `代入“${name.target.name}”的值`, en: `Write the value of “${name.target.name}” here` },
      kind: 'refactor.inline',
      preferred: false,
      changes: () => [inlined(figure, here, site)].filter((change) => change !== undefined),
    });
  }
  if (everywhere(figure, site)) {
    proposals.push({
      key: 'inline figure everywhere',
      title: {
        zh: `在各处代入“${name.target.name}”的值，并删去声明`,
        en: `Write the value of “${name.target.name}” everywhere and remove its declaration`,
      },
      kind: 'refactor.inline',
      preferred: false,
      changes: () => everywhere(figure, site) ?? [],
    });
  }
  return proposals;
}

function inlinable(symbol: PerfSymbol, { analysis }: CursorSite): Inlinable | undefined {
  if (symbol.kind !== 'figure' || symbol.figure.table.columns.length > 0 || symbol.figure.groups.length > 0)
    return undefined;
  const { file } = symbol.nameSpan.anchor;
  const source = analysis.sources.files.get(file);
  const place = pieceAround(symbol.nameSpan, analysis);
  const node = place?.node && AstUtils.getContainerOfType(place.node, isRowOrDeclaration);
  const [cell, ...more] = node?.cells ?? [];
  const { quantity } = analysis.evaluation.cell(symbol.figure, 0);
  if (!source || isLibraryFile(file) || !place || !node || !ast.isFormulaCell(cell) || more.length > 0 || !quantity) {
    return undefined;
  }
  return { symbol, node, formula: cell.formula, site: new EditSite(analysis, source, place.piece), quantity };
}

function isRowOrDeclaration(node: unknown): node is ast.Row | ast.FigureDeclaration {
  return ast.isRow(node) || ast.isFigureDeclaration(node);
}

/** The change that puts the value in the place of one mention; undefined where a name has to stand. */
function inlined(figure: Inlinable, mention: Mention, site: CursorSite): Change | undefined {
  const path = mention.node.$container;
  if (!ast.isPath(path) || path.segments.at(-1) !== mention.node || !standsForItsValue(path)) return undefined;
  const { anchor } = mention.piece;
  const around = path.$container;
  if (ast.isInterpolation(around) && ast.isQuantity(figure.formula)) {
    const text = printed(figure.quantity, around.format?.slice(1).trim() ?? '');
    return text === undefined ? undefined : { span: spanOf(around, anchor), text: escapedProse(text) };
  }
  const value = valueAt(figure, path, mention, site);
  return value === undefined ? undefined : { span: spanOf(path, anchor), text: value };
}

/** Tables, charts and some functions want a figure, not its value. */
function standsForItsValue(path: ast.Path): boolean {
  const { $container: around, $containerProperty: property } = path;
  if (ast.isTableItem(around) || ast.isChartItem(around) || ast.isFunds(around) || ast.isNameValue(around))
    return false;
  if (property === 'arguments' && ast.isCall(around)) return functionOf(around.function?.text ?? '')?.en !== 'see';
  return true;
}

function printed(quantity: Quantity, format: string): string | undefined {
  if (format === '') return quantityText(quantity);
  const result = formatQuantity(quantity, format);
  return result.ok ? result.text : undefined;
}

/** The formula of a figure as it has to be written at another place. */
function valueAt(
  { formula, quantity, site: own }: Inlinable,
  at: ast.Path,
  mention: Mention,
  site: CursorSite,
): string | undefined {
  if (ast.isQuantity(formula)) {
    const parts = splitQuantity(formula.literal);
    const text = parts && parts.digits + (parts.symbol || quantity.unit.symbol);
    return text !== undefined && isOneLiteral(text) ? text : undefined;
  }
  const context = contextOf(at, mention.piece, site.analysis);
  const start = formula.$cstNode?.offset ?? 0;
  let text = '';
  let done = start;
  for (const path of AstUtils.streamAst(formula).filter(ast.isPath)) {
    const written = pathAt(path, own, context, site);
    if (written === undefined || !path.$cstNode) return undefined;
    text += own.piece.text.slice(done, path.$cstNode.offset) + written;
    done = path.$cstNode.end;
  }
  text += own.piece.text.slice(done, formula.$cstNode?.end ?? done);
  const isWhole = ast.isInterpolation(at.$container) || ast.isFormulaCell(at.$container);
  const isCompound = ast.isBinary(formula) || ast.isConditional(formula) || ast.isNegation(formula);
  return isCompound && !isWhole ? `(${text})` : text;
}

/** A path of the formula as it is written at the new place. */
function pathAt(
  path: ast.Path,
  own: EditSite,
  context: ReturnType<typeof contextOf>,
  site: CursorSite,
): string | undefined {
  const mentions = mentionsIn(site.analysis, own.anchor.file);
  const used = path.segments.map((segment) => mentions.find(({ node }) => node === segment)?.target);
  const last = used.findLastIndex((target) => target?.kind === 'symbol');
  const target = used[last];
  if (target?.kind !== 'symbol') return undefined;
  const isColumn = target.symbol.kind === 'column' && used[last - 1]?.kind === 'symbol';
  const owner = isColumn ? used[last - 1] : target;
  if (owner?.kind !== 'symbol' || (target.symbol.kind === 'column' && !isColumn)) return undefined;
  const names = shortestPath(owner.symbol, context, site.analysis, { wanted: isValue });
  const rest = path.segments.slice(isColumn ? last : last + 1);
  return names && [writtenPath(names), ...rest.map((segment) => segment.$cstNode?.text ?? '')].join('.');
}

/** Whether a text reads as a single number with its unit. */
function isOneLiteral(text: string): boolean {
  const parts = splitQuantity(text);
  return (
    parts !== undefined && (parts.symbol === '' || parts.symbol === '%' || writtenName(parts.symbol) === parts.symbol)
  );
}

/** Every mention replaced and the declaration removed; undefined where that would lose something. */
function everywhere(figure: Inlinable, site: CursorSite): Change[] | undefined {
  if (!ast.isFigureDeclaration(figure.node) || figure.node.$container.$type !== 'Model') return undefined;
  const mentions = mentionsOf(site.analysis, targetOfSymbol(figure.symbol));
  if (mentions.length === 0) return undefined;
  const changes = mentions.map((mention) => inlined(figure, mention, site));
  if (!changes.every((change) => change !== undefined)) return undefined;
  return [...changes, figure.site.removeStatement(figure.node)];
}
