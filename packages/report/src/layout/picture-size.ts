import type { Orientation } from './document.js';
import { paper } from './paper.js';

/** Width and height: of pictures in pixels, on paper in millimetres. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of 1/96 inch, in millimetres. */
const PIXEL = 25.4 / 96;

/** Leaves room for a caption on the page of the picture. */
const CAPTION_HEIGHT = 15;

/**
 * The size of a picture on paper: the wished or natural width, at most the type area in both
 * directions. `reserved` is the height that must stay free below it.
 */
export function printedSize(
  natural: Size,
  wished: number | undefined,
  orientation: Orientation,
  reserved = CAPTION_HEIGHT,
): Size {
  const { width: short, height: long } = paper.typeArea;
  const [across, down] = orientation === 'portrait' ? [short, long] : [long, short];
  const width = Math.min(wished ?? natural.width * PIXEL, across);
  const scale = Math.min(width / natural.width, (down - reserved) / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}
