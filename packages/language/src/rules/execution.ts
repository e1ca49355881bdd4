import {
  catalogue,
  convert,
  divide,
  executionIndicator,
  type FundsRow,
  PERCENT,
  type Quantity,
  quantity,
  quantityText,
  roundHalfUp,
  sum,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { indicatorResults } from './weights.js';

const { scores } = catalogue;

/*
 * The columns as the national forms name them. 年初预算数 is none of them: it is the budget before
 * it was adjusted, the divisor that is taken by mistake.
 */
const BUDGET = /^全年预算数?$/;
const EXECUTED = /^(?:全年)?执行数$/;

/** 预算执行率 = Σ执行数 ÷ Σ全年预算数 of the funds printed above the indicators. */
export function executionMustFollowFromTheFunds(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const { result } of indicatorResults(file, evaluation)) {
    const { table } = result;
    const indicator = executionIndicator(table);
    const budget = totalOf(table.funds, BUDGET);
    const executed = totalOf(table.funds, EXECUTED);
    const expected = budget && executed && divide(executed.amount, budget.amount);
    if (!indicator?.rate || !budget || !executed || !expected?.ok) continue;
    const { quantity: stated, span } = indicator.rate;
    const rate = convert(stated, PERCENT);
    if (!rate.ok || expected.value.unit !== PERCENT || agrees(rate.value, expected.value)) continue;
    const places = Math.max(PERCENT.places, rate.value.places);
    const [written, due] = [rate.value, expected.value].map(({ amount }) => roundHalfUp(amount, places));
    if (!written || !due) continue;
    evaluation.report(
      scores.executionDiffers.at(
        span,
        {
          name: indicator.label,
          rate: quantityText(stated),
          expected: quantityText(expected.value, { atMost: places }),
          executed: quantityText(executed.amount),
          budget: quantityText(budget.amount),
          executedColumn: executed.column,
          budgetColumn: budget.column,
          difference: quantityText(quantity(written.sub(due).abs(), PERCENT), { unit: 'none', atMost: places }),
        },
        table.funds.slice(0, 1).map((row) => ({ at: row.span, message: { zh: row.label, en: row.label } })),
      ),
    );
  }
}

/** Rounded alike, and no more than 100% where more was spent than budgeted. */
function agrees(rate: Quantity, expected: Quantity): boolean {
  const capped = expected.amount.gt(100) && rate.amount.equals(100);
  return capped || roundHalfUp(expected.amount, rate.places).equals(roundHalfUp(rate.amount, rate.places));
}

/** The total of a column over the outermost rows, what their parts make up not counted again. */
function totalOf(rows: readonly FundsRow[], name: RegExp): { amount: Quantity; column: string } | undefined {
  const outermost = rows.filter(({ level }) => level === 0);
  const column = [...(outermost[0]?.cells.keys() ?? [])].find((candidate) => name.test(candidate));
  if (column === undefined) return undefined;
  const amounts = outermost.flatMap(({ cells }) => cells.get(column) ?? []);
  const total = amounts.length === outermost.length ? sum(amounts) : undefined;
  return total?.ok ? { amount: total.value, column } : undefined;
}
