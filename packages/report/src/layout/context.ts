import type { Mentions } from './mentions.js';
import type { Size } from './picture-size.js';

/** What is counted through the whole document while it is laid out. */
export class LayoutContext {
  readonly mentions: Mentions;
  /** How large pictures are in pixels, by their paths. */
  readonly pictures: ReadonlyMap<string, Size>;
  #footnotes = 0;
  #headings = 0;

  constructor(mentions: Mentions, pictures: ReadonlyMap<string, Size> = new Map()) {
    this.mentions = mentions;
    this.pictures = pictures;
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
