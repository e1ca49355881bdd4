import { convert, decimalText, fullPlaces, isMoney, literal, MOST_PLACES, sameWithin, unitOf } from '@jixiao/core';
import { AstUtils } from 'langium';
import { type FigureDefinition, figuresOf } from '../../evaluation/definitions.js';
import { splitQuantity } from '../../evaluation/expression.js';
import * as ast from '../../generated/ast.js';
import type { Change } from '../changes/changes.js';
import type { Proposal } from '../code-actions/proposals.js';
import { figureAt, tableAround } from '../navigation/expression-context.js';
import type { CursorSite } from './cursor-site.js';
import { literalAt } from './literals.js';

const UNITS = ['元', '万元', '亿元'] as const;

/** Writes amounts of money in another unit: the literal under the cursor, its row, or its table. */
export function conversions(site: CursorSite): Proposal[] {
  return [...literalConversions(site), ...rowConversions(site), ...tableConversions(site)];
}

function proposal(key: string, zh: string, en: string, changes: () => readonly Change[]): Proposal {
  return { key, title: { zh, en }, kind: 'refactor.rewrite', preferred: false, changes };
}

/** So many digits of an amount in another unit; all of them. */
function digitsIn(digits: string, from: string, to: string): string | undefined {
  const converted = convert(literal(digits, from), unitOf(to));
  if (!converted.ok) return undefined;
  const { amount } = converted.value;
  const places = fullPlaces(amount, MOST_PLACES);
  return decimalText(amount, { atMost: places });
}

function literalConversions(site: CursorSite): Proposal[] {
  const found = literalAt(site);
  if (!found || !isMoney(unitOf(found.symbol)) || found.symbol === '') return [];
  return UNITS.filter((unit) => unit !== found.symbol).flatMap((unit) => {
    const digits = digitsIn(found.digits, found.symbol, unit);
    if (digits === undefined) return [];
    const text = digits + unit;
    return [proposal(`literal ${unit}`, `换算为${text}`, `Convert to ${text}`, () => [{ span: found.span, text }])];
  });
}

/** The row or declaration on whose own line the cursor stands. */
function rowAt(site: CursorSite): ast.Row | ast.FigureDeclaration | undefined {
  const row = site.node(isRowOrDeclaration);
  const block = row?.block?.$cstNode;
  return block && site.cursor.offset >= block.offset ? undefined : row;
}

function isRowOrDeclaration(node: unknown): node is ast.Row | ast.FigureDeclaration {
  return ast.isRow(node) || ast.isFigureDeclaration(node);
}

/** A row without parts of its own: its amounts get their unit written out, or the row's own unit changes. */
function rowConversions(site: CursorSite): Proposal[] {
  const row = rowAt(site);
  const figure = row && ast.isRow(row) && !row.block ? figureAt(row, site.piece) : undefined;
  if (!row || !figure) return [];
  const money = literalsIn(row, figure, site);
  // A single amount with its unit is converted where it stands.
  if (money.length === 1 && !money[0]?.isBare) return [];
  return UNITS.filter((unit) => money.some(({ symbol }) => symbol !== unit)).map((unit) =>
    proposal(`row ${unit}`, `本行金额换算为${unit}`, `Convert the amounts of this row to ${unit}`, () => {
      const own = row.unit ? [site.replace(row.unit, unit)] : [];
      return [...own, ...money.flatMap((amount) => converted(amount, unit, row.unit !== undefined))];
    }),
  );
}

/** An amount in a cell, and the unit in which it counts. */
interface Amount {
  readonly node: ast.Quantity;
  readonly digits: string;
  readonly symbol: string;
  readonly isBare: boolean;
  readonly site: CursorSite;
}

/** The literal cells of a row that hold money. */
function literalsIn(row: ast.Row | ast.FigureDeclaration, figure: FigureDefinition, site: CursorSite): Amount[] {
  return row.cells.flatMap((cell): Amount[] => {
    if (!ast.isFormulaCell(cell) || !ast.isQuantity(cell.formula)) return [];
    const node = cell.formula;
    const parts = splitQuantity(node.literal);
    const symbol = parts?.symbol || unitInForce(node, figure, site);
    if (!parts || symbol === '' || !isMoney(unitOf(symbol))) return [];
    return [{ node, digits: parts.digits, symbol, isBare: parts.symbol === '', site }];
  });
}

function unitInForce(node: ast.Quantity, figure: FigureDefinition, site: CursorSite): string {
  const { start } = site.spanOf(node);
  for (let column = 0; column < Math.max(1, figure.table.columns.length); column++) {
    const cell = site.analysis.evaluation.cell(figure, column);
    const at = cell.span.start;
    if (at.line === start.line && at.character === start.character) return cell.quantity?.unit.symbol ?? '';
  }
  return '';
}

function converted({ node, digits, symbol, isBare, site }: Amount, unit: string, unitIsWritten: boolean): Change[] {
  const now = digitsIn(digits, symbol, unit);
  if (now === undefined || (symbol === unit && (!isBare || unitIsWritten))) return [];
  return [site.replace(node, isBare && unitIsWritten ? now : now + unit)];
}

/** A whole declaration: every unit of money that it names, and every amount. */
function tableConversions(site: CursorSite): Proposal[] {
  const declaration = rowAt(site);
  const table = declaration && ast.isFigureDeclaration(declaration) ? tableAround(declaration, site.piece) : undefined;
  if (!declaration || !table || !ast.isFigureDeclaration(declaration) || !declaration.block) return [];
  const named = unitsNamed(declaration);
  const figures = new Map([...figuresOf(table.root)].map((figure) => [placeKey(figure.nameSpan.start), figure]));
  const rows = [...AstUtils.streamAst(declaration)].filter(isRowOrDeclaration);
  if (rows.some((row) => row.cells.some(isBareSum))) return [];
  const amounts = rows.flatMap((row) => {
    const figure = row.name && figures.get(placeKey(site.spanOf(row.name).start));
    return figure ? literalsIn(row, figure, site) : [];
  });
  const inUse = new Set(amounts.map(({ symbol }) => symbol));
  const isRounded = [...figures.values()].some((figure) => isRoundedTotal(figure, site));
  const units = UNITS.filter((unit) => [...inUse].some((symbol) => symbol !== unit));
  // To the yuan nothing is rounded any more: what rounding explained would become an error.
  return units
    .filter((unit) => unit !== '元' || !isRounded)
    .map((unit) =>
      proposal(
        `table ${unit}`,
        `整个“${table.root.name}”换算为${unit}`,
        `Convert all of “${table.root.name}” to ${unit}`,
        () => [
          ...named.map((node) => site.replace(node, unit)),
          ...amounts.flatMap((amount) => converted(amount, unit, true)),
        ],
      ),
    );
}

/** A total that differs from its parts as far as rounding explains. */
function isRoundedTotal(figure: FigureDefinition, { analysis: { evaluation } }: CursorSite): boolean {
  return figure.groups.some((group) => {
    if (group.kind === 'including') return false;
    return Array.from({ length: Math.max(1, figure.table.columns.length) }, (_, column) => column).some((column) => {
      const total = evaluation.cell(figure, column).quantity;
      const sum = evaluation.sumOfGroup(group, column).quantity;
      const agreement = total && sum ? sameWithin(total, sum) : undefined;
      return agreement?.ok === true && agreement.value.within && !agreement.value.equal;
    });
  });
}

function unitsNamed(declaration: ast.FigureDeclaration): ast.UnitSymbol[] {
  return [...AstUtils.streamAst(declaration)]
    .filter(ast.isUnitSymbol)
    .filter(({ text }) => isMoney(unitOf(text.replace(/^["“]|["”]$/g, ''))));
}

/** A formula of bare numbers takes the unit of the table, and would be worth something else in another. */
function isBareSum(cell: ast.Cell): boolean {
  if (!ast.isFormulaCell(cell) || ast.isQuantity(cell.formula)) return false;
  return ![...AstUtils.streamAst(cell.formula)].some(
    (node) =>
      ast.isPath(node) || ast.isCall(node) || (ast.isQuantity(node) && splitQuantity(node.literal)?.symbol !== ''),
  );
}

function placeKey({ line, character }: { line: number; character: number }): string {
  return `${line}:${character}`;
}
