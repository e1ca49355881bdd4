import type { CalendarDate } from '../chinese/dates.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Span } from '../source/span.js';
import type { Column, Figure, FigureTable } from './figure.js';
import type { IndicatorTable } from './indicator.js';

/** A piece of running text. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly emphasis: boolean; readonly span: Span }
  /** An interpolation: what it prints and the figure, score or fact it stands for, if it is just one. */
  | {
      readonly kind: 'value';
      readonly text: string;
      readonly emphasis: boolean;
      readonly path?: readonly string[];
      readonly quantity?: Quantity;
      readonly span: Span;
    }
  | { readonly kind: 'footnote'; readonly text: string; readonly span: Span }
  /** A mention of a table or chart, printed as its number: 表1, 图2. */
  | { readonly kind: 'reference'; readonly target: string; readonly span: Span };

/** A line of prose: a paragraph, a numbered item (`+ `) or an item (`- `). */
export interface Paragraph {
  readonly kind: 'paragraph' | 'numbered' | 'bullet';
  readonly runs: readonly Run[];
  readonly span: Span;
}

export type ReportItem = Section | Prose | TableItem | ChartItem | ImageItem | Annex | Landscape | PageBreak;

/** `节 "…"`: a heading whose number is generated, and what stands below it. */
export interface Section {
  readonly kind: 'section';
  readonly title: string;
  readonly items: readonly ReportItem[];
  readonly span: Span;
  readonly titleSpan: Span;
}

export interface Prose {
  readonly kind: 'prose';
  readonly paragraphs: readonly Paragraph[];
  readonly span: Span;
}

/** A column of a printed table, as the source chose it. */
export interface ChosenColumn {
  /** Name of a column of the figure table, or of an attribute of an indicator (指标值, 实际值, 分值, 得分 …). */
  readonly name: string;
  /** The heading on paper. */
  readonly label: string;
  readonly span: Span;
}

/** `表 …`: a figure, one of its partitions, or an indicator table. */
export interface TableItem {
  readonly kind: 'table';
  readonly subject: TableSubject;
  readonly caption?: string;
  /** Empty: all columns of the subject. */
  readonly columns: readonly ChosenColumn[];
  /** The form (`表式`) that lays the table out, if one is named. */
  readonly form?: Form;
  readonly span: Span;
}

export type TableSubject =
  /** `group` selects one partition of the figure; `table` gives columns and unit. */
  | { readonly kind: 'figures'; readonly table: FigureTable; readonly figure: Figure; readonly group?: number }
  | { readonly kind: 'indicators'; readonly table: IndicatorTable }
  /** The source names something that does not exist; a finding says so, the paper shows a gap. */
  | { readonly kind: 'unknown'; readonly text: string };

export type ChartType = 'pie' | 'bar' | 'line';

export interface ChartItem {
  readonly kind: 'chart';
  readonly type: ChartType;
  readonly caption?: string;
  /** The labels along the axis or of the slices. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** What it shows: a figure, or the named one of its breakdowns. */
  readonly subject?: { readonly figure: readonly string[]; readonly group?: string; readonly label: string };
  readonly span: Span;
}

export interface ChartSeries {
  readonly name: string;
  /** One a category; undefined for a blank cell. */
  readonly values: readonly (Quantity | undefined)[];
}

export interface ImageItem {
  readonly kind: 'image';
  /** As written: relative to the source file. */
  readonly path: string;
  readonly caption?: string;
  /** Width on paper in millimetres; absent: natural, at most the type area. */
  readonly width?: number;
  readonly span: Span;
  readonly pathSpan: Span;
}

/** `附件 2 "…" { … }`: a new page with label and title, and its own items. */
export interface Annex {
  readonly kind: 'annex';
  readonly number: number;
  readonly numberSpan: Span;
  readonly title: string;
  readonly landscape: boolean;
  readonly items: readonly ReportItem[];
  readonly span: Span;
  readonly titleSpan: Span;
}

/** `横向 { … }`: pages turned on their side. */
export interface Landscape {
  readonly kind: 'landscape';
  readonly items: readonly ReportItem[];
  readonly span: Span;
}

export interface PageBreak {
  readonly kind: 'pagebreak';
  readonly span: Span;
}

/** A public body, `单位`. */
export interface PublicBody {
  readonly name: string;
  /** The full name that signs. */
  readonly label: string;
  readonly shortName?: string;
  readonly properties: ReadonlyMap<string, readonly string[]>;
  readonly span: Span;
}

/**
 * A form (`表式`): how a standard table is laid out. Provincial variants differ only in this data.
 * The blocks are painted in order.
 */
export interface Form {
  readonly name: string;
  readonly label: string;
  readonly blocks: readonly FormBlock[];
  readonly span: Span;
}

export type FormBlock =
  /** Lines of the head: 项目名称, 主管部门 …; `perRow` of them side by side. */
  | { readonly kind: 'properties'; readonly names: readonly ChosenColumn[]; readonly perRow: number }
  | { readonly kind: 'funds'; readonly title: string; readonly columns: readonly ChosenColumn[] }
  | { readonly kind: 'goals'; readonly title: string; readonly plannedLabel: string; readonly reachedLabel: string }
  | { readonly kind: 'indicators'; readonly title: string; readonly columns: readonly ChosenColumn[] }
  | { readonly kind: 'total'; readonly label: string }
  | { readonly kind: 'signatures'; readonly labels: readonly string[] };

/** A whole report, ready to be laid out; it needs nothing else. */
export interface EvaluatedReport {
  readonly title: string;
  readonly unit?: PublicBody;
  readonly year?: number;
  /** 附件4: this report is itself an annex of a package. */
  readonly annexLabel?: string;
  readonly date?: CalendarDate;
  readonly outline?: string;
  readonly tableOfContents: boolean;
  /** The signature block leaves room for a seal. */
  readonly sealed: boolean;
  readonly items: readonly ReportItem[];
  readonly span: Span;
  readonly titleSpan: Span;
}

/** The columns that an item prints: those chosen, else all of the table. */
export function printedColumns(chosen: readonly ChosenColumn[], table: FigureTable): readonly Column[] {
  if (chosen.length === 0) return table.columns;
  return chosen.flatMap((choice) => {
    const column = table.columns.find((candidate) => candidate.name === choice.name);
    return column ? [{ ...column, label: choice.label }] : [];
  });
}
