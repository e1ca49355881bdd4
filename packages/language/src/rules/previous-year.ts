import {
  absolute,
  catalogue,
  compare,
  exact,
  growth,
  PERCENT,
  type Quantity,
  quantity,
  quantityText,
  sameWithin,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import { type FigureDefinition, figuresOf } from '../evaluation/definitions.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { definitionsOf } from '../evaluation/symbols.js';
import { tablesOf } from './cells.js';
import { differenceOf } from './weights.js';

const { comparisons } = catalogue;

/** A change beyond this share of last year's amount is worth a sentence in the report. */
export const SWING_THRESHOLD: Quantity = quantity(exact(50), PERCENT);

const PREVIOUS_ALIAS = /^(?:上年|去年|上年度|previous|lastyear|last)$/;
const PREVIOUS_COLUMN = /^(?:上年|去年|上一年)度?/;
/** Kinds of columns that say what the year came to. */
const FINAL = /^(?:|同期|决算|支出|实际.*|执行)$/;
const THIS_COLUMN = /^(?:本年|当年)(?:决算|支出|实际|执行)/;

/** This year's figures against those of an imported previous report. */
export function figuresAgainstThePreviousYear(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { alias, target } of evaluation.sources.importsOf(file.file)) {
    if (target.kind !== 'file' || alias === undefined || !PREVIOUS_ALIAS.test(alias)) continue;
    const previous = lazily(() => previousFigures(target.file, evaluation));
    for (const table of tablesOf(file)) {
      for (const figure of figuresOf(table.root)) {
        const before = previous().get(figure.path.join('.'));
        evaluation.noteLookup(table.span.anchor, file.file, figure.name, before?.nameSpan.anchor);
        if (before) compareFigures(figure, before, evaluation);
      }
    }
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function previousFigures(file: string, evaluation: Evaluation): Map<string, FigureDefinition> {
  const figures = new Map<string, FigureDefinition>();
  for (const piece of evaluation.sources.files.get(file)?.pieces ?? []) {
    for (const { root } of definitionsOf(piece).tables.values()) {
      for (const figure of figuresOf(root)) figures.set(figure.path.join('.'), figure);
    }
  }
  return figures;
}

function compareFigures(figure: FigureDefinition, before: FigureDefinition, evaluation: Evaluation): void {
  const related = [{ at: before.nameSpan, message: { zh: '上年报告', en: 'last year’s report' } }];
  for (const column of figure.table.columns) {
    if (!PREVIOUS_COLUMN.test(column.name) || column.formula) continue;
    const cell = evaluation.cell(figure, column.index);
    const due = amountOfColumn(column.name, before, evaluation);
    const agreement = cell.quantity && due && sameWithin(cell.quantity, due);
    // A sum differs where its parts do; those are reported.
    if (cell.state !== 'stated' || !cell.quantity || !due || !agreement?.ok || agreement.value.within) continue;
    evaluation.report(
      comparisons.previousDiffers.at(
        cell.span,
        {
          name: figure.label,
          column: column.label,
          value: quantityText(cell.quantity),
          previous: quantityText(due),
          difference: differenceOf(cell.quantity, due) ?? '',
        },
        related,
      ),
    );
  }
  const then = finalAmount(before, evaluation);
  const now = finalAmount(figure, evaluation);
  if (!then || !now || now.quantity.amount.equals(0)) return;
  const change = growth(then.quantity, now.quantity);
  if (!change.ok) return;
  const facts = { name: figure.label, value: quantityText(now.quantity), previous: quantityText(then.quantity) };
  if (change.value.amount.equals(0)) {
    // Small counts stay the same from year to year; amounts of money to the cent do not.
    if (figure.table.kind === 'budget') evaluation.report(comparisons.unchanged.at(now.span, facts, related));
    return;
  }
  const order = compare(absolute(change.value), SWING_THRESHOLD);
  if (!order.ok || order.value <= 0) return;
  evaluation.report(
    comparisons.swing.at(
      now.span,
      { ...facts, change: quantityText(change.value), threshold: quantityText(SWING_THRESHOLD) },
      related,
    ),
  );
}

/**
 * What last year's file says of a column of this year's: 上年预算 was its 本年预算 or 预算. Only a column
 * of what was spent may stand for the amount of the year itself; of another, such as 上年结转, last
 * year's file may know nothing.
 */
function amountOfColumn(name: string, before: FigureDefinition, evaluation: Evaluation): Quantity | undefined {
  const kind = plainName(name.replace(PREVIOUS_COLUMN, ''));
  const same = (prefix: string) => before.table.columns.find((column) => plainName(column.name) === prefix + kind);
  const column = kind === '' ? undefined : (same('本年') ?? same('当年') ?? same(''));
  if (column) return evaluation.cell(before, column.index).quantity;
  return FINAL.test(kind) ? finalAmount(before, evaluation)?.quantity : undefined;
}

/** 决算, 决算数 and 决算金额 are one kind of column, 本年度 is 本年. */
function plainName(column: string): string {
  return column.replace(/^(本年|当年)度/, '$1').replace(/(?:数|金额|额)$/, '');
}

/** The amount of the year itself: the only one, or that of the column of this year's final accounts. */
function finalAmount(figure: FigureDefinition, evaluation: Evaluation) {
  const { columns } = figure.table;
  const column = columns.length === 0 ? 0 : columns.find(({ name }) => THIS_COLUMN.test(name))?.index;
  if (column === undefined) return undefined;
  const cell = evaluation.cell(figure, column);
  return cell.quantity && { quantity: cell.quantity, span: cell.span };
}
