import type { Mentions } from './mentions.js';

/** What is counted through the whole document while it is laid out. */
export class LayoutContext {
  readonly mentions: Mentions;
  #footnotes = 0;
  #headings = 0;

  constructor(mentions: Mentions) {
    this.mentions = mentions;
  }

  /** Footnotes so far. */
  get footnotes(): number {
    return this.#footnotes;
  }

  /** Headings so far. */
  get headings(): number {
    return this.#headings;
  }

  count({ footnotes = 0, headings = 0 }: { readonly footnotes?: number; readonly headings?: number }): void {
    this.#footnotes += footnotes;
    this.#headings += headings;
  }

  /** The bookmark of the next heading. */
  nextHeadingId(): string {
    this.#headings += 1;
    return `_Toc${this.#headings}`;
  }
}
