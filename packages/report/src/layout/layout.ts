import { type Annex, type EvaluatedReport, isoDate, type ReportItem, type Span } from '@jixiao/core';
import { annexLabel, annexListBlock, collectAnnexes } from './annexes.js';
import { fillContents } from './contents.js';
import { LayoutContext } from './context.js';
import type { Block, DocumentProperties, DocumentTree, HeadingBlock } from './document.js';
import { layoutChart, layoutImage, layoutTable } from './items.js';
import { Keys } from './keys.js';
import type { LayoutMemory } from './memory.js';
import { Mentions } from './mentions.js';
import { DEEPEST_LEVEL, HeadingCounter, numberText } from './numbering.js';
import { PageBuilder } from './pages.js';
import { titleRoom } from './paper.js';
import { layoutProse } from './prose.js';
import { keepSignature, placeSignature } from './signature.js';
import { titleLines } from './title-lines.js';

export interface LayoutOptions {
  /** Whether a table of contents stands before the text; by default as the report says. */
  readonly tableOfContents?: boolean;
  /** What was laid out of an earlier version of this report; the tree is the same with it or without. */
  readonly memory?: LayoutMemory;
}

/**
 * Turns an evaluated report into what stands on paper. Annexes come after the signature wherever
 * the source writes them, in the order in which it does.
 */
export function layout(report: EvaluatedReport, options: LayoutOptions = {}): DocumentTree {
  const { memory, tableOfContents: withContents = report.tableOfContents } = options;
  const { text, annexes } = collectAnnexes(report.items);
  const printed = annexes.length === 0 ? text : [...text, ...annexes.flatMap(({ items }) => items)];
  memory?.begin();
  const context = new LayoutContext(new Mentions(printed), memory);
  const keys = new Keys();
  const pages = new PageBuilder();

  layoutHead(report, keys, pages, context);
  if (withContents) {
    pages.add({ kind: 'contents', key: keys.next('contents'), entries: [] });
    const key = keys.next('contents-end');
    pages.add(context.recallBlocks(key, [], () => ({ kind: 'pageBreak', key })));
  }
  new Walk(context, pages, 0).items(text, keys, 0);
  layoutFoot(report, annexes, keys, pages, context);
  annexes.forEach((annex, index) => {
    layoutAnnex(annex, annexes, index, keys, pages, context);
  });

  const sections = keepSignature(pages.finish(), context);
  const tree = {
    properties: propertiesOf(report),
    sections: withContents ? fillContents(sections, context) : sections,
  };
  memory?.end();
  return tree;
}

function propertiesOf({ title, unit, year, date }: EvaluatedReport): DocumentProperties {
  return {
    title,
    ...(unit && { unit: unit.label }),
    ...(year !== undefined && { year }),
    ...(date && { date: isoDate({ day: 1, ...date }) }),
  };
}

function layoutHead(report: EvaluatedReport, keys: Keys, pages: PageBuilder, context: LayoutContext): void {
  const { annexLabel: label, title, titleSpan: span } = report;
  if (label !== undefined) pages.add(labelBlock(keys.next('label'), label, report.span, context));
  const key = keys.next('title');
  const belowLabel = label !== undefined;
  pages.add(
    context.recallBlocks(key, [title, span, belowLabel], () => {
      const lines = titleLines(title, titleRoom('portrait'));
      return { kind: 'title', key, text: title, lines, belowLabel, span };
    }),
  );
}

function labelBlock(key: string, text: string, span: Span, context: LayoutContext): Block {
  return context.recallBlocks(`label ${key}`, [text, span], () => ({ kind: 'annexLabel', key, text, span }));
}

/** 附件说明 and signature, below the text and on its last page. */
function layoutFoot(
  report: EvaluatedReport,
  annexes: readonly Annex[],
  keys: Keys,
  pages: PageBuilder,
  context: LayoutContext,
): void {
  pages.trimBreaks();
  const list = annexes.length > 0 ? annexListBlock(annexes, keys.next('annexes')) : undefined;
  if (list) pages.addToLast(context.recallBlocks('annexes', [list], () => list));
  const { unit, date, sealed } = report;
  const span = unit?.span ?? report.span;
  const from = [unit?.label, date, sealed, span];
  const signature = context.recall('signature', from, () => placeSignature(unit?.label, date, sealed));
  if (!signature) return;
  const key = keys.next('signature');
  pages.addToLast(
    context.recallBlocks(`block ${key}`, [signature, span], () => ({ kind: 'signature', key, ...signature, span })),
  );
}

function layoutAnnex(
  annex: Annex,
  annexes: readonly Annex[],
  index: number,
  keys: Keys,
  pages: PageBuilder,
  context: LayoutContext,
): void {
  const below = keys.below(`annex${annex.number}`);
  const orientation = annex.landscape ? 'landscape' : 'portrait';
  pages.begin(orientation);
  pages.add(labelBlock(below.next('label'), annexLabel(annex, annexes), annex.span, context));
  const key = below.next('title');
  const id = context.nextHeadingId();
  const { title: text, titleSpan: span } = annex;
  pages.add(
    context.recallBlocks(`title ${key}`, [text, orientation, id, span], () => {
      const lines = titleLines(text, titleRoom(orientation));
      return { kind: 'title', key, text, lines, id, belowLabel: true, span };
    }),
  );
  new Walk(context, pages, index + 1).items(annex.items, below, 0);
}

/** Goes through the items of the text or of one annex, in which headings are counted together. */
class Walk {
  readonly #context: LayoutContext;
  readonly #pages: PageBuilder;
  readonly #scope: number;
  readonly #headings = new HeadingCounter();

  constructor(context: LayoutContext, pages: PageBuilder, scope: number) {
    this.#context = context;
    this.#pages = pages;
    this.#scope = scope;
  }

  items(items: readonly ReportItem[], keys: Keys, level: number): void {
    for (const item of items) this.#item(item, keys, level);
  }

  #item(item: ReportItem, keys: Keys, level: number): void {
    const context = this.#context;
    const pages = this.#pages;
    switch (item.kind) {
      case 'section': {
        const below = keys.below(item.title);
        pages.add(this.#heading(below.next('heading'), item.title, level + 1, item.titleSpan));
        this.items(item.items, below, level + 1);
        break;
      }
      case 'prose':
        for (const block of layoutProse(item, keys, level, context)) pages.add(block);
        break;
      case 'table':
        for (const block of layoutTable(item, keys, pages.orientation, context)) pages.add(block);
        break;
      case 'chart':
        pages.add(layoutChart(item, keys, context));
        break;
      case 'image':
        pages.add(layoutImage(item, keys, context));
        break;
      case 'landscape':
        pages.within('landscape', () => this.items(item.items, keys, level));
        break;
      case 'pagebreak': {
        const key = keys.next('break');
        const { span } = item;
        pages.add(context.recallBlocks(`break ${key}`, [span], () => ({ kind: 'pageBreak', key, span })));
        break;
      }
      case 'annex':
        break;
    }
  }

  #heading(key: string, text: string, depth: number, span: Span): HeadingBlock {
    const level = Math.min(depth, DEEPEST_LEVEL);
    const number = numberText(level, this.#headings.next(level));
    const id = this.#context.nextHeadingId();
    const scope = this.#scope;
    return this.#context.recallBlocks(`heading ${key}`, [text, number, level, id, scope, span], () => ({
      kind: 'heading',
      key,
      level,
      number,
      text,
      id,
      scope,
      span,
    }));
  }
}
