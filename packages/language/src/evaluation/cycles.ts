import { catalogue, type Finding } from '@jixiao/core';
import type { FigureDefinition } from './definitions.js';

/** A cell that is being evaluated. */
export interface Pending {
  readonly figure: FigureDefinition;
  readonly column: number;
}

/** Cells under way, each of which rests on the next. */
export class Chain {
  private readonly cells: Pending[] = [];
  private readonly columns = new Map<FigureDefinition, number[]>();

  get length(): number {
    return this.cells.length;
  }

  has({ figure, column }: Pending): boolean {
    return this.columns.get(figure)?.includes(column) ?? false;
  }

  push(cell: Pending): void {
    this.cells.push(cell);
    const columns = this.columns.get(cell.figure);
    if (columns) columns.push(cell.column);
    else this.columns.set(cell.figure, [cell.column]);
  }

  /** Takes the cells from a place on away. */
  cut(from: number): void {
    while (this.cells.length > from) {
      const { figure } = this.cells.pop() as Pending;
      const columns = this.columns.get(figure);
      columns?.pop();
      if (columns?.length === 0) this.columns.delete(figure);
    }
  }

  /** The cells from a place on. */
  from(start: number): readonly Pending[] {
    return this.cells.slice(start);
  }

  /** The cells from the given one on; all if it is not among them. */
  since({ figure, column }: Pending): readonly Pending[] {
    return this.from(
      Math.max(
        0,
        this.cells.findIndex((cell) => cell.figure === figure && cell.column === column),
      ),
    );
  }
}

/** So many figures of a circle are named, and so many shown beside each; nobody reads on after that. */
const MOST_NAMED = 12;
const MOST_SHOWN = 10;

/** One finding for each figure on a circle of references, related to the others. */
export function cycleFindings(circle: readonly FigureDefinition[]): Finding[] {
  const figures = [...new Set(circle)];
  const count = figures.length;
  const at = (index: number) => figures[index % count] as FigureDefinition;
  return figures.map((figure, index) => {
    const names = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, step) => at(index + from + step).name);
    const all = count <= MOST_NAMED;
    const path = all
      ? names(0, count + 1)
      : [...names(0, MOST_NAMED / 2), '…', ...names(count - MOST_NAMED / 2, count + 1)];
    return catalogue.values.cycle.at(
      figure.nameSpan,
      { path, ...(!all && { count }) },
      Array.from({ length: Math.min(count - 1, MOST_SHOWN) }, (_, step) => at(index + 1 + step)).map((other) => ({
        at: other.nameSpan,
        message: { zh: `“${other.name}”也在循环中`, en: `“${other.name}” is part of the circle` },
      })),
    );
  });
}
