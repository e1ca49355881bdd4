import type { Span } from '@jixiao/core';
import type { DocumentTree, Orientation } from '../layout/document.js';
import { blockHtml, type HtmlOptions } from './blocks.js';
import { escapeHtml } from './escape.js';
import { Places } from './places.js';

/** One block of the preview: its element, and the places in the source that `data-at` numbers. */
export interface HtmlBlock {
  readonly key: string;
  readonly html: string;
  readonly places: readonly Span[];
}

export interface HtmlPages {
  readonly title: string;
  readonly blocks: readonly HtmlBlock[];
}

/**
 * Paints a document tree as a list of elements, each a stretch of a sheet of paper. An element is
 * found by its `data-key`; its HTML changes only if what it shows does, so that a preview replaces
 * no more than that. Nothing in it runs: no script, no style attributes, no handlers.
 */
export function paintHtml(tree: DocumentTree, options: HtmlOptions = {}): HtmlPages {
  const blocks = tree.sections.flatMap(({ blocks: all, orientation }) =>
    all.map((block, index): HtmlBlock => {
      const places = new Places();
      const content = blockHtml(block, places, options);
      const classes = sheetClasses(orientation, index === 0, index === all.length - 1);
      const html = `<section class="${classes}" data-key="${escapeHtml(block.key)}">${content}</section>`;
      return { key: block.key, html, places: places.spans };
    }),
  );
  return { title: tree.properties.title, blocks };
}

function sheetClasses(orientation: Orientation, first: boolean, last: boolean): string {
  return `jx-sheet jx-${orientation}${first ? ' jx-first' : ''}${last ? ' jx-last' : ''}`;
}
