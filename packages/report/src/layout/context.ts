import type { Block } from './document.js';
import type { LayoutMemory } from './memory.js';
import type { Mentions } from './mentions.js';

/** What is counted through the whole document while it is laid out, and what is known of it already. */
export class LayoutContext {
  readonly mentions: Mentions;
  readonly #memory: LayoutMemory | undefined;
  #footnotes = 0;
  #headings = 0;

  constructor(mentions: Mentions, memory: LayoutMemory | undefined) {
    this.mentions = mentions;
    this.#memory = memory;
  }

  /** Footnotes so far. */
  get footnotes(): number {
    return this.#footnotes;
  }

  countFootnotes(count: number): void {
    this.#footnotes += count;
  }

  /** The bookmark of the next heading. */
  nextHeadingId(): string {
    this.#headings += 1;
    return `_Toc${this.#headings}`;
  }

  /** What `make` gives, or what it gave the last time `from` the same. */
  recall<T>(name: string, from: readonly unknown[], make: () => T): T {
    return this.#memory ? this.#memory.recall(name, from, make) : make();
  }

  /** The same for blocks. */
  recallBlocks<T extends Block | readonly Block[]>(name: string, from: readonly unknown[], make: () => T): T {
    return this.#memory ? this.#memory.recallBlocks(name, from, make) : make();
  }
}
