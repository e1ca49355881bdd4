import type { ChartBlock, ChartPoint } from './document.js';

/** What stands at a point: its unit as well, unless it stands at the axis. */
export function pointLabel(point: ChartPoint, chart: Pick<ChartBlock, 'type' | 'unit'>): string {
  return chart.type === 'pie' || chart.unit === undefined ? point.label : point.decimal;
}
