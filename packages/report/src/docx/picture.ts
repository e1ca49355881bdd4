import type { Message } from '@jixiao/core';
import { imageSize } from 'image-size';
import type { Size } from '../layout/picture-size.js';

/** Kinds of pictures made of pixels. */
export type RasterType = 'png' | 'jpg' | 'gif' | 'bmp';

export type PictureType = RasterType | 'svg';

export interface Picture extends Size {
  readonly type: PictureType;
}

const TYPES: readonly string[] = ['png', 'jpg', 'gif', 'bmp', 'svg'] satisfies PictureType[];

/** In millions of pixels: beyond what any camera takes, word processors run out of memory. */
const MOST_MEGAPIXELS = 100;

/** What the bytes themselves say of the picture, whatever its file is called; undefined if they are of none. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  try {
    const { width, height, type = '' } = imageSize(bytes);
    if (!(width > 0 && height > 0 && isShown(type))) return undefined;
    return isTooLarge({ width, height }) || !isWhole(bytes, type) ? undefined : { width, height, type };
  } catch {
    return undefined;
  }
}

/**
 * What kind of picture the bytes are and how large, or why it cannot be put on paper, as a part of a sentence. SVG
 * cannot: it needs a second picture for readers that do not draw it, which no caller has at hand.
 */
export function inspectPicture(bytes: Uint8Array): ({ readonly type: RasterType } & Size) | { readonly why: Message } {
  let picture: ReturnType<typeof imageSize>;
  try {
    picture = imageSize(bytes);
  } catch {
    return { why: NOT_SHOWN };
  }
  const { width, height, type = '' } = picture;
  if (!isShown(type) || type === 'svg') return { why: NOT_SHOWN };
  if (!(width > 0 && height > 0) || !isWhole(bytes, type)) return { why: NOT_WHOLE };
  if (!isTooLarge(picture)) return { type, width, height };
  const zh = `图片有${width}×${height}像素，最多${MOST_MEGAPIXELS / 100}亿像素，请先缩小`;
  const en = `it has ${width} × ${height} pixels; ${MOST_MEGAPIXELS} million are the most, so make it smaller`;
  return { why: { zh, en } };
}

const NOT_WHOLE: Message = { zh: '图片不完整', en: 'it is not complete' };

const NOT_SHOWN: Message = {
  zh: '只能用 PNG、JPEG、GIF、BMP 图片',
  en: 'only PNG, JPEG, GIF and BMP pictures can be used',
};

function isShown(type: string): type is PictureType {
  return TYPES.includes(type);
}

function isTooLarge({ width, height }: Size): boolean {
  return width * height > MOST_MEGAPIXELS * 1_000_000;
}

/** Whether a picture has its end: one that was cut short shows as a blank or not at all. */
function isWhole(bytes: Uint8Array, type: PictureType): boolean {
  if (type === 'png') return hasLastChunk(bytes);
  if (type === 'jpg') return hasEndOfImage(bytes);
  return true;
}

const PNG_SIGNATURE = 8;
/** Length, type and checksum of a chunk. */
const PNG_FRAME = 12;
const IEND = 0x49454e44;

function hasLastChunk(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE;
  while (at + PNG_FRAME <= bytes.length) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === IEND) return true;
    at += PNG_FRAME + length;
  }
  return false;
}

/** The marker FF D9; cameras may write more after it. */
function hasEndOfImage(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 0; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
