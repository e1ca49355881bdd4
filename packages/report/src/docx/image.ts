import { ImageRun, Paragraph } from 'docx';
import { allowedText } from '../layout/allowed-text.js';
import type { ImageBlock, Orientation } from '../layout/document.js';
import { paper } from '../layout/paper.js';
import { pixels } from './measures.js';
import { type PictureType, readPicture, type Size } from './picture.js';
import { STYLE } from './styles.js';

/** A picture as the caller read it: PNG, JPEG, GIF, BMP or SVG. */
export interface ImageSource {
  readonly bytes: Uint8Array;
  /** What its name says it is; where the bytes say otherwise, they are believed. */
  readonly type: PictureType;
  /** The same picture in pixels, for readers that cannot draw SVG; an SVG without one leaves a gap. */
  readonly fallback?: { readonly bytes: Uint8Array; readonly type: Exclude<PictureType, 'svg'> };
}

/** Leaves room for a caption on the page of the picture. */
const CAPTION_HEIGHT = 15;

/** The picture in a line of its own; undefined if its bytes are not those of a picture that Word shows. */
export function imageParagraph(
  block: ImageBlock,
  source: ImageSource,
  orientation: Orientation,
  pageBreakBefore: boolean,
): Paragraph | undefined {
  const picture = readPicture(source.bytes);
  if (!picture) return undefined;
  const transformation = fitted(picture, block.width, orientation);
  const name = allowedText(block.caption?.text || block.path);
  const shown = { transformation, altText: { name, description: name } };
  const run =
    picture.type === 'svg'
      ? vectorRun(source, shown)
      : new ImageRun({ type: picture.type, data: source.bytes, ...shown });
  return run && new Paragraph({ style: STYLE.figure, pageBreakBefore, children: [run] });
}

type Shown = Pick<ConstructorParameters<typeof ImageRun>[0], 'transformation' | 'altText'>;

function vectorRun({ bytes, fallback }: ImageSource, shown: Shown): ImageRun | undefined {
  const raster = fallback && readPicture(fallback.bytes);
  if (!raster || raster.type === 'svg') return undefined;
  return new ImageRun({ type: 'svg', data: bytes, fallback: { type: raster.type, data: fallback.bytes }, ...shown });
}

/** In pixels of 1/96 inch: the wished or natural width, at most the type area in both directions. */
function fitted(natural: Size, wished: number | undefined, orientation: Orientation): Size {
  const { width: short, height: long } = paper.typeArea;
  const [across, down] = orientation === 'portrait' ? [short, long] : [long, short];
  const width = wished === undefined ? natural.width : pixels(wished);
  const scale = Math.min(
    width / natural.width,
    pixels(across) / natural.width,
    pixels(down - CAPTION_HEIGHT) / natural.height,
  );
  return {
    width: Math.max(1, Math.round(natural.width * scale)),
    height: Math.max(1, Math.round(natural.height * scale)),
  };
}
