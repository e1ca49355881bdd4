import type { ImageItem } from '@jixiao/core';
import { place } from './builders.js';

/** The smallest picture there is. */
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/** A photograph of one point. */
export const JPEG = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////' +
      '////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI' +
      'AQEAAD8AR//Z',
  ),
  (character) => character.charCodeAt(0),
);

/** A PNG whose header says that it has so many points. */
export function sized(png: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = Uint8Array.from(png);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

export function image(path: string, rest: Pick<ImageItem, 'width' | 'caption'> = {}): ImageItem {
  return { kind: 'image', path, span: place(), pathSpan: place(), ...rest };
}
