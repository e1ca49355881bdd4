import { element } from './elements.js';
import type { Pages } from './pages.js';

/** The headings of the report beside the paper; a click leads to one. */
export class Outline {
  readonly element: HTMLElement;
  readonly #pages: Pages;
  readonly #goTo: (heading: HTMLElement) => void;
  #text = '';

  constructor(pages: Pages, label: string, goTo: (heading: HTMLElement) => void) {
    this.#pages = pages;
    this.#goTo = goTo;
    this.element = element('nav', { class: 'outline', 'aria-label': label });
  }

  /** Lists the headings anew if they changed. */
  draw(): void {
    const headings = [...this.#pages.element.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')];
    const text = headings.map(({ tagName, textContent }) => `${tagName}${textContent}`).join('\n');
    if (text === this.#text) return;
    this.#text = text;
    this.element.replaceChildren(
      ...headings.map((heading, index) => {
        const level = heading.tagName.slice(1);
        const entry = element('button', { type: 'button', class: `level${level}` }, heading.textContent ?? '');
        entry.addEventListener('click', () => {
          // A heading that was replaced stands at the same number.
          const now = this.#pages.element.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')[index];
          if (now) this.#goTo(now);
        });
        return entry;
      }),
    );
  }

  /** Marks the heading above the top of the window. */
  follow(top: number): void {
    const headings = this.#pages.element.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6');
    let current = -1;
    headings.forEach((heading, index) => {
      if (heading.getBoundingClientRect().top <= top + 8) current = index;
    });
    for (const [index, entry] of [...this.element.children].entries()) {
      entry.classList.toggle('current', index === current);
    }
  }
}
