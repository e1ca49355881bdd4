import type { Facts, Finding, FindingKind, Message } from '@jixiao/core';
import type { Change } from '../changes/changes.js';
import type { FixSite } from './fix-site.js';

/** One way to put a finding right. */
export interface Fix {
  readonly title: Message;
  readonly changes: readonly Change[];
  /** The way that most authors want; at most one a finding. */
  readonly preferred?: boolean;
  /**
   * Nothing on paper changes its meaning, and there is only one way: may be applied to a whole file
   * at once, also on saving. Never for a number, a score or a grade: which of two is wrong the
   * author alone knows, and while parts are still being typed a total is right although they do
   * not add up yet.
   */
  readonly safe?: boolean;
  /** What the rules compute is put in place of what is written. Applied to a whole file only when asked for. */
  readonly recalculates?: boolean;
}

/** Finds the ways to put one kind of finding right. */
export interface FixProvider {
  readonly code: string;
  readonly fixes: (finding: Finding, site: FixSite) => readonly Fix[];
}

/** Fixes for a kind of finding, from its facts. */
export function fixesFor<F extends Facts>(
  kind: FindingKind<F>,
  fixes: (facts: F, site: FixSite) => readonly Fix[],
): FixProvider {
  // A finding was made by its kind, so its data are the facts of this kind.
  return { code: kind.code, fixes: (finding, site) => fixes(finding.data as F, site) };
}
