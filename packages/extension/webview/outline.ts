import { element } from './elements.js';
import type { Pages } from './pages.js';

/** The headings of the report beside the paper; a click leads to one. */
export class Outline {
  readonly element: HTMLElement;
  readonly #pages: Pages;
  readonly #goTo: (heading: HTMLElement) => void;
  #headings: readonly HTMLElement[] = [];
  #text = '';
  #current = -1;
  /** The heading that was clicked last, until the user moves the paper: at the end it may not reach the top. */
  #chosen: number | undefined;

  constructor(pages: Pages, label: string, goTo: (heading: HTMLElement) => void) {
    this.#pages = pages;
    this.#goTo = goTo;
    this.element = element('nav', { class: 'outline', 'aria-label': label });
  }

  /** Takes the headings as they are now, and lists them anew if their words changed. */
  draw(): void {
    this.#headings = this.#pages.headings;
    const text = this.#headings.map(({ tagName, textContent }) => `${tagName}${textContent}`).join('\n');
    if (text === this.#text) return;
    this.#text = text;
    this.#current = -1;
    this.#chosen = undefined;
    this.element.replaceChildren(
      ...this.#headings.map((heading, index) => {
        const level = heading.tagName.slice(1);
        const entry = element('button', { type: 'button', class: `level${level}` }, heading.textContent ?? '');
        entry.addEventListener('click', () => {
          // A heading that was replaced stands at the same number.
          const now = this.#headings[index];
          if (!now) return;
          this.#chosen = index;
          this.#goTo(now);
        });
        return entry;
      }),
    );
  }

  /** Marks the heading above the top of the window. @param isMovedByUser rather than by the page itself */
  follow(top: number, isMovedByUser: boolean): void {
    if (isMovedByUser) this.#chosen = undefined;
    const { children } = this.element;
    children[this.#current]?.classList.remove('current');
    this.#current = this.#chosen ?? this.#headingAbove(top);
    children[this.#current]?.classList.add('current');
  }

  #headingAbove(top: number): number {
    let [from, to] = [0, this.#headings.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#headings[middle] as HTMLElement).getBoundingClientRect().top <= top + 8) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }
}
