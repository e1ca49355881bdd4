import { basename, dirname } from 'node:path';
import { claimNames, type NameClaim } from '@jixiao/report/file-names';

/**
 * Which names each source has for its Word files. Jobs know nothing of each other and need not: claims do not overlap.
 * @param sources those that are not built keep their names as well
 */
export function claimsOf(sources: Iterable<string>): ReadonlyMap<string, NameClaim> {
  const folders = new Map<string, string[]>();
  for (const source of sources) {
    const folder = dirname(source);
    const inside = folders.get(folder);
    if (inside) inside.push(source);
    else folders.set(folder, [source]);
  }
  const claims = new Map<string, NameClaim>();
  for (const inside of folders.values()) {
    const claimed = claimNames(inside.map((source) => basename(source)));
    for (const source of inside) {
      const claim = claimed.get(basename(source));
      if (claim) claims.set(source, claim);
    }
  }
  return claims;
}
