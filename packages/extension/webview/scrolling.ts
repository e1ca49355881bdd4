import type { PaperPlace, PreviewState } from './messages.js';
import type { Pages } from './pages.js';

/** Where the paper stands in the window, read and set by places rather than by pixels. */
export class Scrolling {
  readonly #pages: Pages;
  readonly #view: HTMLElement;
  #ownTop: number | undefined;

  constructor(pages: Pages, view: HTMLElement) {
    this.#pages = pages;
    this.#view = view;
  }

  /** Asked once for each event: whether the page moved by itself, so that nobody need follow it. */
  takeOwnMovement(): boolean {
    const isOwn = this.#ownTop !== undefined && Math.abs(this.#view.scrollTop - this.#ownTop) < 1;
    this.#ownTop = undefined;
    return isOwn;
  }

  /** What stands at the top of the window. */
  get top(): NonNullable<PreviewState['top']> | undefined {
    const edge = this.#edge;
    // Edges fall between pixels: a block of which less than one is seen is not at the top.
    const block = this.#pages.blockBelow(edge + 1);
    if (!block) return undefined;
    const places = [...block.querySelectorAll<HTMLElement>('[data-at]:not(.flag)')];
    const first = places.findLast((place) => place.getBoundingClientRect().top <= edge + 1) ?? places[0];
    const at = this.#pages.placeOf(first ?? block);
    return at && { ...at, above: edge - (first ?? block).getBoundingClientRect().top };
  }

  /** Puts back what stood at the top, as far down as it was. */
  restore({ above, ...at }: NonNullable<PreviewState['top']>): void {
    const target = this.#pages.at(at);
    if (target) this.#by(target.getBoundingClientRect().top - this.#edge + above);
  }

  /** Scrolls a place to the top, or just into sight. */
  reveal(at: PaperPlace, where: 'top' | 'near'): void {
    const target = this.#pages.at(at);
    if (target) this.revealElement(target, where);
  }

  revealElement(target: HTMLElement, where: 'top' | 'near'): void {
    const { top, bottom } = target.getBoundingClientRect();
    const [edge, end] = [this.#edge, this.#view.getBoundingClientRect().bottom];
    if (where === 'top') this.#by(top - edge);
    else if (top < edge) this.#by(top - edge - this.#margin);
    else if (bottom > end) this.#by(Math.min(bottom - end + this.#margin, top - edge));
  }

  /** Changes what makes the paper move, such as the zoom, and keeps what is at the top. */
  keepingPlace<R>(change: () => R): R {
    const { top } = this;
    const result = change();
    if (top) this.restore(top);
    return result;
  }

  get #edge(): number {
    return this.#view.getBoundingClientRect().top;
  }

  get #margin(): number {
    return this.#view.clientHeight / 4;
  }

  #by(pixels: number): void {
    const before = this.#view.scrollTop;
    this.#view.scrollTop = before + pixels;
    if (this.#view.scrollTop !== before) this.#ownTop = this.#view.scrollTop;
  }
}
