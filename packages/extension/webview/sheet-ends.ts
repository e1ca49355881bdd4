/** A stretch of sheets with more blocks than this is longer than one sheet, which has 22 lines. */
const MOST_BLOCKS = 30;

/** A4 in millimetres. */
const LONG_SIDE = 297;
const SHORT_SIDE = 210;

const PIXELS_PER_MM = 96 / 25.4;

/**
 * Makes a stretch of sheets as long as one sheet of paper at least, such as an annex with a short table. Its blocks
 * stand beside each other in one list, so it is the last of them that is made longer.
 */
export class SheetEnds {
  readonly #ends = new Set<HTMLElement>();

  /** A block is there that was not. */
  add(block: HTMLElement): void {
    if (block.classList.contains('jx-last')) this.#ends.add(block);
  }

  delete(block: HTMLElement): void {
    this.#ends.delete(block);
  }

  clear(): void {
    this.#ends.clear();
  }

  /** To be called when blocks came, went or changed their height. Looks only at stretches that may be too short. */
  fill(): void {
    const short = [...this.#ends].flatMap((last) => {
      last.style.removeProperty('min-height');
      const first = beginningOf(last);
      return first ? { first, last } : [];
    });
    // First all that is read, then all that is written: the page is laid out once.
    const heights = short.map(({ first, last }) => ({ last, height: heightToFill(first, last) }));
    for (const { last, height } of heights) if (height > 0) last.style.setProperty('min-height', `${height}px`);
  }
}

/** The block that a stretch begins with; undefined where it is too many blocks above to be on the same sheet. */
function beginningOf(last: HTMLElement): HTMLElement | undefined {
  let block: Element | null = last;
  for (let blocks = 0; block instanceof HTMLElement && blocks < MOST_BLOCKS; blocks++) {
    if (block.classList.contains('jx-first')) return block;
    block = block.previousElementSibling;
  }
  return undefined;
}

/** How high the last block has to be for the sheet to be full, in its own pixels; 0 where it is full already. */
function heightToFill(first: HTMLElement, last: HTMLElement): number {
  const [top, end] = [first.getBoundingClientRect(), last.getBoundingClientRect()];
  const isOnItsSide = first.classList.contains('jx-landscape');
  const [width, height] = isOnItsSide ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const scale = top.width / (width * PIXELS_PER_MM);
  const missing = height * PIXELS_PER_MM - (end.bottom - top.top) / scale;
  return scale > 0 && missing > 0 ? end.height / scale + missing : 0;
}
