import type { ChartType, Span } from '@jixiao/core';

/**
 * The document tree: what stands on paper, in order, with every number generated and every figure
 * turned into text, but without fonts, borders or file formats. Painters need nothing else.
 */
export interface DocumentTree {
  readonly properties: DocumentProperties;
  readonly sections: readonly PageSection[];
}

export interface DocumentProperties {
  readonly title: string;
  /** Full name of the public body. */
  readonly unit?: string;
  readonly year?: number;
  /** The day of the signature as 2025-06-05; a whole month counts as its first day. */
  readonly date?: string;
}

export type Orientation = 'portrait' | 'landscape';

/** A run of pages of one orientation; each begins on a new page. */
export interface PageSection {
  readonly key: string;
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
}

/** A piece of a line. `span` is the place in the source that made it; generated words have none. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly emphasis?: boolean; readonly span?: Span }
  /** A figure or another interpolated value; `path` names the figure it stands for. */
  | {
      readonly kind: 'value';
      readonly text: string;
      readonly emphasis?: boolean;
      readonly path?: readonly string[];
      readonly span?: Span;
    }
  /** Footnotes are numbered through the whole document, from 1. */
  | { readonly kind: 'footnote'; readonly number: number; readonly text: string; readonly span: Span }
  /** A mention: 表1. `target` is the id of the caption, absent if nothing has that name. */
  | { readonly kind: 'reference'; readonly text: string; readonly target?: string; readonly span: Span };

interface BlockBase {
  /** Unique in the document, and unchanged by edits elsewhere in it. */
  readonly key: string;
  readonly span?: Span;
  /** Stays on the page of the block that follows. */
  readonly keepNext?: boolean;
}

/** The report's title or an annex's. */
export interface TitleBlock extends BlockBase {
  readonly kind: 'title';
  readonly text: string;
  /** The text, broken into lines of like length where one does not hold it. */
  readonly lines: readonly string[];
  /** Bookmark of an annex's title; the report's own has none. */
  readonly id?: string;
  /** Below an annex label the title stands on the third line of the type area. */
  readonly belowLabel: boolean;
}

/** 附件2, flush left on the first line of a page. */
export interface AnnexLabelBlock extends BlockBase {
  readonly kind: 'annexLabel';
  readonly text: string;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  /** 1–9. */
  readonly level: number;
  /** The generated number with its punctuation: 一、 （一） 1. （1） ① */
  readonly number: string;
  readonly text: string;
  /** Bookmark of the heading. */
  readonly id: string;
  /** Headings of one scope count on; every annex is a scope of its own, the text is scope 0. */
  readonly scope: number;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly runs: readonly Inline[];
}

/** A counted item of a list: 1. （1） ① by the depth of the heading above. */
export interface NumberedBlock extends BlockBase {
  readonly kind: 'numbered';
  readonly level: number;
  readonly number: string;
  /** The first of its list; the items that follow count on. */
  readonly beginsList: boolean;
  readonly runs: readonly Inline[];
}

export interface BulletBlock extends BlockBase {
  readonly kind: 'bullet';
  readonly runs: readonly Inline[];
}

/** 表1 and its words. */
export interface Caption {
  /** 表 or 图; the number follows it. */
  readonly kind: '表' | '图';
  readonly number: number;
  readonly text: string;
  /** Bookmark and anchor of the number. */
  readonly id: string;
}

export type Alignment = 'left' | 'center' | 'right';

/** Rules around a cell; two cells open towards each other look like one. */
export type CellRules = 'all' | 'none' | 'openBelow' | 'openAbove';

export interface TableColumn {
  /** Share of the table's width; the shares of a table have no fixed sum. */
  readonly weight: number;
}

export interface TableCell {
  readonly runs: readonly Inline[];
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly align: Alignment;
  readonly header: boolean;
  readonly emphasis: boolean;
  /** Depth of a part below its total, in steps of one character. */
  readonly indent: number;
  readonly rules: CellRules;
}

export interface TableRow {
  /** Repeated at the top of every page. */
  readonly header: boolean;
  /** Stays on the page of the row below. */
  readonly keepNext?: boolean;
  /** Cells that start in this row; those that reach down from above are not repeated. */
  readonly cells: readonly TableCell[];
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly caption?: Caption;
  /** 单位：万元, at the upper right. */
  readonly unitLine?: string;
  /** Small type where the columns would not fit otherwise. */
  readonly small: boolean;
  /** Continues the table above without a gap: the parts of one form. */
  readonly joined: boolean;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** A point of a chart: the exact decimal text, bare and as printed with its unit. */
export interface ChartPoint {
  readonly decimal: string;
  readonly label: string;
}

export interface ChartBlock extends BlockBase {
  readonly kind: 'chart';
  readonly type: ChartType;
  readonly caption?: Caption;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly points: readonly (ChartPoint | undefined)[] }[];
  /** Unit of the values, if all share one. */
  readonly unit?: string;
}

export interface ImageBlock extends BlockBase {
  readonly kind: 'image';
  readonly path: string;
  /** The wished width in millimetres on paper. */
  readonly width?: number;
  /** Millimetres on paper, where it is known how large the picture itself is. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly caption?: Caption;
}

export interface PageBreakBlock extends BlockBase {
  readonly kind: 'pageBreak';
}

/** 附件：1.×× below the text, before the signature. */
export interface AnnexListBlock extends BlockBase {
  readonly kind: 'annexList';
  /** A single annex has no number. */
  readonly entries: readonly { readonly number?: number; readonly title: string; readonly span: Span }[];
}

/** One line of the signature; `right` is its distance from the right edge in characters. */
export interface SignatureLine {
  readonly text: string;
  readonly right: number;
}

export interface SignatureBlock extends BlockBase {
  readonly kind: 'signature';
  readonly lines: readonly SignatureLine[];
  /** Blank lines between the text and the signature. */
  readonly linesBefore: number;
}

export interface ContentsEntry {
  readonly level: number;
  readonly number: string;
  readonly text: string;
  /** Bookmark of the heading, and key of its block. */
  readonly target: string;
  readonly block: string;
  /** Where the heading comes to stand, as far as it can be told without a word processor. */
  readonly page: number;
}

export interface ContentsBlock extends BlockBase {
  readonly kind: 'contents';
  readonly entries: readonly ContentsEntry[];
}

/** A place on paper for something that the source names and that does not exist. */
export interface GapBlock extends BlockBase {
  readonly kind: 'gap';
  readonly text: string;
}

export type Block =
  | TitleBlock
  | AnnexLabelBlock
  | HeadingBlock
  | ParagraphBlock
  | NumberedBlock
  | BulletBlock
  | TableBlock
  | ChartBlock
  | ImageBlock
  | PageBreakBlock
  | AnnexListBlock
  | SignatureBlock
  | ContentsBlock
  | GapBlock;
