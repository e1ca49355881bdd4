import type { FixProvider } from './fix.js';
import { ALLOWANCE_FIXES } from './fixes/allowances.js';
import { NAME_FIXES } from './fixes/names.js';
import { OUTLINE_FIXES } from './fixes/outlines.js';
import { PROSE_FIXES } from './fixes/prose.js';
import { SCORE_FIXES } from './fixes/scores.js';
import { SUM_FIXES } from './fixes/sums.js';
import { SYNTAX_FIXES } from './fixes/syntax.js';
import { TAXONOMY_FIXES } from './fixes/taxonomy.js';
import { VALUE_FIXES } from './fixes/values.js';

/** The fixes by the code of the finding that they put right. A new fix is one entry in a file of `fixes/`. */
export const FIXES: ReadonlyMap<string, FixProvider> = new Map(
  [
    ...SYNTAX_FIXES,
    ...NAME_FIXES,
    ...VALUE_FIXES,
    ...SUM_FIXES,
    ...SCORE_FIXES,
    ...TAXONOMY_FIXES,
    ...OUTLINE_FIXES,
    ...PROSE_FIXES,
    ...ALLOWANCE_FIXES,
  ].map((provider) => [provider.code, provider]),
);

/** The codes of findings for which there is a fix, besides allowing them. */
export const FIXABLE_CODES: readonly string[] = [...FIXES.keys()].sort();
