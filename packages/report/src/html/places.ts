import type { Span } from '@jixiao/core';

/**
 * The places in the source that the elements of one block come from. The HTML refers to them by
 * number, so that it stays the same when text above moves them.
 */
export class Places {
  readonly #spans: Span[] = [];

  /** An attribute that names the place; empty for generated text. */
  attribute(span: Span | undefined): string {
    if (!span) return '';
    this.#spans.push(span);
    return ` data-at="${this.#spans.length - 1}"`;
  }

  get spans(): readonly Span[] {
    return this.#spans;
  }
}
