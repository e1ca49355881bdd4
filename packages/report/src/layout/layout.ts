import { type Annex, type EvaluatedReport, isoDate, type ReportItem } from '@jixiao/core';
import { annexLabel, annexListBlock, collectAnnexes } from './annexes.js';
import { LayoutContext } from './context.js';
import type {
  Block,
  ContentsBlock,
  ContentsEntry,
  DocumentProperties,
  DocumentTree,
  HeadingBlock,
  PageSection,
} from './document.js';
import { layoutChart, layoutImage, layoutTable } from './items.js';
import { Mentions } from './mentions.js';
import { DEEPEST_LEVEL, HeadingCounter, numberText } from './numbering.js';
import { PageBuilder } from './pages.js';
import { estimateExtents } from './pagination.js';
import { titleRoom } from './paper.js';
import { layoutProse } from './prose.js';
import { keepSignature, placeSignature } from './signature.js';
import { titleLines } from './title-lines.js';

export interface LayoutOptions {
  /** Whether a table of contents stands before the text; by default as the report says. */
  readonly tableOfContents?: boolean;
}

/**
 * Turns an evaluated report into what stands on paper. Annexes come after the signature wherever
 * the source writes them, in the order in which it does.
 */
export function layout(report: EvaluatedReport, options: LayoutOptions = {}): DocumentTree {
  const { text, annexes } = collectAnnexes(report.items);
  const printed = [...text, ...annexes.flatMap(({ items }) => items)];
  const context = new LayoutContext(new Mentions(printed));
  const pages = new PageBuilder();
  const withContents = options.tableOfContents ?? report.tableOfContents;

  layoutHead(report, pages, context);
  if (withContents) {
    pages.add({ kind: 'contents', key: context.keys.next('', 'contents'), entries: [] });
    pages.add({ kind: 'pageBreak', key: context.keys.next('', 'contents-end') });
  }
  const walk = new Walk(context, pages, 0);
  walk.items(text, '', 0);
  layoutFoot(report, annexes, pages, context);
  annexes.forEach((annex, index) => {
    layoutAnnex(annex, annexes, index, pages, context);
  });

  const sections = keepSignature(pages.finish());
  return {
    properties: propertiesOf(report),
    sections: withContents ? fillContents(sections) : sections,
  };
}

function propertiesOf({ title, unit, year, date }: EvaluatedReport): DocumentProperties {
  return {
    title,
    ...(unit && { unit: unit.label }),
    ...(year !== undefined && { year }),
    ...(date && { date: isoDate({ day: 1, ...date }) }),
  };
}

function layoutHead(report: EvaluatedReport, pages: PageBuilder, context: LayoutContext): void {
  const { annexLabel: label, title, titleSpan: span } = report;
  if (label !== undefined) {
    pages.add({ kind: 'annexLabel', key: context.keys.next('', 'label'), text: label, span: report.span });
  }
  const belowLabel = label !== undefined;
  const lines = titleLines(title, titleRoom('portrait'));
  pages.add({ kind: 'title', key: context.keys.next('', 'title'), text: title, lines, belowLabel, span });
}

/** 附件说明 and signature, below the text and on its last page. */
function layoutFoot(
  report: EvaluatedReport,
  annexes: readonly Annex[],
  pages: PageBuilder,
  context: LayoutContext,
): void {
  pages.trimBreaks();
  const list = annexListBlock(annexes, context);
  if (list) pages.addToLast(list);
  const signature = placeSignature(report.unit?.label, report.date, report.sealed);
  if (!signature) return;
  const span = report.unit?.span ?? report.span;
  pages.addToLast({ kind: 'signature', key: context.keys.next('', 'signature'), ...signature, span });
}

function layoutAnnex(
  annex: Annex,
  annexes: readonly Annex[],
  index: number,
  pages: PageBuilder,
  context: LayoutContext,
): void {
  const key = context.keys.next('', `annex${annex.number}`);
  const orientation = annex.landscape ? 'landscape' : 'portrait';
  pages.begin(orientation);
  const text = annexLabel(annex, annexes);
  pages.add({ kind: 'annexLabel', key: context.keys.next(key, 'label'), text, span: annex.span });
  pages.add({
    kind: 'title',
    key: context.keys.next(key, 'title'),
    text: annex.title,
    lines: titleLines(annex.title, titleRoom(orientation)),
    id: context.nextHeadingId(),
    belowLabel: true,
    span: annex.titleSpan,
  });
  new Walk(context, pages, index + 1).items(annex.items, key, 0);
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

  items(items: readonly ReportItem[], parent: string, level: number): void {
    for (const item of items) this.#item(item, parent, level);
  }

  #item(item: ReportItem, parent: string, level: number): void {
    const context = this.#context;
    const pages = this.#pages;
    switch (item.kind) {
      case 'section': {
        const key = context.keys.next(parent, item.title);
        pages.add(this.#heading(key, item.title, level + 1, item.titleSpan));
        this.items(item.items, key, level + 1);
        break;
      }
      case 'prose':
        for (const block of layoutProse(item, parent, level, context)) pages.add(block);
        break;
      case 'table':
        for (const block of layoutTable(item, parent, pages.orientation, context)) pages.add(block);
        break;
      case 'chart':
        pages.add(layoutChart(item, parent, context));
        break;
      case 'image':
        pages.add(layoutImage(item, parent, context));
        break;
      case 'landscape':
        pages.within('landscape', () => this.items(item.items, parent, level));
        break;
      case 'pagebreak':
        pages.add({ kind: 'pageBreak', key: context.keys.next(parent, 'break'), span: item.span });
        break;
      case 'annex':
        break;
    }
  }

  #heading(key: string, text: string, depth: number, span: HeadingBlock['span'] & object): HeadingBlock {
    const level = Math.min(depth, DEEPEST_LEVEL);
    const number = numberText(level, this.#headings.next(level));
    const id = this.#context.nextHeadingId();
    return { kind: 'heading', key: `${key}/heading`, level, number, text, id, scope: this.#scope, span };
  }
}

/** Levels shown in a table of contents. */
const CONTENTS_DEPTH = 2;

function fillContents(sections: readonly PageSection[]): PageSection[] {
  const entries = sections.flatMap(({ blocks }) => blocks.flatMap(contentsEntry));
  // The contents take room themselves: count with their lines in place.
  const extents = estimateExtents(sections.map((section) => replaceContents(section, entries)));
  const pages = new Map(
    sections.flatMap(({ blocks }) => blocks.map((block) => [idOf(block), extents.get(block.key)?.firstPage] as const)),
  );
  const filled = entries.map((entry) => ({ ...entry, page: pages.get(entry.target) ?? 1 }));
  return sections.map((section) => replaceContents(section, filled));
}

function idOf(block: Block): string | undefined {
  return block.kind === 'heading' || block.kind === 'title' ? block.id : undefined;
}

/** The titles of annexes stand beside the headings of the first level. */
function contentsEntry(block: Block): ContentsEntry[] {
  if (block.kind === 'title' && block.id !== undefined) {
    return [{ level: 1, number: '', text: block.text, target: block.id, page: 0 }];
  }
  if (block.kind !== 'heading' || block.level > CONTENTS_DEPTH) return [];
  return [{ level: block.level, number: block.number, text: block.text, target: block.id, page: 0 }];
}

function replaceContents(section: PageSection, entries: ContentsBlock['entries']): PageSection {
  const replace = (block: Block): Block => (block.kind === 'contents' ? { ...block, entries } : block);
  return { ...section, blocks: section.blocks.map(replace) };
}
