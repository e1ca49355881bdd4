import { type CalendarDate, dateText } from '@jixiao/core';
import type { Block, ImageBlock, Orientation, PageSection, SignatureLine } from './document.js';
import { blockHeight, type Extent, estimateExtents } from './pagination.js';
import { LINE_PITCH, POINTS_PER_MM, paper, typeArea } from './paper.js';
import type { Scope } from './scope.js';
import { textWidth } from './text-width.js';
import { titleLines } from './title-lines.js';

/** Blank lines above the signature: one, or room for the upper half of a seal. */
const LINES_BEFORE = 1;
const LINES_BEFORE_SEALED = 3;

/** Characters between the date and the right edge at least. */
const DATE_RIGHT = 2;
const SEALED_DATE_RIGHT = 4;

/** The unit stands two characters from the right edge, and the date begins two right of its first. */
const UNIT_RIGHT = 2;
const DATE_SHIFT = 2;

export interface Signature {
  readonly lines: readonly SignatureLine[];
  readonly linesBefore: number;
}

/**
 * Places the unit and the date by GB/T 9704-2012, 7.3.5. Without a seal: unit two characters from
 * the right, the date's first character two right of the unit's; a date longer than that keeps two
 * characters to the right and pushes the unit. With a seal: date four characters from the right,
 * the unit centred above it. A unit longer than a line goes on below, and the date keeps its place.
 */
export function placeSignature(
  unit: string | undefined,
  date: CalendarDate | undefined,
  sealed: boolean,
): Signature | undefined {
  const day = date && dateText(date);
  if (unit === undefined && day === undefined) return undefined;
  const linesBefore = sealed ? LINES_BEFORE_SEALED : LINES_BEFORE;
  const dateLine = (right: number): SignatureLine[] => (day === undefined ? [] : [{ text: day, right }]);
  if (unit === undefined) return { lines: dateLine(defaultRight(sealed)), linesBefore };
  const width = textWidth(unit);
  if (width > paper.charactersPerLine - (sealed && day !== undefined ? 0 : UNIT_RIGHT))
    return { lines: [...unitLines(unit, day, sealed), ...dateLine(defaultRight(sealed))], linesBefore };
  const [unitRight, dateRight] = rightEdges(width, textWidth(day ?? ''), sealed);
  const unitLine = { text: unit, right: day === undefined ? UNIT_RIGHT : unitRight };
  return { lines: [unitLine, ...dateLine(dateRight)], linesBefore };
}

/** A long unit in lines of like length: flush with the date, or below a seal centred on it. */
function unitLines(unit: string, day: string | undefined, sealed: boolean): SignatureLine[] {
  if (!sealed || day === undefined) {
    const lines = titleLines(unit, paper.charactersPerLine - UNIT_RIGHT);
    return lines.map((text) => ({ text, right: UNIT_RIGHT }));
  }
  const middle = SEALED_DATE_RIGHT + textWidth(day) / 2;
  return titleLines(unit, 2 * middle).map((text) => ({ text, right: Math.max(0, middle - textWidth(text) / 2) }));
}

function rightEdges(unit: number, date: number, sealed: boolean): readonly [unit: number, date: number] {
  if (sealed) {
    const right = SEALED_DATE_RIGHT + (date - unit) / 2;
    // A unit much longer than the date would run out of the type area: it ends at the edge.
    return right >= 0 ? [right, SEALED_DATE_RIGHT] : [0, (unit - date) / 2];
  }
  const dateRight = UNIT_RIGHT + unit - DATE_SHIFT - date;
  if (dateRight >= DATE_RIGHT) return [UNIT_RIGHT, dateRight];
  return [DATE_RIGHT + date + DATE_SHIFT - unit, DATE_RIGHT];
}

function defaultRight(sealed: boolean): number {
  return sealed ? SEALED_DATE_RIGHT : DATE_RIGHT;
}

/** A paragraph of up to so many lines moves to the page of the signature without leaving much room. */
const SHORT = 6 * LINE_PITCH;

/** How far estimated places may be off. */
const MARGIN = 3 * LINE_PITCH;

/**
 * Keeps what stands before the signature on its page, so that it never stands alone. A long
 * paragraph would move as a whole and leave a hole in the page before: it is kept only where the
 * signature might otherwise come to stand on a page of its own.
 */
export function keepSignature(sections: readonly PageSection[], scope: Scope): readonly PageSection[] {
  return sections.map((section) => {
    const last = section.blocks.findIndex(({ kind }) => kind === 'annexList' || kind === 'signature');
    const before = section.blocks[last - 1];
    if (!before) return section;
    if (
      canBreak(before) &&
      isLong(before, section) &&
      endsSafely(estimateExtents(sections).get(before), section.blocks.slice(last))
    ) {
      return section;
    }
    const foot = section.blocks.slice(last);
    const from = [before, section.orientation, heightOf(foot)];
    const kept = scope.recall(`kept ${before.key}`, from, (): Block => {
      const shown = before.kind === 'image' ? makeRoom(before, section.orientation, heightOf(foot)) : before;
      return { ...shown, keepNext: true };
    });
    return { ...section, blocks: section.blocks.with(last - 1, kept) };
  });
}

/** A drawing is on one page, whatever its height. */
function canBreak({ kind }: Block): boolean {
  return kind !== 'image' && kind !== 'chart';
}

function isLong(block: Block, { orientation }: PageSection): boolean {
  return blockHeight(block, orientation) > SHORT;
}

function endsSafely(extent: Extent | undefined, foot: readonly Block[]): boolean {
  if (!extent) return false;
  const { firstPage, lastPage, onLast, left } = extent;
  const needed = heightOf(foot);
  const spills = lastPage > firstPage;
  return left >= needed + MARGIN && (!spills || onLast >= MARGIN);
}

/** A picture as high as the page would leave the signature alone on the next: it gives way. */
function makeRoom(image: ImageBlock, orientation: Orientation, needed: number): ImageBlock {
  if (!image.size) return image;
  const page = typeArea(orientation).lines * LINE_PITCH;
  const around = blockHeight(image, orientation) - image.size.height * POINTS_PER_MM;
  const room = (page - around - needed) / POINTS_PER_MM;
  const { width, height } = image.size;
  // Half a page is for pictures at least, however many annexes are listed.
  if (height <= room || 2 * room * POINTS_PER_MM < page) return image;
  return { ...image, size: { width: (width * room) / height, height: room } };
}

/** In points. */
function heightOf(foot: readonly Block[]): number {
  return foot.reduce((sum, block) => sum + footLines(block), 0) * LINE_PITCH;
}

function footLines(block: Block): number {
  if (block.kind === 'annexList') return 1 + block.entries.length;
  return block.kind === 'signature' ? block.linesBefore + block.lines.length : 0;
}
