import type { PreviewMark, PreviewMarks } from '@jixiao/server/protocol';
import type { Pages, PaperChange } from './pages.js';

const WEIGHT = { hint: 1, warning: 2, error: 3 } as const;

/** A flag that is drawn, and what it stands beside. */
interface Flag {
  readonly flag: HTMLElement;
  readonly block: HTMLElement;
  readonly found: HTMLElement;
}

/** Findings on the paper: the words concerned are underlined, and a flag stands in the margin. */
export class Marks {
  readonly #pages: Pages;
  /** By the key of their block. */
  readonly #marks = new Map<string, readonly PreviewMark[]>();
  #found = new WeakMap<Element, PreviewMark[]>();
  #isShown = true;

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  set isShown(isShown: boolean) {
    this.#isShown = isShown;
  }

  /** Takes over the marks that changed, and draws those of blocks that did: a block that was replaced has lost its own. */
  update(marked: readonly PreviewMarks[], { put, removed }: PaperChange): void {
    for (const key of removed) this.#marks.delete(key);
    for (const { key, marks } of marked) {
      if (marks.length > 0) this.#marks.set(key, marks);
      else this.#marks.delete(key);
    }
    this.#drawAt(new Set([...marked.map(({ key }) => key), ...put]));
  }

  clear(): void {
    this.#marks.clear();
  }

  /** Draws all marks anew. */
  draw(): void {
    this.#erase(this.#pages.element);
    this.#found = new WeakMap();
    this.#drawAt(this.#marks.keys());
  }

  /** What is found at an element or around it. */
  marksAt(target: Element): readonly PreviewMark[] {
    const found = target.closest('.found, .flag');
    return (found && this.#found.get(found)) ?? [];
  }

  #drawAt(keys: Iterable<string>): void {
    const flags: Flag[] = [];
    for (const key of keys) {
      const block = this.#pages.block(key);
      if (!block) continue;
      this.#erase(block);
      if (!this.#isShown) continue;
      for (const mark of this.#marks.get(key) ?? []) this.#draw(mark, key, block, flags);
    }
    setBeside(flags);
  }

  #erase(whole: HTMLElement): void {
    for (const old of whole.querySelectorAll('.found')) {
      old.classList.remove('found', 'error', 'warning', 'hint');
      this.#found.delete(old);
    }
    for (const flag of whole.querySelectorAll('.flag')) flag.remove();
  }

  #draw(mark: PreviewMark, key: string, block: HTMLElement, flags: Flag[]): void {
    const { place, severity } = mark;
    const found = this.#pages.at(place === undefined ? { key } : { key, place });
    if (!found) return;
    const marks = [...(this.#found.get(found) ?? []), mark];
    let flag = block.querySelector<HTMLElement>(`.flag[data-for="${place ?? ''}"]`);
    if (!flag) {
      flag = newFlag(block, place);
      flags.push({ flag, block, found });
    }
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
function newFlag(block: HTMLElement, place: number | undefined): HTMLElement {
  const flag = document.createElement('span');
  flag.className = 'flag';
  flag.dataset.for = `${place ?? ''}`;
  if (place !== undefined) flag.dataset.at = `${place}`;
  block.append(flag);
  return flag;
}

/** Measures for all flags before it moves any, so that the paper is laid out once. */
function setBeside(flags: readonly Flag[]): void {
  const tops = flags.map(({ block, found }) => {
    const whole = block.getBoundingClientRect();
    const zoom = block.offsetHeight === 0 ? 1 : whole.height / block.offsetHeight;
    const [first = found.getBoundingClientRect()] = found.getClientRects();
    return (first.top - whole.top) / zoom;
  });
  for (const [index, { flag }] of flags.entries()) flag.style.top = `${tops[index]}px`;
}
