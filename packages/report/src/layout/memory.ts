import type { Block } from './document.js';
import { isSame } from './sameness.js';

/** Something that was made, and all that it was made from. */
interface Kept {
  readonly made: unknown;
  from: readonly unknown[];
  /** The layout that used it last. */
  run: number;
}

/** What lies unused is looked for when there is this much more than what is used. */
const MOST_UNUSED = 100;

/**
 * What was laid out of a report the last time. A layout that is given it makes only what is made from
 * something else now; all other blocks are the objects they were. It belongs to one report.
 */
export class LayoutMemory {
  /** Blocks laid out since the start: a measure of work that does not depend on the machine. */
  readonly work = { blocks: 0 };
  readonly #kept = new Map<string, Kept>();
  #run = 0;
  #used = 0;

  /** A layout begins. */
  begin(): void {
    this.#run += 1;
    this.#used = 0;
  }

  /** A layout has come to its end: what it did not use is dropped. */
  end(): void {
    if (this.#kept.size <= 2 * this.#used + MOST_UNUSED) return;
    for (const [name, { run }] of this.#kept) if (run !== this.#run) this.#kept.delete(name);
  }

  /**
   * What was made under this name if it was made from the same, else what is made now.
   *
   * @param name unique in the document for what stands there, and telling what kind of thing it is
   * @param from everything that `make` looks at
   */
  recall<T>(name: string, from: readonly unknown[], make: () => T): T {
    this.#used += 1;
    const known = this.#kept.get(name);
    if (known && isSame(known.from, from)) {
      known.run = this.#run;
      // The next comparison meets the objects that evaluation has now.
      known.from = from;
      return known.made as T;
    }
    const made = make();
    this.#kept.set(name, { made, from, run: this.#run });
    return made;
  }

  /** The same for blocks, which are counted. */
  recallBlocks<T extends Block | readonly Block[]>(name: string, from: readonly unknown[], make: () => T): T {
    return this.recall(name, from, () => {
      const made = make();
      this.work.blocks += Array.isArray(made) ? made.length : 1;
      return made;
    });
  }
}
