import { element } from './elements.js';
import { explanationElements } from './explanation-text.js';
import type { Marks } from './marks.js';
import { type Pages, placed } from './pages.js';
import { tell } from './vscode-api.js';

/** The pointer rests for so long before a box opens. */
const REST_MILLISECONDS = 350;

const FIGURE = '.jx-value';

/** What a box can be about: a flag, a figure, or else words at which something is found. */
function explained(target: Element): Element | null {
  const figure = placed(target);
  return target.closest('.flag') ?? (figure?.matches(FIGURE) ? figure : target.closest('.found'));
}

/** The box that says how a figure came about, and what is found at it. */
export class Explanations {
  readonly element = element('div', { class: 'explanation', role: 'tooltip', hidden: '' });
  readonly #pages: Pages;
  readonly #marks: Marks;
  #question = 0;
  #target: Element | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pages: Pages, marks: Marks) {
    this.#pages = pages;
    this.#marks = marks;
    pages.element.addEventListener('pointerover', ({ target }) => this.#pointedAt(target));
    pages.element.addEventListener('pointerleave', () => this.close());
    pages.element.addEventListener('pointerdown', () => this.close());
  }

  /** The extension's answer; an answer to an earlier question is of no interest. */
  answer(question: number, markdown: string): void {
    if (question !== this.#question || this.#target === undefined) return;
    this.#open(this.#target, explanationElements(markdown));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#question++;
    this.#target = undefined;
    this.element.hidden = true;
  }

  #pointedAt(target: EventTarget | null): void {
    const found = target instanceof Element ? explained(target) : null;
    if (found !== null && found === this.#target) return;
    this.close();
    if (!found) return;
    this.#target = found;
    this.#timer = setTimeout(() => this.#ask(found), REST_MILLISECONDS);
  }

  #ask(target: Element): void {
    const at = this.#pages.placeOf(target);
    if (at && target.matches(FIGURE)) tell({ type: 'explain', at, question: this.#question });
    if (this.#marks.marksAt(target).length > 0) this.#open(target, []);
  }

  #open(target: Element, explanation: readonly HTMLElement[]): void {
    const findings = this.#marks
      .marksAt(target)
      .map(({ severity, message }) => element('p', { class: `finding ${severity}` }, message));
    if (findings.length === 0 && explanation.length === 0) return;
    this.element.replaceChildren(...findings, ...explanation);
    this.element.hidden = false;
    this.#place(target);
  }

  /** Below the words, above them where there is no room. */
  #place(target: Element): void {
    const { left, top, bottom } = target.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = this.element;
    const below = bottom + 6 + offsetHeight <= innerHeight;
    style.left = `${Math.max(6, Math.min(left, innerWidth - offsetWidth - 6))}px`;
    style.top = `${below ? bottom + 6 : Math.max(6, top - offsetHeight - 6)}px`;
  }
}
