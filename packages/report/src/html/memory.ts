import type { Span } from '@jixiao/core';
import type { Block } from '../layout/document.js';
import { looksSame } from '../layout/sameness.js';
import type { HtmlBlock } from './paint.js';

type Paint = (block: Block, classes: string) => HtmlBlock;

/** What a block was painted as, and all that its HTML depends on. */
interface Kept {
  readonly painted: HtmlBlock;
  readonly classes: string;
  readonly address: string | undefined;
  /** Where it stands among all blocks. */
  index: number;
}

/**
 * What was painted of a document the last time. A painter that is given it paints only blocks that
 * look otherwise now. It belongs to one document.
 */
export class PaintMemory {
  /** Blocks painted since the start: a measure of work that does not depend on the machine. */
  readonly work = { blocks: 0 };
  #before: readonly Kept[] = [];
  #byKey: Map<string, Kept> | undefined;
  #now: Kept[] = [];
  /** Where the next block stood, if it is the one that followed. */
  #next = 0;

  /** A painting begins. */
  begin(): void {
    this.#before = this.#now;
    this.#byKey = undefined;
    this.#now = [];
    this.#next = 0;
  }

  /**
   * What stands for the next block: as before where it is the same, with its HTML where it looks the same.
   *
   * @param address where its picture is read, if it is one
   */
  recall(block: Block, classes: string, address: string | undefined, paint: Paint): HtmlBlock {
    const known = this.#knownAs(block);
    const index = this.#now.length;
    if (known) this.#next = known.index + 1;
    if (known && known.classes === classes && known.address === address) {
      if (known.painted.block === block) {
        known.index = index;
        this.#now.push(known);
        return known.painted;
      }
      if (looksSame(known.painted.block, block)) {
        const painted = new MovedBlock(block, known.painted.html, paint);
        this.#now.push({ painted, classes, address, index });
        return painted;
      }
    }
    this.work.blocks += 1;
    const painted = paint(block, classes);
    this.#now.push({ painted, classes, address, index });
    return painted;
  }

  /** Most blocks stand where they stood: only others are looked up by their keys. */
  #knownAs(block: Block): Kept | undefined {
    const next = this.#before[this.#next];
    if (next?.painted.block === block || next?.painted.key === block.key) return next;
    this.#byKey ??= new Map(this.#before.map((kept) => [kept.painted.key, kept]));
    return this.#byKey.get(block.key);
  }
}

/** A block that looks as before, though it comes from elsewhere in the source. Where from is asked seldom. */
class MovedBlock implements HtmlBlock {
  readonly key: string;
  #places: readonly Span[] | undefined;

  constructor(
    readonly block: Block,
    readonly html: string,
    private readonly paint: Paint,
  ) {
    this.key = block.key;
  }

  get places(): readonly Span[] {
    this.#places ??= this.paint(this.block, '').places;
    return this.#places;
  }
}
