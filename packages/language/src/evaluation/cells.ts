import {
  add,
  type Cell,
  catalogue,
  convert,
  decimalText,
  exact,
  isPure,
  literal,
  NUMBER,
  PERCENT,
  type Quantity,
  quantity,
  quantityText,
  sum,
  type Unit,
  unitOf,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { sourceText, spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import type { FigureDefinition, GroupDefinition } from './definitions.js';
import type { Evaluation } from './evaluation.js';
import { evaluate, isNothing, quantityOf, splitQuantity } from './expression.js';
import type { GroupSum } from './memo.js';

const { values } = catalogue;

/** Computes one cell of a figure: what is written, else the column's formula, else the sum of the parts. */
export function evaluateCell(figure: FigureDefinition, column: number, evaluation: Evaluation): Cell {
  const context = contextOf(figure, evaluation);
  const written = writtenCell(figure, column);
  if (written?.$type === 'BlankCell') return { state: 'blank', span: spanOf(written, context.anchor) };
  if (written) return statedCell(figure, column, written.formula, context);
  const formula = figure.table.columns[column]?.formula;
  if (formula) return columnCell(figure, column, formula, context);
  return summedCell(figure, column, evaluation);
}

function contextOf(figure: FigureDefinition, evaluation: Evaluation): Context {
  return { ...evaluation.contextAt(figure.nameSpan.anchor, figure.path.slice(0, -1)), row: figure };
}

/**
 * What the formula of a column makes in a row, whether or not the row writes the cell itself; nothing where it cannot
 * be computed.
 */
export function byFormula(figure: FigureDefinition, column: number, evaluation: Evaluation): Quantity | undefined {
  const formula = figure.table.columns[column]?.formula;
  if (!formula) return undefined;
  // What is wrong with the formula is reported where it is needed.
  const context: Context = { ...contextOf(figure, evaluation), report: () => undefined };
  const found = quantityOf(evaluate(formula, context), spanOf(formula, context.anchor), context);
  return isNothing(found) ? undefined : inDeclaredUnit(found, figure, column);
}

/** How many cells a row of this table writes: one a column that is not computed. */
export function writtenColumns(figure: FigureDefinition): readonly number[] {
  const { columns } = figure.table;
  if (columns.length === 0) return [0];
  return columns.filter(({ formula }) => !formula).map(({ index }) => index);
}

/** The cell that the source has for a column; a row may also write the computed columns. */
export function writtenCell(figure: FigureDefinition, column: number): ast.Cell | undefined {
  const { cells, table } = figure;
  if (cells.length === 0) return undefined;
  if (cells.length === table.columns.length) return cells[column];
  return cells[writtenColumns(figure).indexOf(column)];
}

function statedCell(figure: FigureDefinition, column: number, formula: ast.Expression, context: Context): Cell {
  const span = spanOf(formula, context.anchor);
  if (formula.$type === 'MissingExpression') return { state: 'invalid', span };
  const plain = formula.$type === 'Quantity';
  const found = quantityOf(evaluate(formula, context), span, context);
  const text = plain ? {} : { formula: sourceText(formula) };
  if (isNothing(found)) return { state: found.why, span, ...text };
  const fitted = fitUnit(found, figure, column, span, context);
  return fitted ? { state: 'stated', quantity: fitted, span, ...text } : { state: 'invalid', span, ...text };
}

/** A cell in a computed column. Where it has nothing to compute from it stays blank, as on paper. */
function columnCell(figure: FigureDefinition, column: number, formula: ast.Expression, context: Context): Cell {
  const definition = figure.table.columns[column];
  let dividesByZero = false;
  let failed = false;
  const found = quantityOf(
    evaluate(formula, {
      ...context,
      report: (finding) => {
        if (finding.code === values.divisionByZero.code) dividesByZero = true;
        else {
          failed = true;
          context.report(finding);
        }
      },
    }),
    spanOf(formula, context.anchor),
    context,
  );
  const span = figure.nameSpan;
  const text = { formula: sourceText(formula) };
  if (!isNothing(found)) {
    return { state: 'computed', quantity: inDeclaredUnit(found, figure, column), span, ...text };
  }
  if (dividesByZero && definition) context.evaluation.noteMissingRate(definition, figure);
  return { state: failed ? 'invalid' : 'blank', span, ...text };
}

/** A figure without a value of its own: the sum of its parts, from the first complete breakdown. */
function summedCell(figure: FigureDefinition, column: number, evaluation: Evaluation): Cell {
  const span = figure.nameSpan;
  const complete = figure.groups.filter(({ kind, members }) => kind !== 'including' && members.length > 0);
  const sums = complete.map((group) => evaluation.sumOfGroup(group, column));
  const known = sums.find((sum) => sum.quantity);
  if (known?.quantity) return { state: 'computed', quantity: inDeclaredUnit(known.quantity, figure, column), span };
  const why = sums[0]?.why ?? 'missing';
  return { state: why, span };
}

function inDeclaredUnit(found: Quantity, figure: FigureDefinition, column: number): Quantity {
  const unit = declaredUnit(figure, column);
  const converted = unit ? convert(found, unit) : undefined;
  return converted?.ok ? converted.value : found;
}

/** Adds up the parts of a group. A blank part (—) adds nothing; a missing one leaves the sum unknown. */
export function sumOfGroup(group: GroupDefinition, column: number, evaluation: Evaluation): GroupSum {
  const quantities: Quantity[] = [];
  const states = new Set<Cell['state']>();
  let blanks = 0;
  for (const member of group.members) {
    const cell = evaluation.cell(member, column);
    if (cell.quantity) quantities.push(cell.quantity);
    else states.add(cell.state);
    if (cell.state === 'blank') blanks++;
  }
  const count = group.members.length;
  const why = states.has('invalid') ? 'invalid' : states.has('missing') || count === 0 ? 'missing' : 'blank';
  if (why !== 'blank' || quantities.length === 0) return { quantity: undefined, why, blanks, count };
  const total = sum(quantities);
  if (total?.ok) return { quantity: total.value, why, blanks, count };
  reportUnlikeParts(group, column, evaluation);
  return { quantity: undefined, why: 'invalid', blanks, count };
}

function reportUnlikeParts(group: GroupDefinition, column: number, evaluation: Evaluation): void {
  const [first, ...others] = group.members
    .map((member) => ({ member, cell: evaluation.cell(member, column) }))
    .filter(({ cell }) => cell.quantity);
  if (!first?.cell.quantity) return;
  for (const { cell } of others) {
    if (!cell.quantity || add(first.cell.quantity, cell.quantity).ok) continue;
    evaluation.report(
      values.unlike.at(
        cell.span,
        {
          left: quantityText(first.cell.quantity),
          right: quantityText(cell.quantity),
          operationZh: '相加',
          operationEn: 'added',
        },
        [{ at: first.cell.span, message: { zh: `“${first.member.name}”`, en: `“${first.member.name}”` } }],
      ),
    );
    return;
  }
}

/** Gives a bare number the declared unit, and an amount in another unit the declared one. */
function fitUnit(
  found: Quantity,
  figure: FigureDefinition,
  column: number,
  span: Cell['span'],
  context: Context,
): Quantity | undefined {
  const unit = declaredUnit(figure, column) ?? computedUnit(found, figure, column, context);
  if (!unit || found.unit === unit) return found;
  if (found.unit === NUMBER && !isPure(unit)) return withUnit(found, unit);
  if (found.unit === NUMBER && unit === PERCENT && isPlainNumber(figure, column)) return withUnit(found, unit);
  const converted = convert(found, unit);
  if (converted.ok) return converted.value;
  context.report(values.wrongUnit.at(span, { name: figure.name, value: quantityText(found), expected: unit.symbol }));
  return undefined;
}

/** A bare number in a computed column is measured as what the column computes. */
function computedUnit(
  found: Quantity,
  figure: FigureDefinition,
  column: number,
  { evaluation }: Context,
): Unit | undefined {
  return found.unit === NUMBER ? byFormula(figure, column, evaluation)?.unit : undefined;
}

/** `7.3` in a column of per cent means 7.3%, as it would on paper; a computed 0.073 is a fraction. */
function isPlainNumber(figure: FigureDefinition, column: number): boolean {
  const cell = writtenCell(figure, column);
  return cell?.$type === 'FormulaCell' && cell.formula.$type === 'Quantity';
}

/** The same digits, now in a unit: with the rounding of amounts in that unit. */
function withUnit(found: Quantity, unit: Unit): Quantity {
  const digits = decimalText(found.amount, { places: found.places });
  return exact(digits).equals(found.amount) ? literal(digits, unit.symbol) : quantity(found.amount, unit);
}

/** The unit that the source sets for a cell: its own, its column's, or that of the figures around it. */
export function declaredUnit(figure: FigureDefinition, column: number): Unit | undefined {
  const definition = figure.table.columns[column];
  if (definition?.unit) return unitOf(definition.unit.symbol);
  // What a column computes, such as a rate, is not measured like the rest of the table.
  if (definition?.formula) return undefined;
  if (figure.unit) return unitOf(figure.unit.symbol);
  for (let around = figure.parent; around; around = around.parent) {
    if (around.unit) return unitOf(around.unit.symbol);
    const written = writtenUnit(around, column);
    if (written) return written;
  }
  return undefined;
}

/** `= 78人 { 行政编制 = 36 … }`: the parts are counted in what the total is written in. */
function writtenUnit(figure: FigureDefinition, column: number): Unit | undefined {
  const cell = writtenCell(figure, column);
  if (cell?.$type !== 'FormulaCell' || cell.formula?.$type !== 'Quantity') return undefined;
  const symbol = splitQuantity(cell.formula.literal)?.symbol;
  return symbol ? unitOf(symbol) : undefined;
}
