import { catalogue, type FindingKind } from '@jixiao/core';

let kinds: readonly FindingKind[] | undefined;

/** Every kind of finding that there is, by code. */
export function findingKinds(): readonly FindingKind[] {
  kinds ??= Object.values(catalogue)
    .flatMap((area) => Object.values<unknown>(area))
    .filter(isFindingKind)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return kinds;
}

function isFindingKind(value: unknown): value is FindingKind {
  return typeof value === 'object' && value !== null && 'code' in value && 'severity' in value;
}
