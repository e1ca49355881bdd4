import type { ImageItem } from '@jixiao/core';
import { place } from './builders.js';

/** The smallest picture there is. */
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

export function image(path: string, rest: Pick<ImageItem, 'width' | 'caption'> = {}): ImageItem {
  return { kind: 'image', path, span: place(), pathSpan: place(), ...rest };
}
