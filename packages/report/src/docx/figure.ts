import type { ChartBlock, ImageBlock } from '../layout/document.js';

/** The style keeps a figure with its caption; one without has nothing to stay with. */
export function placeOf({ caption, keepNext = false }: ChartBlock | ImageBlock): { readonly keepNext?: boolean } {
  return caption || keepNext ? {} : { keepNext: false };
}
