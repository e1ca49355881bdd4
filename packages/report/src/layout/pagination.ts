import { plainText } from './cells.js';
import { eachCell, roomFor } from './column-widths.js';
import type {
  Block,
  Caption,
  ChartBlock,
  ContentsEntry,
  ImageBlock,
  Inline,
  Orientation,
  PageSection,
  TableBlock,
} from './document.js';
import { CELL_PADDING, CHART_HEIGHT_MM, LINE_PITCH, POINTS_PER_MM, TABLE_LINE, TYPE_SIZE, typeArea } from './paper.js';
import { textWidth } from './text-width.js';

/** What is never divided between pages: a line, a row, a picture. Heights are in points. */
interface Atom {
  readonly height: number;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  /** Height of a table's header, repeated above this row if it begins a page. */
  readonly header?: number;
  readonly breakBefore?: boolean;
}

/** Room below the line on which drawings stand, in points. */
const DESCENT = 4;

/** First-line indent of the text in characters. */
const INDENT = 2;

/** Where a block comes to stand, as far as it can be told without a word processor. */
export interface Extent {
  readonly firstPage: number;
  readonly lastPage: number;
  /** Height of what stands on the last of its pages, in points. */
  readonly onLast: number;
  /** Room below it on that page, in points. */
  readonly left: number;
}

/**
 * Where each block comes to stand. Lines are counted on the grid of the type area: exact for prose,
 * where every Han character has its cell; near for tables, whose lines depend on how words break;
 * pictures that were not at hand are taken to be as high as a chart.
 */
export function estimateExtents(sections: readonly PageSection[]): ReadonlyMap<Block, Extent> {
  const extents = new Map<Block, Writable<Extent>>();
  let page = 0;
  for (const section of sections) {
    page += 1;
    const full = typeArea(section.orientation).lines * LINE_PITCH;
    let left = full;
    const placed = placedAtoms(section);
    let endOfChain = 0;
    for (const [index, { atom, block }] of placed.entries()) {
      const { height, header = 0 } = atom;
      if (index === endOfChain) {
        const chain = chainFrom(placed, index);
        endOfChain = chain.end;
        if (atom.breakBefore || (left < full && chain.height > left + TOLERANCE && chain.height <= full)) {
          page += 1;
          left = full - header;
        }
      }
      if (height > left + TOLERANCE && left < full) {
        page += 1;
        left = full - header;
      }
      left -= height;
      const extent = extents.get(block);
      if (!extent) extents.set(block, { firstPage: page, lastPage: page, onLast: height, left });
      else {
        extent.onLast = extent.lastPage === page ? extent.onLast + height : height;
        extent.lastPage = page;
        extent.left = left;
      }
    }
  }
  return extents;
}

/** The height of a block on an endless page, in points. */
export function blockHeight(block: Block, orientation: Orientation): number {
  return atomsOf(block, orientation).reduce((sum, { height }) => sum + height, 0);
}

/** Sums of heights differ by less than this from what they stand for. */
const TOLERANCE = 0.01;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface PlacedAtom {
  readonly atom: Atom;
  readonly block: Block;
}

function placedAtoms({ blocks, orientation }: PageSection): PlacedAtom[] {
  const placed: PlacedAtom[] = [];
  for (const block of blocks) for (const atom of atomsOf(block, orientation)) placed.push({ atom, block });
  return placed;
}

/** The height of the atoms that stay together from this one on, and the first that does not belong to them. */
function chainFrom(placed: readonly PlacedAtom[], from: number): { readonly height: number; readonly end: number } {
  let height = 0;
  for (let index = from; index < placed.length; index += 1) {
    const { atom, block } = placed[index] as PlacedAtom;
    height += atom.height;
    if (!atom.keepNext && !block.keepNext) return { height, end: index + 1 };
  }
  return { height, end: placed.length };
}

const known: Record<Orientation, WeakMap<Block, readonly Atom[]>> = {
  portrait: new WeakMap(),
  landscape: new WeakMap(),
};

/** Measures a block; once, for it never changes. */
function atomsOf(block: Block, orientation: Orientation): readonly Atom[] {
  let atoms = known[orientation].get(block);
  if (!atoms) {
    atoms = measure(block, orientation);
    known[orientation].set(block, atoms);
  }
  return atoms;
}

function measure(block: Block, orientation: Orientation): Atom[] {
  const { characters } = typeArea(orientation);
  switch (block.kind) {
    case 'title': {
      const height = (block.lines.length + (block.belowLabel ? 2 : 1)) * LINE_PITCH;
      return [{ height, keepNext: true }];
    }
    case 'heading': {
      const lines = wrapped(INDENT + textWidth(block.number + block.text), characters);
      return [{ height: lines * LINE_PITCH, keepNext: true }];
    }
    case 'annexLabel':
      return [{ height: LINE_PITCH, keepNext: true }];
    case 'paragraph':
      return textAtoms('', block.runs, characters);
    case 'numbered':
      return textAtoms(block.number, block.runs, characters);
    case 'bullet':
      return textAtoms('•', block.runs, characters);
    case 'table':
      return tableAtoms(block, orientation);
    case 'chart':
    case 'image':
      return [
        { height: drawingHeight(block), keepNext: block.caption !== undefined },
        ...captionAtoms(block.caption, false),
      ];
    case 'pageBreak':
      return [{ height: 0, breakBefore: true }];
    case 'annexList':
      return [
        { height: LINE_PITCH, keepNext: true },
        ...block.entries.flatMap(({ title }) => textAtoms('附件：1.', [{ kind: 'text', text: title }], characters)),
      ];
    case 'signature':
      return [{ height: (block.linesBefore + block.lines.length) * LINE_PITCH }];
    case 'contents':
      return [{ height: 2 * LINE_PITCH }, ...block.entries.flatMap((entry) => entryAtoms(entry, characters))];
    case 'gap':
      return [{ height: LINE_PITCH }];
  }
}

function wrapped(width: number, room: number): number {
  return Math.max(1, Math.ceil(width / room));
}

/** One atom a line; footnotes take their room with the first. */
function textAtoms(prefix: string, runs: readonly Inline[], characters: number): Atom[] {
  const lines = wrapped(INDENT + textWidth(prefix + plainText(runs)), characters);
  const notes = runs.filter(({ kind }) => kind === 'footnote').length;
  return Array.from({ length: lines }, (_, index) => ({
    height: LINE_PITCH + (index === 0 ? 2 * notes * TYPE_SIZE.footnote : 0),
  }));
}

/** An entry that wraps has its page number on the last of its lines. */
function entryAtoms({ level, number, text, page }: ContentsEntry, characters: number): Atom[] {
  const width = textWidth(`${number}${text} ${page}`);
  return Array.from({ length: wrapped(width, characters - (level - 1)) }, () => ({ height: LINE_PITCH }));
}

/** A drawing stands on a line of text, which has some room below. */
function drawingHeight(block: ChartBlock | ImageBlock): number {
  const height = block.kind === 'image' && block.size ? block.size.height : CHART_HEIGHT_MM;
  return height * POINTS_PER_MM + DESCENT;
}

function captionAtoms(caption: Caption | undefined, keepNext: boolean): Atom[] {
  return caption ? [{ height: LINE_PITCH, keepNext }] : [];
}

function tableAtoms(table: TableBlock, orientation: Orientation): Atom[] {
  const heights = rowHeights(table, orientation);
  const header = table.rows.reduce((sum, row, index) => sum + (row.header ? (heights[index] ?? 0) : 0), 0);
  const unit: Atom[] = table.unitLine === undefined ? [] : [{ height: LINE_PITCH, keepNext: true }];
  const rows = table.rows.map((row, index): Atom => {
    const height = heights[index] ?? 0;
    return row.header ? { height, keepNext: true } : { height, header, ...(row.keepNext && { keepNext: true }) };
  });
  return [...captionAtoms(table.caption, true), ...unit, ...rows];
}

/** The heights of the rows of a table in points. */
export function rowHeights(table: Pick<TableBlock, 'small' | 'columns' | 'rows'>, orientation: Orientation): number[] {
  const type = table.small ? 'smallTable' : 'table';
  const total = table.columns.reduce((sum, { weight }) => sum + weight, 0);
  const room = roomFor(type, orientation);
  const lines = table.rows.map(() => 1);
  eachCell(table.rows, table.columns.length, (cell, column, row) => {
    if (cell.rowSpan > 1) return;
    const weight = table.columns.slice(column, column + cell.colSpan).reduce((sum, part) => sum + part.weight, 0);
    const width = Math.max(1, (weight / total) * room - 1);
    const parts = plainText(cell.runs).split('\n');
    const needed = parts.reduce((sum, part) => sum + wrapped(cell.indent + textWidth(part), width), 0);
    lines[row] = Math.max(lines[row] ?? 1, needed);
  });
  return lines.map((count) => count * TABLE_LINE[type] + 2 * CELL_PADDING);
}
