/** The two that scroll together. */
export type Side = 'editor' | 'paper';

/** The one that follows comes to rest within this time; what it reports until then is an echo. */
const ECHO_MILLISECONDS = 400;

/**
 * Decides who leads when editor and paper scroll together. Whoever moves first leads; what the other
 * reports shortly after is the echo of having been moved, and must not move the first one back.
 */
export class Initiative {
  #leader: Side | undefined;
  #until = 0;
  readonly #now: () => number;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A side was put somewhere for good reason: the other one is not to move it right away. */
  take(side: Side): void {
    this.#leader = side;
    this.#until = this.#now() + ECHO_MILLISECONDS;
  }

  /** Whether a side moved last, of its own accord. */
  leads(side: Side): boolean {
    return this.#leader === side;
  }

  /** A side moved. @returns whether the other one is to follow */
  moved(side: Side): boolean {
    const now = this.#now();
    if (this.#leader !== undefined && this.#leader !== side && now < this.#until) return false;
    this.take(side);
    return true;
  }
}
