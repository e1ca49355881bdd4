import { Keys } from './keys.js';
import type { Mentions } from './mentions.js';

/** What is counted through the whole document while it is laid out. */
export class LayoutContext {
  readonly keys = new Keys();
  readonly mentions: Mentions;
  #footnotes = 0;
  #lists = 0;
  #headings = 0;

  constructor(mentions: Mentions) {
    this.mentions = mentions;
  }

  nextFootnote(): number {
    this.#footnotes += 1;
    return this.#footnotes;
  }

  nextList(): number {
    this.#lists += 1;
    return this.#lists;
  }

  /** The bookmark of the next heading. */
  nextHeadingId(): string {
    this.#headings += 1;
    return `_Toc${this.#headings}`;
  }
}
