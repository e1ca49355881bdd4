import type { PreviewMark } from '@jixiao/server/protocol';
import type { Pages } from './pages.js';

const WEIGHT = { hint: 1, warning: 2, error: 3 } as const;

/** Findings on the paper: the words concerned are underlined, and a flag stands in the margin. */
export class Marks {
  readonly #pages: Pages;
  #marks: readonly PreviewMark[] = [];
  #found = new WeakMap<Element, PreviewMark[]>();
  #isShown = true;

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  set marks(marks: readonly PreviewMark[]) {
    this.#marks = marks;
  }

  set isShown(isShown: boolean) {
    this.#isShown = isShown;
  }

  /** Draws all marks anew: blocks that were replaced have lost theirs. */
  draw(): void {
    for (const old of this.#pages.element.querySelectorAll('.found'))
      old.classList.remove('found', 'error', 'warning', 'hint');
    for (const flag of this.#pages.element.querySelectorAll('.flag')) flag.remove();
    this.#found = new WeakMap();
    if (!this.#isShown) return;
    for (const mark of this.#marks) this.#draw(mark);
  }

  /** What is found at an element or around it. */
  marksAt(target: Element): readonly PreviewMark[] {
    const found = target.closest('.found, .flag');
    return (found && this.#found.get(found)) ?? [];
  }

  #draw(mark: PreviewMark): void {
    const { key, place, severity } = mark;
    const block = this.#pages.block(key);
    const found = this.#pages.at(place === undefined ? { key } : { key, place });
    if (!block || !found) return;
    const marks = [...(this.#found.get(found) ?? []), mark];
    const flag = block.querySelector<HTMLElement>(`.flag[data-for="${place ?? ''}"]`) ?? newFlag(block, found, place);
    found.classList.add('found');
    for (const marked of [found, flag]) {
      raise(marked, severity);
      this.#found.set(marked, marks);
    }
  }
}

/** The heaviest finding gives the colour. */
function raise(element: Element, severity: PreviewMark['severity']): void {
  const now = (['error', 'warning', 'hint'] as const).find((name) => element.classList.contains(name));
  if (now && WEIGHT[now] >= WEIGHT[severity]) return;
  if (now) element.classList.remove(now);
  element.classList.add(severity);
}

/** A flag in the margin beside what was found; it leads to the same place. */
function newFlag(block: HTMLElement, found: HTMLElement, place: number | undefined): HTMLElement {
  const flag = document.createElement('span');
  flag.className = 'flag';
  flag.dataset.for = `${place ?? ''}`;
  if (place !== undefined) flag.dataset.at = `${place}`;
  block.append(flag);
  const zoom = block.offsetHeight === 0 ? 1 : block.getBoundingClientRect().height / block.offsetHeight;
  const [first = found.getBoundingClientRect()] = found.getClientRects();
  flag.style.top = `${(first.top - block.getBoundingClientRect().top) / zoom}px`;
  return flag;
}
