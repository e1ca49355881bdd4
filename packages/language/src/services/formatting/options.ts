import type { Language } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';

/** How a file is formatted. */
export interface FormatOptions {
  /** Blanks for each level inside a declaration. */
  readonly indent: number;
  /** Turns every keyword into one spelling, or keeps the one that each is written in. */
  readonly keywords: 'keep' | Language;
  /** Puts the marks `=`, `|`, `:` and `->` of rows that follow each other below one another. */
  readonly align: boolean;
  /**
   * What the names of the file stand for. Needed to respell attributes such as 得分: without it
   * they are left as they are, since a figure may have such a name too.
   */
  readonly analysis?: Analysis;
}

const DEFAULTS: FormatOptions = { indent: 2, keywords: 'keep', align: true };

/** The options that were given, the usual ones for the rest. */
export function completeOptions(given: Partial<FormatOptions> = {}): FormatOptions {
  return { ...DEFAULTS, ...given };
}

/** Columns after which a block on one line is broken up, and beyond which nothing is moved to align it. */
export const LINE_WIDTH = 120;
