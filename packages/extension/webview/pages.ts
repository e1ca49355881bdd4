import type { PreviewUpdate } from '@jixiao/server/protocol';
import type { PaperPlace } from './messages.js';
import { SheetEnds } from './sheet-ends.js';

/** What an update did to the paper, for those who draw on it or beside it. */
export interface PaperChange {
  /** Keys of the elements that are new. */
  readonly put: readonly string[];
  readonly removed: readonly string[];
  /** A heading came, went or changed. */
  readonly headings: boolean;
  /** Sheets of a kind came up that there were not, or there are none left of one. */
  readonly sheets: boolean;
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** The sheets of paper: blocks by key, replaced one by one as the report changes. */
export class Pages {
  readonly element: HTMLElement;
  readonly #blocks = new Map<string, HTMLElement>();
  readonly #styleSheet = new CSSStyleSheet();
  readonly #ends = new SheetEnds();
  #landscapes = 0;

  constructor(element: HTMLElement) {
    this.element = element;
    document.adoptedStyleSheets.push(this.#styleSheet);
  }

  /**
   * Touches the blocks that are named, and of others at most the last one of a sheet.
   * @returns undefined if it could not be applied: everything is needed
   */
  apply(update: PreviewUpdate): PaperChange | undefined {
    const change = this.#exchange(update);
    this.#ends.fill();
    return change;
  }

  /** To be called when something on paper has another height than before. */
  fillSheets(): void {
    this.#ends.fill();
  }

  #exchange(update: PreviewUpdate): PaperChange | undefined {
    if (update.kind === 'full') {
      this.#styleSheet.replaceSync(update.styleSheet);
      const removed = [...this.#blocks.keys()];
      this.clear();
      this.element.append(...update.blocks.map(({ key, html }) => this.#made(key, html)));
      return { put: [...this.#blocks.keys()], removed, headings: true, sheets: true };
    }
    const sheets = this.#sheets;
    let headings = false;
    for (const key of update.removed) headings = this.#remove(key) || headings;
    for (const { key, html, after } of update.put) {
      headings = this.#remove(key) || headings;
      const before = after === null ? undefined : this.#blocks.get(after);
      if (after !== null && !before) return undefined;
      const block = this.#made(key, html);
      headings ||= hasHeading(block);
      if (before) before.after(block);
      else this.element.prepend(block);
    }
    const put = update.put.map(({ key }) => key);
    return { put, removed: update.removed, headings, sheets: sheets !== this.#sheets };
  }

  clear(): void {
    this.#blocks.clear();
    this.#ends.clear();
    this.#landscapes = 0;
    this.element.replaceChildren();
  }

  /** The headings in their order. */
  get headings(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(HEADINGS)];
  }

  /** The first block that reaches below a height of the window. They stand one below the other. */
  blockBelow(height: number): HTMLElement | undefined {
    const { children } = this.element;
    let [from, to] = [0, children.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((children[middle] as Element).getBoundingClientRect().bottom <= height) from = middle + 1;
      else to = middle;
    }
    const found = children[from];
    return found instanceof HTMLElement ? found : undefined;
  }

  block(key: string): HTMLElement | undefined {
    return this.#blocks.get(key);
  }

  /** What stands at a place: the element that carries its number, else the block. */
  at({ key, place }: PaperPlace): HTMLElement | undefined {
    const block = this.#blocks.get(key);
    const found = place === undefined ? null : block?.querySelector<HTMLElement>(`[data-at="${place}"]`);
    return found ?? block;
  }

  /** The place that an element stands at, itself or by what is around it. */
  placeOf(target: Element): PaperPlace | undefined {
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key === undefined) return undefined;
    const place = placed(target)?.dataset.at;
    return place === undefined ? { key } : { key, place: Number.parseInt(place, 10) };
  }

  /** The kinds of sheets that there are. */
  get #sheets(): string {
    return `${this.#blocks.size > this.#landscapes} ${this.#landscapes > 0}`;
  }

  /** @returns whether a heading went with it */
  #remove(key: string): boolean {
    const block = this.#blocks.get(key);
    if (!block) return false;
    block.remove();
    this.#blocks.delete(key);
    this.#ends.delete(block);
    if (isLandscape(block)) this.#landscapes--;
    return hasHeading(block);
  }

  /** The server escapes everything in it, and the page's policy runs nothing. */
  #made(key: string, html: string): HTMLElement {
    const template = document.createElement('template');
    template.innerHTML = html;
    const block = template.content.firstElementChild;
    if (!(block instanceof HTMLElement)) throw new Error(`no element in block ${key}`);
    this.#blocks.set(key, block);
    this.#ends.add(block);
    if (isLandscape(block)) this.#landscapes++;
    return block;
  }
}

function isLandscape(block: HTMLElement): boolean {
  return block.classList.contains('jx-landscape');
}

function hasHeading(block: HTMLElement): boolean {
  return block.querySelector(HEADINGS) !== null;
}

/** The element with a place that another one belongs to; all of a table's cell belongs to what is written in it. */
export function placed(target: Element): HTMLElement | null {
  const around = target.closest<HTMLElement>('[data-at], td, th');
  if (!around || around.dataset.at !== undefined) return around;
  return around.querySelector<HTMLElement>('[data-at]') ?? around.closest<HTMLElement>('[data-at]');
}
