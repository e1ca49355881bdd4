import type { PreviewUpdate } from '@jixiao/server/protocol';
import type { PaperPlace } from './messages.js';

/** The sheets of paper: blocks by key, replaced one by one as the report changes. */
export class Pages {
  readonly element: HTMLElement;
  readonly #blocks = new Map<string, HTMLElement>();
  readonly #styleSheet = new CSSStyleSheet();

  constructor(element: HTMLElement) {
    this.element = element;
    document.adoptedStyleSheets.push(this.#styleSheet);
  }

  /** @returns whether the update could be applied; if not, everything is needed */
  apply(update: PreviewUpdate): boolean {
    if (update.kind === 'full') {
      this.#styleSheet.replaceSync(update.styleSheet);
      this.clear();
      this.element.append(...update.blocks.map(({ key, html }) => this.#made(key, html)));
      return true;
    }
    for (const key of update.removed) this.#remove(key);
    for (const { key, html, after } of update.put) {
      this.#remove(key);
      const before = after === null ? undefined : this.#blocks.get(after);
      if (after !== null && !before) return false;
      const block = this.#made(key, html);
      if (before) before.after(block);
      else this.element.prepend(block);
    }
    return true;
  }

  clear(): void {
    this.#blocks.clear();
    this.element.replaceChildren();
  }

  get blocks(): Iterable<HTMLElement> {
    return this.#blocks.values();
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
    const place = target.closest<HTMLElement>('[data-at]')?.dataset.at;
    return place === undefined ? { key } : { key, place: Number.parseInt(place, 10) };
  }

  #remove(key: string): void {
    this.#blocks.get(key)?.remove();
    this.#blocks.delete(key);
  }

  /** The server escapes everything in it, and the page's policy runs nothing. */
  #made(key: string, html: string): HTMLElement {
    const template = document.createElement('template');
    template.innerHTML = html;
    const block = template.content.firstElementChild;
    if (!(block instanceof HTMLElement)) throw new Error(`no element in block ${key}`);
    this.#blocks.set(key, block);
    return block;
  }
}
