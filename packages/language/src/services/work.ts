/**
 * What the services had to work out since the start: measures of work that do not depend on the
 * machine. A declaration, an item of a report and a block of prose count as one each.
 */
export const WORK = {
  /** Declarations and items whose names were looked through. */
  names: 0,
  /** Declarations and blocks of prose whose tokens were coloured. */
  tokens: 0,
  /** Declarations that were laid out by the formatter. */
  layouts: 0,
  /** Blocks of prose whose words were taken apart for that. */
  words: 0,
  /** Declarations whose foldable stretches were found. */
  folds: 0,
  /** Declarations whose outline was made. */
  outlines: 0,
  /** Files that were read as they would be after a change. */
  rereadings: 0,
};

export type Work = typeof WORK;
