import type { Span } from '@jixiao/core';
import type { Block, DocumentTree, Orientation } from '../layout/document.js';
import { blockHtml, type HtmlOptions } from './blocks.js';
import { escapeHtml } from './escape.js';
import type { PaintMemory } from './memory.js';
import { Places } from './places.js';

/** One block of the preview: its element, and the places in the source that `data-at` numbers. */
export interface HtmlBlock {
  readonly key: string;
  readonly html: string;
  /** What the element shows. */
  readonly block: Block;
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
 *
 * @param memory what was painted of an earlier version of this tree; the pages are the same with it or without
 */
export function paintHtml(tree: DocumentTree, options: HtmlOptions = {}, memory?: PaintMemory): HtmlPages {
  memory?.begin();
  const blocks: HtmlBlock[] = [];
  const paint = (block: Block, classes: string) => paintBlock(block, classes, options);
  for (const { blocks: all, orientation } of tree.sections) {
    const last = all.length - 1;
    for (let index = 0; index <= last; index += 1) {
      const block = all[index] as Block;
      const classes = SHEET_CLASSES[orientation][index === 0 ? 1 : 0][index === last ? 1 : 0];
      // A picture shows what stands at its address.
      const address = block.kind === 'image' ? options.imageUrl?.(block.path) : undefined;
      blocks.push(memory ? memory.recall(block, classes, address, paint) : paint(block, classes));
    }
  }
  return { title: tree.properties.title, blocks };
}

function paintBlock(block: Block, classes: string, options: HtmlOptions): HtmlBlock {
  const places = new Places();
  const content = blockHtml(block, places, options);
  const html = `<section class="${classes}" data-key="${escapeHtml(block.key)}">${content}</section>`;
  return { key: block.key, html, block, places: places.spans };
}

/** Of every orientation: by whether a block is the first of its sheets, then by whether it is the last. */
const SHEET_CLASSES: Record<Orientation, readonly [readonly [string, string], readonly [string, string]]> = {
  portrait: sheetClasses('portrait'),
  landscape: sheetClasses('landscape'),
};

function sheetClasses(orientation: Orientation): readonly [readonly [string, string], readonly [string, string]] {
  const sheet = `jx-sheet jx-${orientation}`;
  return [
    [sheet, `${sheet} jx-last`],
    [`${sheet} jx-first`, `${sheet} jx-first jx-last`],
  ];
}
