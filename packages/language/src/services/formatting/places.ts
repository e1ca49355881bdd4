import type { Position } from '@jixiao/core';

/** Lines of a text, from 0; both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export const ALL_LINES: LineRange = { first: 0, last: Number.POSITIVE_INFINITY };

/** Lines and characters of a text by offset, and the other way round. */
export class Places {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }

  offset({ line, character }: Position): number {
    return (this.starts[line] ?? 0) + character;
  }
}
