import type { ReportItem } from '@jixiao/core';
import type { Block } from './document.js';
import type { Mentions } from './mentions.js';
import { isSame } from './sameness.js';

/** Something that was made, and all that it was made from. */
interface Kept {
  readonly made: unknown;
  readonly from: readonly unknown[];
}

/**
 * What was laid out of a report the last time. A layout that is given it makes only what is made from
 * something else now; all other blocks are the objects they were. It belongs to one report.
 */
export class LayoutMemory {
  /** Work since the start, in measures that do not depend on the machine. */
  readonly work = {
    /** Items that were looked at one by one, because they or something beside them had changed. */
    items: 0,
    /** Blocks laid out. */
    blocks: 0,
  };
  /** The document itself, whose parts are the sections. */
  readonly root = new SectionMemory(this.work);
  items: readonly ReportItem[] = [];
  mentions: Mentions | undefined;
}

/** What was laid out of one section the last time. */
export class SectionMemory {
  readonly #work: LayoutMemory['work'];
  #before = new Map<string, Kept>();
  #now = new Map<string, Kept>();
  #sectionsBefore = new Map<string, SectionMemory>();
  #sections = new Map<string, SectionMemory>();
  #whole: { readonly blocks: readonly Block[]; readonly from: readonly unknown[] } | undefined;

  constructor(work: LayoutMemory['work']) {
    this.#work = work;
  }

  /** The section is about to be gone through: what is not used this time is forgotten the next time. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
    this.#sectionsBefore = this.#sections;
    this.#sections = new Map();
  }

  noteItems(count: number): void {
    this.#work.items += count;
  }

  /** The memory of a section in this one, by its key. */
  below(key: string): SectionMemory {
    const memory = this.#sectionsBefore.get(key) ?? new SectionMemory(this.#work);
    this.#sections.set(key, memory);
    return memory;
  }

  /** All blocks of the section, if they were made from just these objects. */
  whole(from: readonly unknown[]): readonly Block[] | undefined {
    const whole = this.#whole;
    if (whole?.from.length !== from.length) return undefined;
    for (let index = 0; index < from.length; index += 1) if (whole.from[index] !== from[index]) return undefined;
    return whole.blocks;
  }

  keepWhole(from: readonly unknown[], blocks: readonly Block[]): void {
    this.#whole = { from, blocks };
  }

  /**
   * What was made under this name if it was made from the same, else what is made now.
   *
   * @param name unique in the section for what stands there, and telling what kind of thing it is
   * @param from everything that `make` looks at
   */
  recall<T>(name: string, from: readonly unknown[], make: () => T): T {
    const known = this.#before.get(name);
    const kept = known && isSame(known.from, from) ? { made: known.made, from } : { made: make(), from };
    this.#now.set(name, kept);
    return kept.made as T;
  }

  /** The same for blocks, which are counted. */
  recallBlocks<T extends Block | readonly Block[]>(name: string, from: readonly unknown[], make: () => T): T {
    return this.recall(name, from, () => {
      const made = make();
      this.#work.blocks += Array.isArray(made) ? made.length : 1;
      return made;
    });
  }
}
