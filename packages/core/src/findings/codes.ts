import * as catalogue from './catalogue/index.js';
import type { FindingKind } from './definition.js';

/** Every kind of finding by its code. */
export const FINDING_KINDS: ReadonlyMap<string, FindingKind> = new Map(
  Object.values(catalogue)
    .flatMap((area) => Object.values(area) as unknown as FindingKind[])
    .map((kind): [string, FindingKind] => [kind.code, kind])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
