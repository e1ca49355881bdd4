import {
  type ChartItem,
  type ChartType,
  decimalText,
  type ImageItem,
  inUnit,
  type Quantity,
  quantityText,
  sameDimension,
  type TableItem,
  type Unit,
} from '@jixiao/core';
import type { LayoutContext } from './context.js';
import type {
  Block,
  ChartBlock,
  ChartPoint,
  GapBlock,
  ImageBlock,
  Orientation,
  TableBlock,
  TableRow,
} from './document.js';
import { layoutFigures, type TableBody } from './figure-table.js';
import { layoutForm } from './form-table.js';
import { layoutIndicators } from './indicator-table.js';
import { gapText } from './mentions.js';

/** A table item: one table, the pieces of a form, or a gap where its subject does not exist. */
export function layoutTable(
  item: TableItem,
  parent: string,
  orientation: Orientation,
  context: LayoutContext,
): Block[] {
  const { subject, span } = item;
  if (subject.kind === 'unknown') {
    return [{ kind: 'gap', key: context.keys.next(parent, 'table'), text: gapText(subject.text), span }];
  }
  const caption = context.mentions.captionOf(item);
  return bodiesOf(item, subject, orientation).map(
    (body, index, { length }): TableBlock => ({
      kind: 'table',
      key: context.keys.next(parent, 'table'),
      span,
      ...(caption && index === 0 && { caption }),
      joined: index > 0,
      ...(index < length - 1 && { keepNext: true }),
      ...body,
      rows: keepLastRows(body.rows),
    }),
  );
}

/** The last row, often a total, never stands alone on a page; nor does a line for signatures. */
function keepLastRows(rows: readonly TableRow[]): TableRow[] {
  const unruled = rows.filter(({ cells }) => cells.every(({ rules }) => rules === 'none')).length;
  const from = rows.length - 2 - unruled;
  return rows.map((row, index) => (index >= from && index < rows.length - 1 ? { ...row, keepNext: true } : row));
}

function bodiesOf(
  item: TableItem,
  subject: Exclude<TableItem['subject'], { kind: 'unknown' }>,
  orientation: Orientation,
): TableBody[] {
  if (subject.kind === 'figures') return [layoutFigures(subject, item.columns, orientation)];
  if (item.form) return layoutForm(item.form, subject.table, orientation);
  return [layoutIndicators(subject.table, item.columns, orientation)];
}

/** A chart; a gap where there is nothing to draw. */
export function layoutChart(item: ChartItem, parent: string, context: LayoutContext): ChartBlock | GapBlock {
  const key = context.keys.next(parent, 'chart');
  const caption = context.mentions.captionOf(item);
  const unit = sharedUnit(item);
  const { categories, span } = item;
  const series = item.series.map(({ name, values }) => ({
    name,
    points: categories.map((_, index) => pointOf(values[index], unit)),
  }));
  if (!series.some(({ points }) => points.some((point) => point !== undefined))) {
    return { kind: 'gap', key, text: gapText(caption?.text ?? '图'), span };
  }
  return {
    kind: 'chart',
    key,
    span,
    type: drawableType(item),
    ...(caption && { caption }),
    categories,
    series,
    ...(unit && unit.symbol !== '' && { unit: unit.symbol }),
  };
}

function pointOf(value: Quantity | undefined, unit: Unit | undefined): ChartPoint | undefined {
  if (!value) return undefined;
  const printed = unit ?? value.unit;
  const amount = inUnit(value.amount, value.unit, printed);
  return { decimal: decimalText(amount), label: quantityText(value, { unit: printed }) };
}

/** A pie cannot show what is less than nothing, nor more than one series. */
function drawableType({ type, series }: ChartItem): ChartType {
  if (type !== 'pie') return type;
  const negative = series.some(({ values }) => values.some((value) => value !== undefined && value.amount.s < 0n));
  return negative || series.length > 1 ? 'bar' : 'pie';
}

/** The unit of the first value, if all others convert to it. */
function sharedUnit(item: ChartItem): Unit | undefined {
  const units = item.series.flatMap(({ values }) => values.flatMap((value) => (value ? [value.unit] : [])));
  const [first] = units;
  return first && units.every((unit) => sameDimension(unit, first)) ? first : undefined;
}

export function layoutImage(item: ImageItem, parent: string, context: LayoutContext): ImageBlock {
  const caption = context.mentions.captionOf(item);
  const { path, width, span } = item;
  return {
    kind: 'image',
    key: context.keys.next(parent, 'image'),
    path,
    ...(width !== undefined && { width }),
    ...(caption && { caption }),
    span,
  };
}
