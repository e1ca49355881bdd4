import type { Block, Orientation, PageSection } from './document.js';

/** Gathers blocks into runs of pages; a change of orientation begins a new run. */
export class PageBuilder {
  readonly #sections: { orientation: Orientation; blocks: Block[] }[] = [];
  #orientation: Orientation = 'portrait';
  #fresh = true;
  readonly #recordings: Block[][] = [];

  /** The orientation of the next block. */
  get orientation(): Orientation {
    return this.#orientation;
  }

  add(block: Block): void {
    for (const recording of this.#recordings) recording.push(block);
    const last = this.#sections[this.#sections.length - 1];
    if (last && !this.#fresh && last.orientation === this.#orientation) {
      // Two breaks would leave a blank page between them.
      if (block.kind === 'pageBreak' && last.blocks.at(-1)?.kind === 'pageBreak') return;
      last.blocks.push(block);
      return;
    }
    // A new run begins on a new page by itself.
    if (block.kind === 'pageBreak') return;
    this.trimBreaks();
    this.#sections.push({ orientation: this.#orientation, blocks: [block] });
    this.#fresh = false;
  }

  /** Adds to the last page there is, whatever its orientation, so that nothing stands alone on a page. */
  addToLast(block: Block): void {
    const last = this.#sections[this.#sections.length - 1];
    if (last) last.blocks.push(block);
    else this.add(block);
  }

  /** Begins a new run of pages. */
  begin(orientation: Orientation): void {
    this.#orientation = orientation;
    this.#fresh = true;
  }

  /** Lays out what `fill` adds on pages of the given orientation, then returns to the one before. */
  within(orientation: Orientation, fill: () => void): void {
    const before = this.#orientation;
    this.#orientation = orientation;
    fill();
    this.#orientation = before;
  }

  /** Everything that `fill` adds. */
  record(fill: () => void): readonly Block[] {
    const recording: Block[] = [];
    this.#recordings.push(recording);
    fill();
    this.#recordings.pop();
    return recording;
  }

  /** Takes back page breaks that nothing follows on the last page. */
  trimBreaks(): void {
    const blocks = this.#sections[this.#sections.length - 1]?.blocks ?? [];
    while (blocks[blocks.length - 1]?.kind === 'pageBreak') blocks.pop();
  }

  finish(): PageSection[] {
    this.trimBreaks();
    return this.#sections.map(({ orientation, blocks }, index) => ({ key: `pages${index + 1}`, orientation, blocks }));
  }
}
