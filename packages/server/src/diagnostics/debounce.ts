/** However fast the user types, findings are never older than this. */
const LONGEST_WAIT = 500;
/** No pause is longer, however slow a check is. */
const LONGEST_PAUSE = 250;

/**
 * When to check after a change. While checks keep up with the typing, at once; when a change comes
 * before the last one has been answered, after a pause as long as a check takes.
 */
export class Debounce {
  private cost = 0;
  /** When the oldest change came that has not been answered. */
  private waitingSince: number | undefined;

  /** @returns milliseconds to wait from now */
  changed(now: number): number {
    if (this.waitingSince === undefined) {
      this.waitingSince = now;
      return 0;
    }
    const pause = Math.min(this.cost, LONGEST_PAUSE);
    return Math.max(0, Math.min(pause, this.waitingSince + LONGEST_WAIT - now));
  }

  /** Whether a change has waited for its findings as long as one may. */
  isOverdue(now: number): boolean {
    return this.waitingSince !== undefined && now - this.waitingSince >= LONGEST_WAIT;
  }

  /** The changes have been answered; `cost` is how many milliseconds the check itself took. */
  answered(cost: number): void {
    this.waitingSince = undefined;
    // A single slow check, such as the first, is soon forgotten.
    this.cost = (this.cost + cost) / 2;
  }
}
