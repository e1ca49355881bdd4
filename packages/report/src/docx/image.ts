import { ImageRun, Paragraph } from 'docx';
import { allowedText } from '../layout/allowed-text.js';
import type { ImageBlock, Orientation } from '../layout/document.js';
import { printedSize, type Size } from '../layout/picture-size.js';
import { placeOf } from './figure.js';
import { pixels } from './measures.js';
import { type PictureType, readPicture } from './picture.js';
import { STYLE } from './styles.js';

/** A picture as the caller read it: PNG, JPEG, GIF, BMP or SVG. */
export interface ImageSource {
  readonly bytes: Uint8Array;
  /** What its name says it is; where the bytes say otherwise, they are believed. */
  readonly type: PictureType;
  /** The same picture in pixels, for readers that cannot draw SVG; an SVG without one leaves a gap. */
  readonly fallback?: { readonly bytes: Uint8Array; readonly type: Exclude<PictureType, 'svg'> };
}

/** The picture in a line of its own; undefined if its bytes are not those of a picture that Word shows. */
export function imageParagraph(
  block: ImageBlock,
  source: ImageSource,
  orientation: Orientation,
  pageBreakBefore: boolean,
): Paragraph | undefined {
  const picture = readPicture(source.bytes);
  if (!picture) return undefined;
  const transformation = inPixels(block.size ?? printedSize(picture, block.width, orientation));
  const name = allowedText(block.caption?.text || block.path);
  const shown = { transformation, altText: { name, description: name } };
  const run =
    picture.type === 'svg'
      ? vectorRun(source, shown)
      : new ImageRun({ type: picture.type, data: source.bytes, ...shown });
  return run && new Paragraph({ style: STYLE.figure, ...placeOf(block), pageBreakBefore, children: [run] });
}

type Shown = Pick<ConstructorParameters<typeof ImageRun>[0], 'transformation' | 'altText'>;

function vectorRun({ bytes, fallback }: ImageSource, shown: Shown): ImageRun | undefined {
  const raster = fallback && readPicture(fallback.bytes);
  if (!raster || raster.type === 'svg') return undefined;
  return new ImageRun({ type: 'svg', data: bytes, fallback: { type: raster.type, data: fallback.bytes }, ...shown });
}

/** In whole pixels of 1/96 inch. */
function inPixels({ width, height }: Size): Size {
  return { width: Math.max(1, Math.round(pixels(width))), height: Math.max(1, Math.round(pixels(height))) };
}
