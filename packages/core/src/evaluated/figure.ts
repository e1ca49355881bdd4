import type { Quantity } from '../quantity/quantity.js';
import type { Unit } from '../quantity/unit.js';
import type { Span } from '../source/span.js';

/**
 * How a cell came by its value.
 * stated: written in the source (a literal or a formula) · computed: from the parts ·
 * blank: written as —, nothing is known · missing: nothing written and nothing to compute from ·
 * invalid: a finding says why there is no value.
 */
export type CellState = 'stated' | 'computed' | 'blank' | 'missing' | 'invalid';

/** One value of a figure: the figure itself, or its cell in one column. */
export interface Cell {
  readonly state: CellState;
  /** Present when the state is stated or computed. */
  readonly quantity?: Quantity;
  /** The cell's formula as it is written, when it is more than a literal. */
  readonly formula?: string;
  /** The token of the value; for a computed one the figure's name. */
  readonly span: Span;
}

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly unit?: Unit;
  /** True when the column is a formula over other columns. */
  readonly computed: boolean;
  readonly span: Span;
}

/** parts: `{ … }` directly below a figure · partition: `按 NAME { … }`, complete · including: `其中 { … }`, partial. */
export type GroupKind = 'parts' | 'partition' | 'including';

/** A set of parts of one figure. */
export interface Group {
  readonly kind: GroupKind;
  readonly name?: string;
  readonly label?: string;
  readonly members: readonly Figure[];
  readonly span: Span;
}

/** A named figure: budget line, headcount, or any other number, with its parts. */
export interface Figure {
  /** Names from the outermost declaration to this figure, partitions included; unique in its file. */
  readonly path: readonly string[];
  readonly name: string;
  /** What stands on paper: the quoted label, else the name. */
  readonly label: string;
  /** The unit in which the figure is printed. */
  readonly unit?: Unit;
  /** One cell; or one a column where the table has columns. */
  readonly cells: readonly Cell[];
  readonly groups: readonly Group[];
  readonly span: Span;
  readonly nameSpan: Span;
}

export type FigureTableKind = 'budget' | 'staff' | 'figures';

/** A declaration of figures: `预算`, `人员` or `数据`. */
export interface FigureTable {
  readonly kind: FigureTableKind;
  /** Empty where the table has only one, unnamed column. */
  readonly columns: readonly Column[];
  /** The unit written once for the whole table. */
  readonly unit?: Unit;
  readonly root: Figure;
  readonly span: Span;
}
