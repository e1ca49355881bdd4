import type { Orientation } from './document.js';

/** Measures of the page in millimetres and of its grid, by GB/T 9704-2012, 5.1 and 5.2. */
export const paper = {
  /** A4 */
  width: 210,
  height: 297,
  margin: { top: 37, left: 28, right: 26, bottom: 35 },
  /** 版心 */
  typeArea: { width: 156, height: 225 },
  linesPerPage: 22,
  charactersPerLine: 28,
  /** From the lower edge of the type area to the page number. */
  pageNumberDrop: 7,
} as const;

/** Points to the millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** From one line of the grid to the next, in points. */
export const LINE_PITCH = (paper.typeArea.height / paper.linesPerPage) * POINTS_PER_MM;

/** Type sizes in points: 三号 in the text, 二号 for titles, 小四 in tables and 五号 where that is too wide. */
export const TYPE_SIZE = { text: 16, title: 22, table: 12, smallTable: 10.5, footnote: 10.5 } as const;

/** How many characters of a title fit on a line; titles are set without the spacing of the grid. */
export function titleRoom(orientation: Orientation): number {
  const { width, height } = paper.typeArea;
  return Math.floor(((orientation === 'portrait' ? width : height) * POINTS_PER_MM) / TYPE_SIZE.title);
}

/** Lines of tables in points. They leave the grid, or a table would take twice the room. */
export const TABLE_LINE = { table: 17, smallTable: 15 } as const;

/** Above and below the text of a cell, in points. */
export const CELL_PADDING = 2;

/** Charts are as wide as the type area. */
export const CHART_HEIGHT_MM = 80;

/**
 * Width and height of the type area in characters and lines. A landscape sheet is the portrait
 * sheet turned, so that its type area has the same edges.
 */
export function typeArea(orientation: Orientation): { readonly characters: number; readonly lines: number } {
  if (orientation === 'portrait') return { characters: paper.charactersPerLine, lines: paper.linesPerPage };
  const { width, height } = paper.typeArea;
  return {
    characters: Math.floor((paper.charactersPerLine * height) / width),
    lines: Math.floor((paper.linesPerPage * width) / height),
  };
}
