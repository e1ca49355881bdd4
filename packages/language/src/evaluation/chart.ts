import {
  type ChartItem,
  type ChartType,
  catalogue,
  type Quantity,
  quantityText,
  type Span,
  sameDimension,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { canonicalKeyword } from '../grammar/keywords.js';
import { spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import { resolveSymbol } from './path.js';
import { readColumns } from './table.js';

const TYPES: Readonly<Record<string, ChartType>> = { 饼图: 'pie', 柱图: 'bar', 折线图: 'line' };

/** `图 …`: the parts of a figure along the axis, a series for each column. */
export function evaluateChart(item: ast.ChartItem, context: Context): ChartItem {
  const span = spanOf(item, context.anchor);
  const type = TYPES[canonicalKeyword(item.type ?? '')] ?? 'bar';
  const base = { kind: 'chart', type, ...(item.caption && { caption: item.caption.value }), span } as const;
  const symbol = resolveSymbol(item.subject, ['figure', 'group'], context);
  if (!symbol) return { ...base, categories: [], series: [] };
  const group = symbol.kind === 'group' ? symbol.group : symbol.figure.groups.find(({ members }) => members.length > 0);
  const owner = symbol.kind === 'group' ? symbol.group.owner : symbol.figure;
  const members = group?.members ?? [];
  if (members.length === 0) {
    context.report(catalogue.values.noParts.at(spanOf(item.subject, context.anchor), { name: owner.name }));
  }
  const { columns } = owner.table;
  const subject = {
    figure: owner.path,
    ...(symbol.kind === 'group' && symbol.group.name !== undefined && { group: symbol.group.name }),
    label: (symbol.kind === 'group' ? (symbol.group.label ?? symbol.group.name) : undefined) ?? owner.label,
  };
  const chosen = readColumns(
    item.columns,
    columns.map(({ name }) => name),
    context,
  );
  const shown = columns.filter(({ name }) => chosen.length === 0 || chosen.some((column) => column.name === name));
  const valuesIn = (column: number): (Quantity | undefined)[] =>
    members.map((member) => context.evaluation.cell(member, column).quantity);
  const series =
    columns.length === 0
      ? [{ name: owner.label, values: valuesIn(0) }]
      : shown.map((column) => ({
          name: chosen.find(({ name }) => name === column.name)?.label ?? column.label,
          values: valuesIn(column.index),
        }));
  mustShareUnit(series, spanOf(item.subject, context.anchor), context);
  return { ...base, subject, categories: members.map(({ label }) => label), series };
}

/** One axis measures one thing. */
function mustShareUnit(series: ChartItem['series'], at: Span, context: Context): void {
  const values = series.flatMap((one) => one.values.flatMap((value) => (value ? [value] : [])));
  const [first] = values;
  const unlike = first && values.find(({ unit }) => !sameDimension(unit, first.unit));
  if (!unlike) return;
  const units = { left: quantityText(first), right: quantityText(unlike) };
  const said = { operationZh: '画在一张图里', operationEn: 'drawn in one chart' };
  context.report(catalogue.values.unlike.at(at, { ...units, ...said }));
}
