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
  Caption,
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
import { printedSize } from './picture-size.js';
import type { Scope } from './scope.js';

/** A table item: one table, the pieces of a form, or a gap where its subject does not exist. */
export function layoutTable(
  item: TableItem,
  scope: Scope,
  orientation: Orientation,
  context: LayoutContext,
): readonly Block[] {
  const { subject, columns, form, span } = item;
  const taken = scope.taken('table');
  const first = scope.nth('table', taken + 1);
  const blocks =
    subject.kind === 'unknown'
      ? scope.recallBlocks(`gap ${first}`, [subject, span], (): Block[] => [
          { kind: 'gap', key: first, text: gapText(subject.text), span },
        ])
      : tableBlocks(
          // A table that moves within its section, or that is numbered anew, is the same table.
          scope.recall(`bodies ${first}`, [subject, columns, form, orientation], () =>
            bodiesOf(item, subject, orientation).map((body) => ({ ...body, rows: keepLastRows(body.rows) })),
          ),
          item,
          taken,
          scope,
          context,
        );
  scope.take('table', blocks.length);
  return blocks;
}

function tableBlocks(
  bodies: readonly TableBody[],
  item: TableItem,
  taken: number,
  scope: Scope,
  context: LayoutContext,
): readonly Block[] {
  const { span } = item;
  const caption = context.mentions.captionOf(item);
  return scope.recallBlocks(`table ${taken + 1}`, [bodies, caption, span, taken], () =>
    bodies.map(
      (body, index): TableBlock => ({
        kind: 'table',
        key: scope.nth('table', taken + 1 + index),
        span,
        ...(caption && index === 0 && { caption }),
        joined: index > 0,
        ...(index < bodies.length - 1 && { keepNext: true }),
        ...body,
      }),
    ),
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
export function layoutChart(item: ChartItem, scope: Scope, context: LayoutContext): ChartBlock | GapBlock {
  const key = scope.next('chart');
  const caption = context.mentions.captionOf(item);
  return scope.recallBlocks(`chart ${key}`, [item, caption], () => chartBlock(item, key, caption));
}

function chartBlock(item: ChartItem, key: string, caption: Caption | undefined): ChartBlock | GapBlock {
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

/** A pie cannot show what is less than nothing, nothing at all, or more than one series. */
function drawableType({ type, series }: ChartItem): ChartType {
  if (type !== 'pie') return type;
  const amounts = series.flatMap(({ values }) => values.flatMap((value) => (value ? [value.amount] : [])));
  const drawable = amounts.every(({ s }) => s >= 0n) && amounts.some(({ n }) => n !== 0n);
  return drawable && series.length === 1 ? 'pie' : 'bar';
}

/** The unit of the first value, if all others convert to it. */
function sharedUnit(item: ChartItem): Unit | undefined {
  const units = item.series.flatMap(({ values }) => values.flatMap((value) => (value ? [value.unit] : [])));
  const [first] = units;
  return first && units.every((unit) => sameDimension(unit, first)) ? first : undefined;
}

export function layoutImage(
  item: ImageItem,
  scope: Scope,
  orientation: Orientation,
  context: LayoutContext,
): ImageBlock {
  const key = scope.next('image');
  const caption = context.mentions.captionOf(item);
  const natural = context.pictures.get(item.path);
  return scope.recallBlocks(`image ${key}`, [item, caption, natural, orientation], () => {
    const { path, width, span } = item;
    return {
      kind: 'image',
      key,
      path,
      ...(width !== undefined && { width }),
      ...(natural && { size: printedSize(natural, width, orientation) }),
      ...(caption && { caption }),
      span,
    };
  });
}
