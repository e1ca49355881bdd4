import type { TableCell, TableColumn, TableRow } from './document.js';

/** Positions across a table, from 0 at the left edge to FULL at the right one. */
export const FULL = 10_000;

/** Edges that lie nearer than this become one. */
const SNAP = 150;

/** A cell that knows where it stands instead of how many columns it takes. */
export interface PlacedCell {
  readonly from: number;
  readonly to: number;
  readonly cell: TableCell;
}

export interface PlacedRow {
  readonly header: boolean;
  /** Stays on the page of the row below. */
  readonly keepNext?: boolean;
  readonly cells: readonly PlacedCell[];
}

/** The edges of columns of the given weights between two positions, both included. */
export function edgesOf(weights: readonly number[], from: number, to: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const inner = weights.slice(0, -1).map((weight) => {
    sum += weight;
    return Math.round(from + ((to - from) * sum) / total);
  });
  return [from, ...inner, to];
}

/**
 * Moves edges onto nearby ones of another block, so that rules run through; their order stays, and
 * no column becomes narrower than its least width.
 */
export function snapEdges(edges: readonly number[], onto: readonly number[], least: readonly number[] = []): number[] {
  const snapped: number[] = [];
  for (const [index, edge] of edges.entries()) {
    const last = snapped[index - 1] ?? -1;
    const lowest = Math.min(last + Math.max(1, least[index - 1] ?? 0), edge);
    const highest = Math.max((edges[index + 1] ?? FULL) - (least[index] ?? 0), edge);
    const near = onto.filter(
      (candidate) =>
        candidate > last && candidate >= lowest && candidate <= highest && Math.abs(candidate - edge) <= SNAP,
    );
    near.sort((a, b) => Math.abs(a - edge) - Math.abs(b - edge));
    snapped.push(near[0] ?? Math.max(edge, last + 1));
  }
  return snapped;
}

/** One grid for all rows: every edge of a cell is an edge of a column. */
export function gridTable(rows: readonly PlacedRow[]): { columns: TableColumn[]; rows: TableRow[] } {
  const edges = [...new Set(rows.flatMap(({ cells }) => cells.flatMap(({ from, to }) => [from, to])))];
  edges.sort((a, b) => a - b);
  const indexes = new Map(edges.map((edge, index) => [edge, index]));
  const columns = edges.slice(1).map((edge, index): TableColumn => ({ weight: edge - (edges[index] ?? 0) }));
  const place = ({ from, to, cell }: PlacedCell): TableCell => ({
    ...cell,
    colSpan: (indexes.get(to) ?? 0) - (indexes.get(from) ?? 0),
  });
  return { columns, rows: rows.map((row) => ({ ...row, cells: row.cells.map(place) })) };
}
