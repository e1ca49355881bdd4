import {
  type Annex,
  type Captioned,
  type EvaluatedReport,
  isoDate,
  type ReportItem,
  type Section,
  type Span,
} from '@jixiao/core';
import { annexLabel, annexListBlock, collectAnnexes } from './annexes.js';
import { fillContents } from './contents.js';
import { LayoutContext } from './context.js';
import type { Block, DocumentProperties, DocumentTree, HeadingBlock } from './document.js';
import { layoutChart, layoutImage, layoutTable } from './items.js';
import type { LayoutMemory } from './memory.js';
import { Mentions } from './mentions.js';
import { DEEPEST_LEVEL, HeadingCounter, numberText } from './numbering.js';
import { PageBuilder } from './pages.js';
import { titleRoom } from './paper.js';
import type { Size } from './picture-size.js';
import { layoutProse } from './prose.js';
import { Scope } from './scope.js';
import { keepSignature, placeSignature } from './signature.js';
import { surveyOf } from './survey.js';
import { titleLines } from './title-lines.js';
import { unchangedItems } from './unchanged.js';

export interface LayoutOptions {
  /** Whether a table of contents stands before the text; by default as the report says. */
  readonly tableOfContents?: boolean;
  /** How large pictures are in pixels, by the path under which the report names them; without it they are guessed. */
  readonly pictures?: ReadonlyMap<string, Size>;
  /** What was laid out of an earlier version of this report; the tree is the same with it or without. */
  readonly memory?: LayoutMemory;
}

/**
 * Turns an evaluated report into what stands on paper. Annexes come after the signature wherever
 * the source writes them, in the order in which it does.
 */
export function layout(report: EvaluatedReport, options: LayoutOptions = {}): DocumentTree {
  const { memory, tableOfContents: withContents = report.tableOfContents } = options;
  const items = memory ? unchangedItems(memory.items, report.items) : report.items;
  const { text, annexes } = collectAnnexes(items);
  const printed = annexes.length === 0 ? text : [...text, ...annexes.flatMap((annex) => annex.items)];
  const mentions = new Mentions(printed, memory?.mentions);
  const context = new LayoutContext(mentions, options.pictures);
  const scope = new Scope('', memory?.root);
  const pages = new PageBuilder();

  layoutHead(report, scope, pages);
  if (withContents) {
    pages.add({ kind: 'contents', key: scope.next('contents'), entries: [] });
    const key = scope.next('contents-end');
    pages.add(scope.recallBlocks(key, [], () => ({ kind: 'pageBreak', key })));
  }
  new Walk(context, pages, 0).items(text, scope, 0);
  layoutFoot(report, annexes, scope, pages);
  annexes.forEach((annex, index) => {
    layoutAnnex(annex, annexes, index, scope, pages, context);
  });

  const sections = keepSignature(pages.finish(), scope);
  if (memory) Object.assign(memory, { items, mentions });
  return { properties: propertiesOf(report), sections: withContents ? fillContents(sections, scope) : sections };
}

function propertiesOf({ title, unit, year, date }: EvaluatedReport): DocumentProperties {
  return {
    title,
    ...(unit && { unit: unit.label }),
    ...(year !== undefined && { year }),
    ...(date && { date: isoDate({ day: 1, ...date }) }),
  };
}

function layoutHead(report: EvaluatedReport, scope: Scope, pages: PageBuilder): void {
  const { annexLabel: label, title, titleSpan: span } = report;
  if (label !== undefined) pages.add(labelBlock(label, report.span, scope));
  const key = scope.next('title');
  const belowLabel = label !== undefined;
  pages.add(
    scope.recallBlocks(key, [title, span, belowLabel], () => {
      const lines = titleLines(title, titleRoom('portrait'));
      return { kind: 'title', key, text: title, lines, belowLabel, span };
    }),
  );
}

function labelBlock(text: string, span: Span, scope: Scope): Block {
  const key = scope.next('label');
  return scope.recallBlocks(`label ${key}`, [text, span], () => ({ kind: 'annexLabel', key, text, span }));
}

/** 附件说明 and signature, below the text and on its last page. */
function layoutFoot(report: EvaluatedReport, annexes: readonly Annex[], scope: Scope, pages: PageBuilder): void {
  pages.trimBreaks();
  const list = annexes.length > 0 ? annexListBlock(annexes, scope.next('annexes')) : undefined;
  if (list) pages.addToLast(scope.recallBlocks('annexes', [list], () => list));
  const { unit, date, sealed } = report;
  const span = unit?.span ?? report.span;
  const from = [unit?.label, date, sealed, span];
  const signature = scope.recall('signature', from, () => placeSignature(unit?.label, date, sealed));
  if (!signature) return;
  const key = scope.next('signature');
  pages.addToLast(
    scope.recallBlocks(`block ${key}`, [signature, span], () => ({ kind: 'signature', key, ...signature, span })),
  );
}

function layoutAnnex(
  annex: Annex,
  annexes: readonly Annex[],
  index: number,
  scope: Scope,
  pages: PageBuilder,
  context: LayoutContext,
): void {
  const annexKey = scope.next(`annex${annex.number}`);
  const below = new Scope(annexKey, scope.memory?.below(annexKey));
  const orientation = annex.landscape ? 'landscape' : 'portrait';
  pages.begin(orientation);
  pages.add(labelBlock(annexLabel(annex, annexes), annex.span, below));
  const key = below.next('title');
  const id = context.nextHeadingId();
  const { title: text, titleSpan: span } = annex;
  pages.add(
    below.recallBlocks(`title ${key}`, [text, orientation, id, span], () => {
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

  items(items: readonly ReportItem[], scope: Scope, level: number): void {
    for (const item of items) this.#item(item, scope, level);
  }

  #item(item: ReportItem, scope: Scope, level: number): void {
    const context = this.#context;
    const pages = this.#pages;
    switch (item.kind) {
      case 'section':
        this.#section(item, scope, level + 1);
        break;
      case 'prose':
        for (const block of layoutProse(item, scope, level, context)) pages.add(block);
        break;
      case 'table':
        for (const block of layoutTable(item, scope, pages.orientation, context)) pages.add(block);
        break;
      case 'chart':
        pages.add(layoutChart(item, scope, context));
        break;
      case 'image':
        pages.add(layoutImage(item, scope, pages.orientation, context));
        break;
      case 'landscape':
        pages.within('landscape', () => this.items(item.items, scope, level));
        break;
      case 'pagebreak': {
        const key = scope.next('break');
        const { span } = item;
        pages.add(scope.recallBlocks(key, [span], () => ({ kind: 'pageBreak', key, span })));
        break;
      }
      case 'annex':
        break;
    }
  }

  /** A section that is the object it was, at a place that counts as it did, is not gone through. */
  #section(section: Section, above: Scope, depth: number): void {
    const context = this.#context;
    const pages = this.#pages;
    const level = Math.min(depth, DEEPEST_LEVEL);
    const number = numberText(level, this.#headings.next(level));
    const key = above.next(section.title);
    const memory = above.memory?.below(key);
    const { headings, footnotes, turns } = surveyOf(section);
    // Turned pages part the sheets around them; at the deepest level headings of several depths count together.
    const isWhole = memory !== undefined && !turns && depth < DEEPEST_LEVEL;
    const from = isWhole ? [...this.#surroundings(section), depth, number] : [];
    const known = isWhole ? memory.whole(from) : undefined;
    if (known) {
      for (const block of known) pages.add(block);
      context.count({ headings, footnotes });
      return;
    }
    memory?.noteItems(section.items.length);
    const fill = () => {
      const scope = new Scope(key, memory);
      pages.add(this.#heading(section, scope, level, number));
      this.items(section.items, scope, depth);
    };
    if (isWhole) memory.keepWhole(from, pages.record(fill));
    else fill();
  }

  /** Everything around a section that its blocks depend on. */
  #surroundings(section: Section): unknown[] {
    const { mentions, headings, footnotes } = this.#context;
    const survey = surveyOf(section);
    return [
      section,
      this.#pages.orientation,
      this.#scope,
      headings,
      survey.footnotes > 0 ? footnotes : 0,
      ...survey.captioned.map((item) => mentions.captionOf(item)),
      ...survey.captioned.flatMap((item) => this.#pictureSize(item)),
      ...survey.mentions.map((name) => mentions.captionNamed(name)),
    ];
  }

  #pictureSize(item: Captioned): readonly (number | undefined)[] {
    if (item.kind !== 'image') return [];
    const size = this.#context.pictures.get(item.path);
    return [size?.width, size?.height];
  }

  #heading({ title: text, titleSpan: span }: Section, scope: Scope, level: number, number: string): HeadingBlock {
    const key = scope.next('heading');
    const id = this.#context.nextHeadingId();
    return scope.recallBlocks(key, [text, number, level, id, this.#scope, span], () => ({
      kind: 'heading',
      key,
      level,
      number,
      text,
      id,
      scope: this.#scope,
      span,
    }));
  }
}
