import type { FormBlock, IndicatorTable } from '@jixiao/core';
import { textCell } from './cells.js';
import { edgesOf, FULL, type PlacedCell, type PlacedRow, snapEdges } from './grid.js';

type BlockOf<K extends FormBlock['kind']> = Extract<FormBlock, { kind: K }>;

/** Shares of a label and of what is filled in beside it. */
const LABEL_WEIGHT = 3;
const VALUE_WEIGHT = 7;

/** 项目名称, 主管部门 …: labels with their values, several side by side; the last value takes what is left. */
export function propertyRows(
  block: BlockOf<'properties'>,
  table: IndicatorTable,
  onto: readonly number[],
): PlacedRow[] {
  const values = new Map(table.properties.map(({ name, value }) => [name, value]));
  const perRow = Math.max(1, block.perRow);
  // A single label keeps the width it would have beside another.
  const weights = perRow === 1 ? [LABEL_WEIGHT, 2 * VALUE_WEIGHT + LABEL_WEIGHT] : pairs(perRow);
  const edges = snapEdges(edgesOf(weights, 0, FULL), onto);
  return chunks(block.names, perRow).map((names): PlacedRow => {
    const cells = names.flatMap(({ name, label, span }, index): PlacedCell[] => {
      const last = index === names.length - 1;
      const [from, middle, to] = [edges[2 * index], edges[2 * index + 1], last ? FULL : edges[2 * index + 2]];
      const value = values.get(name) ?? '';
      return [
        { from: from ?? 0, to: middle ?? FULL, cell: textCell(label, { emphasis: true }, span) },
        { from: middle ?? FULL, to: to ?? FULL, cell: textCell(value, { align: 'center' }, table.span) },
      ];
    });
    return { header: false, cells };
  });
}

/** 年度总体目标: what was planned and what was reached, side by side. */
export function goalRows(
  block: BlockOf<'goals'>,
  table: IndicatorTable,
  from: number,
  onto: readonly number[],
): PlacedRow[] {
  const [left = from, middle = FULL] = snapEdges(edgesOf([1, 1], from, FULL), onto);
  const row = (first: PlacedCell['cell'], second: PlacedCell['cell']): PlacedRow => ({
    header: false,
    cells: [
      { from: left, to: middle, cell: first },
      { from: middle, to: FULL, cell: second },
    ],
  });
  const goals = table.goals.map(({ planned, reached = '', span }) =>
    row(textCell(planned, { align: 'left' }, span), textCell(reached, { align: 'left' }, span)),
  );
  const labels = row(
    textCell(block.plannedLabel, { emphasis: true }),
    textCell(block.reachedLabel, { emphasis: true }),
  );
  return [labels, ...(goals.length > 0 ? goals : [row(textCell(''), textCell(''))])];
}

/** 填表人： 联系电话： …: a line below the rules of the table. */
export function signatureRow(block: BlockOf<'signatures'>): PlacedRow {
  const edges = edgesOf(
    block.labels.map(() => 1),
    0,
    FULL,
  );
  const cells = block.labels.map((label, index): PlacedCell => {
    const text = /[：:]$/.test(label) ? label : `${label}：`;
    const cell = textCell(text, { align: 'left', rules: 'none' });
    return { from: edges[index] ?? 0, to: edges[index + 1] ?? FULL, cell };
  });
  return { header: false, cells };
}

function pairs(count: number): number[] {
  return Array.from({ length: count }, () => [LABEL_WEIGHT, VALUE_WEIGHT]).flat();
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let index = 0; index < list.length; index += size) result.push(list.slice(index, index + size));
  return result;
}
