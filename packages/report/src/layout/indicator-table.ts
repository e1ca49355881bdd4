import type { ChosenColumn, Indicator, IndicatorTable, Span } from '@jixiao/core';
import { BLANK, figureCell, headerCell, textCell } from './cells.js';
import { fitColumns } from './column-widths.js';
import type { Orientation, TableCell, TableRow } from './document.js';
import type { TableBody } from './figure-table.js';
import {
  type AmountKind,
  amountText,
  chosenColumns,
  deductionText,
  defaultColumns,
  type IndicatorColumn,
  isWords,
  pointsText,
  targetText,
  wordsText,
} from './indicator-columns.js';

/** A table of indicators without a form: the chosen or usual columns and the total. */
export function layoutIndicators(
  table: IndicatorTable,
  chosen: readonly ChosenColumn[],
  orientation: Orientation,
): TableBody {
  const columns = chosen.length > 0 ? chosenColumns(chosen) : defaultColumns();
  const total = totalRow(table, columns, '总分');
  const rows = [headerRow(columns), ...indicatorRows(table.indicators, columns), ...(total ? [total] : [])];
  return { ...fitColumns(rows, columns.length, orientation), rows };
}

export function headerRow(columns: readonly IndicatorColumn[]): TableRow {
  return { header: true, cells: columns.map(({ label, span }) => headerCell(label, {}, span)) };
}

/** An indicator without parts and the groups above it, outermost first, each with its first row. */
interface Chain {
  readonly nodes: readonly Indicator[];
  readonly row: number;
}

/** One row an indicator; the groups it belongs to reach over the rows of all their indicators. */
export function indicatorRows(indicators: readonly Indicator[], columns: readonly IndicatorColumn[]): TableRow[] {
  const rows: TableRow[] = [];
  const starts = new Map<Indicator, number>();
  const visit = (indicator: Indicator, above: readonly Indicator[]): void => {
    starts.set(indicator, rows.length);
    const nodes = [...above, indicator];
    if (indicator.parts.length === 0) {
      const chain = { nodes, row: rows.length };
      rows.push({ header: false, cells: leafCells(chain, columns, starts) });
    }
    for (const part of indicator.parts) visit(part, nodes);
  };
  for (const indicator of indicators) visit(indicator, []);
  return rows;
}

/**
 * The total: its label stands before the first of points, scores and deductions, the grade after
 * the last. Undefined where the columns show none of them.
 */
export function totalRow(
  table: IndicatorTable,
  columns: readonly IndicatorColumn[],
  label: string,
): TableRow | undefined {
  const sums = columns.map(({ attribute }) => sumOf(table, attribute.kind));
  const first = sums.findIndex((sum) => sum !== undefined);
  if (first < 0) return undefined;
  const cells: TableCell[] = first > 0 ? [textCell(label, { colSpan: first, emphasis: true })] : [];
  for (let index = first; index < columns.length; ) {
    const sum = sums[index];
    const next = sum ? index + 1 : endOfGap(sums, index);
    const words = next === columns.length ? gradeText(table) : '';
    if (sum) cells.push(figureCell(sum.text, { path: [table.name, sum.name], span: sum.span }, { emphasis: true }));
    else cells.push(textCell(words, { colSpan: next - index, emphasis: true }));
    index = next;
  }
  return { header: false, cells };
}

function endOfGap(sums: readonly unknown[], from: number): number {
  const next = sums.findIndex((sum, index) => index > from && sum !== undefined);
  return next < 0 ? sums.length : next;
}

/** What a column shows for the whole table, and how a path names it. */
function sumOf(table: IndicatorTable, kind: IndicatorColumn['attribute']['kind']) {
  const score = table.statedTotal?.quantity ?? table.total;
  const { points, span } = table;
  switch (kind) {
    case 'points':
      return { name: PATH_NAMES.points, text: points && pointsText(points), span };
    case 'score':
      return { name: PATH_NAMES.score, text: score && pointsText(score), span: table.statedTotal?.span ?? span };
    case 'deduction':
      return { name: PATH_NAMES.deduction, text: deductionText(points, score), span };
    default:
      return undefined;
  }
}

function gradeText(table: IndicatorTable): string {
  const grade = table.statedGrade?.text ?? table.grade;
  return grade === undefined ? '' : `评价等级：${grade}`;
}

function leafCells(
  chain: Chain,
  columns: readonly IndicatorColumn[],
  starts: ReadonlyMap<Indicator, number>,
): TableCell[] {
  const leaf = chain.nodes[chain.nodes.length - 1];
  if (!leaf) return [];
  return columns.flatMap((column, index): TableCell[] => {
    const { attribute, align } = column;
    if (attribute.kind === 'level') return levelCell(chain, attribute.level, index, columns, starts);
    const { kind } = attribute;
    if (kind === 'unknown') return [textCell('')];
    if (kind === 'target')
      return [textCell(leaf.target ? targetText(leaf.target) : BLANK, { align }, leaf.target?.span)];
    if (isWords(kind)) return [textCell(wordsText(leaf, kind), { align }, leaf.span)];
    return [indicatorCell(leaf, kind, align)];
  });
}

/** A figure of an indicator. */
export function indicatorCell(indicator: Indicator, kind: AmountKind, align: TableCell['align'] = 'center'): TableCell {
  const path = [...indicator.path, PATH_NAMES[kind]];
  return figureCell(amountText(indicator, kind), { path, span: sourceOf(indicator, kind) }, { align });
}

/** How a path names the figures of an indicator. */
const PATH_NAMES: Record<AmountKind, string> = {
  points: '分值',
  score: '得分',
  deduction: '扣分',
  actual: '实际',
  attainment: '完成率',
};

function sourceOf(leaf: Indicator, kind: AmountKind): Span {
  if (kind === 'actual' || kind === 'attainment') return (leaf.actual ?? leaf.rate)?.span ?? leaf.span;
  return (kind === 'points' ? leaf.pointsSpan : leaf.score?.span) ?? leaf.span;
}

/**
 * The cell of a group is written in its first row only. An indicator that stands higher than the
 * third level takes the columns of the levels it does not have; one that lies deeper is named with
 * the groups that have no column.
 */
function levelCell(
  chain: Chain,
  level: number,
  index: number,
  columns: readonly IndicatorColumn[],
  starts: ReadonlyMap<Indicator, number>,
): TableCell[] {
  const depth = chain.nodes.length;
  const align = columns[index]?.align ?? 'center';
  const following = levelColumnsAfter(columns, index);
  if (level >= depth || following === 0) {
    const before = columns[index - 1]?.attribute;
    if (level > depth && before?.kind === 'level' && before.level >= depth) return [];
    const nodes = chain.nodes.slice(Math.min(level, depth) - 1);
    const text = nodes.map(({ label }) => label).join('／');
    return [textCell(text, { align, colSpan: following + 1 }, nodes[nodes.length - 1]?.nameSpan)];
  }
  const group = chain.nodes[level - 1];
  if (!group || starts.get(group) !== chain.row) return [];
  return [groupCell(group, align === 'left' ? 'center' : align)];
}

function groupCell(group: Indicator, align: TableCell['align']): TableCell {
  const cell = textCell(group.label, { align, rowSpan: leafCount(group) }, group.nameSpan);
  if (group.level !== 1 || !group.points) return cell;
  const points = {
    kind: 'value',
    text: pointsText(group.points),
    path: [...group.path, PATH_NAMES.points],
    span: group.span,
  } as const;
  return { ...cell, runs: [...cell.runs, { kind: 'text', text: '\n（' }, points, { kind: 'text', text: '分）' }] };
}

function leafCount(indicator: Indicator): number {
  return indicator.parts.length === 0 ? 1 : indicator.parts.reduce((sum, part) => sum + leafCount(part), 0);
}

/** How many columns of levels follow directly. */
function levelColumnsAfter(columns: readonly IndicatorColumn[], index: number): number {
  let count = 0;
  while (columns[index + count + 1]?.attribute.kind === 'level') count += 1;
  return count;
}
