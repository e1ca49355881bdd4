import type { Orientation } from '../layout/document.js';
import { LINE_PITCH, paper } from '../layout/paper.js';

/** Word measures in twips, twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** Drawings are measured in EMU; the drawing options take pixels of 1/96 inch. */
export function pixels(millimetres: number): number {
  return (millimetres / 25.4) * 96;
}

/** The measure of drawings in the file. */
export function emu(millimetres: number): number {
  return Math.round(millimetres * 36_000);
}

/** Line pitch of the grid; rounded down, for 580 would leave 21 lines on a page. */
export const GRID_PITCH = Math.floor(LINE_PITCH * 20);

/** Character spacing that makes 28 characters of 16 points fill a line of 156 mm. */
export const GRID_SPACING = -5;

/** One character of the text with its spacing. */
export const CHARACTER = 16 * 20 + GRID_SPACING;

/** Width of the type area in twips. */
export function textWidthIn(orientation: Orientation): number {
  return twips(orientation === 'portrait' ? paper.typeArea.width : paper.typeArea.height);
}
