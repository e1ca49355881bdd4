import { decimalPlaces, formatQuantity, type Quantity, quantityText } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import type { Context } from '../../evaluation/context.js';
import { isValue } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import { shortestPath } from '../navigation/path-writing.js';
import { writtenPath, writtenSegment } from '../written-name.js';

/** A figure, or one of its columns. */
export interface FigureColumn {
  readonly symbol: PerfSymbol;
  readonly column: string | undefined;
}

/**
 * An interpolation that prints a figure; with a text given, exactly as that text, by a format where
 * one is needed. Undefined where no path leads to the figure or no format prints the text.
 */
export function mentionPrinting(
  figure: FigureColumn,
  text: string | undefined,
  context: Context,
  analysis: Analysis,
): string | undefined {
  const path = pathTo(figure, context, analysis);
  const format = text === undefined ? '' : formatPrinting(quantityOf(figure, analysis), text);
  if (path === undefined || format === undefined) return undefined;
  return `#{${path}${format === '' ? '' : `: ${format}`}}`;
}

/** How a figure, or one of its columns, is written at a place. */
export function pathTo({ symbol, column }: FigureColumn, context: Context, analysis: Analysis): string | undefined {
  const path = shortestPath(symbol, context, analysis, { wanted: isValue });
  if (!path) return undefined;
  return column === undefined ? writtenPath(path) : `${writtenPath(path)}.${writtenSegment(column)}`;
}

function quantityOf({ symbol, column }: FigureColumn, analysis: Analysis): Quantity | undefined {
  if (symbol.kind !== 'figure') return undefined;
  const { columns } = symbol.figure.table;
  const index = column === undefined ? 0 : columns.findIndex(({ name }) => name === column);
  if (index < 0 || (column === undefined && columns.length > 1)) return undefined;
  return analysis.evaluation.cell(symbol.figure, index).quantity;
}

/** The format in which a quantity prints as a text; '' where it needs none. */
export function formatPrinting(quantity: Quantity | undefined, text: string): string | undefined {
  if (!quantity) return undefined;
  if (quantityText(quantity) === text) return '';
  const match = /^([0-9][0-9,]*(?:\.[0-9]+)?)(.*)$/.exec(text);
  if (!match) return undefined;
  const [, digits = '', unit = ''] = match;
  const places = decimalPlaces(digits);
  const pattern = `${digits.includes(',') ? '#,##0' : '0'}${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  const formats = unit === '' ? ['无单位', `无单位 ${pattern}`] : [unit, pattern, `${unit} ${pattern}`];
  return formats.find((format) => {
    const printed = formatQuantity(quantity, format);
    return printed.ok && printed.text === text;
  });
}
