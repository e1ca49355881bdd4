/** Steps in percent, as browsers have them. */
const STEPS = [25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];

/** The part of the window's width that is left beside a sheet that fits. */
const MARGIN = 24;

/** How large the paper is shown: a number of percent, or as wide as the window. */
export class Zoom {
  readonly #paper: HTMLElement;
  readonly #view: HTMLElement;
  #percent: number | undefined;

  constructor(paper: HTMLElement, view: HTMLElement, percent: number | undefined) {
    this.#paper = paper;
    this.#view = view;
    this.#percent = percent;
  }

  /** Undefined for as wide as the window. */
  get chosen(): number | undefined {
    return this.#percent;
  }

  /** The percent in force. */
  get percent(): number {
    return this.#percent ?? this.#fitting();
  }

  fit(): void {
    this.#percent = undefined;
  }

  step(direction: 1 | -1): void {
    const now = this.percent;
    const next = direction > 0 ? STEPS.find((step) => step > now) : STEPS.findLast((step) => step < now);
    this.#percent = next ?? now;
  }

  /** Shows the paper at that size; where it is to fit, sheets on their side are made to fit as well. */
  apply(): void {
    this.#paper.style.setProperty('zoom', `${this.percent}%`);
    const [portrait, landscape] = [this.#width('.jx-portrait'), this.#width('.jx-landscape')];
    const isFitted = this.#percent === undefined && landscape > portrait && portrait > 0;
    this.#paper.style.setProperty('--landscape-zoom', isFitted ? `${portrait / landscape}` : '1');
  }

  /** As wide as the window, but never larger than it is on paper. */
  #fitting(): number {
    const width = this.#width('.jx-portrait') || this.#width('.jx-landscape');
    if (width === 0) return 100;
    const room = Math.max(this.#view.clientWidth - MARGIN, 1);
    return Math.min(100, Math.floor((100 * room) / width));
  }

  /** Of the sheets of one kind, at their real size. */
  #width(kind: string): number {
    return this.#paper.querySelector<HTMLElement>(kind)?.offsetWidth ?? 0;
  }
}
