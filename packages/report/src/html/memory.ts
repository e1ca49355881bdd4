import type { Span } from '@jixiao/core';
import type { Block } from '../layout/document.js';
import { looksSame } from '../layout/sameness.js';
import type { HtmlBlock } from './paint.js';

/** What a block was painted as, and all that its HTML depends on. */
interface Kept {
  painted: HtmlBlock;
  readonly classes: string;
  readonly address: string | undefined;
  /** The painting that used it last. */
  run: number;
}

/** What lies unused is looked for when there is this much more than what is used. */
const MOST_UNUSED = 100;

/**
 * What was painted of a document the last time. A painter that is given it paints only blocks that
 * look otherwise now. It belongs to one document.
 */
export class PaintMemory {
  /** Blocks painted since the start: a measure of work that does not depend on the machine. */
  readonly work = { blocks: 0 };
  readonly #kept = new Map<string, Kept>();
  #run = 0;
  #used = 0;

  /** A painting begins. */
  begin(): void {
    this.#run += 1;
    this.#used = 0;
  }

  /** A painting has come to its end: what it did not use is dropped. */
  end(): void {
    if (this.#kept.size <= 2 * this.#used + MOST_UNUSED) return;
    for (const [key, { run }] of this.#kept) if (run !== this.#run) this.#kept.delete(key);
  }

  /**
   * What stands for the block: as before where it is the same, with its HTML where it looks the same.
   *
   * @param address where its picture is read, if it is one
   */
  recall(block: Block, classes: string, address: string | undefined, paint: () => HtmlBlock): HtmlBlock {
    this.#used += 1;
    const known = this.#kept.get(block.key);
    if (known && known.classes === classes && known.address === address) {
      known.run = this.#run;
      if (known.painted.block === block) return known.painted;
      if (looksSame(known.painted.block, block)) {
        known.painted = new MovedBlock(block, known.painted.html, paint);
        return known.painted;
      }
    }
    this.work.blocks += 1;
    const painted = paint();
    this.#kept.set(block.key, { painted, classes, address, run: this.#run });
    return painted;
  }
}

/** A block that looks as before, though it comes from elsewhere in the source. Where from is asked seldom. */
class MovedBlock implements HtmlBlock {
  readonly key: string;
  #places: readonly Span[] | undefined;

  constructor(
    readonly block: Block,
    readonly html: string,
    private readonly paint: () => HtmlBlock,
  ) {
    this.key = block.key;
  }

  get places(): readonly Span[] {
    this.#places ??= this.paint().places;
    return this.#places;
  }
}
