import { distance } from 'fastest-levenshtein';
import type { Scope, Wanted } from './scope.js';

const MOST = 3;

/** Paths in sight whose last name resembles the one that was not found, the most similar first. */
export function similarNames(segments: readonly string[], scope: Scope, wanted: Wanted): string[] {
  const written = segments.at(-1) ?? '';
  const found: { readonly path: string; readonly far: number }[] = [];
  for (const { path, symbol } of scope.symbols()) {
    if (!wanted(symbol)) continue;
    const far = similarity(written, path.at(-1) ?? '');
    if (far !== undefined) found.push({ path: path.join('.'), far });
  }
  found.sort((a, b) => a.far - b.far || a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  return [...new Set(found.map(({ path }) => path))].slice(0, MOST);
}

/** The words of a list that resemble a word. */
export function similarWords(written: string, words: Iterable<string>): string[] {
  const found = [...words].flatMap((word) => {
    const far = similarity(written, word);
    return far === undefined ? [] : [{ word, far }];
  });
  return found
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** How far two names lie apart; undefined where nobody would confuse them. */
function similarity(written: string, name: string): number | undefined {
  if (written === name) return 0;
  if (written.length >= 2 && (name.includes(written) || written.includes(name)) && name.length >= 2) return 1;
  const far = distance(written, name);
  const most = Math.floor(Math.max(written.length, name.length) / 3);
  return far <= Math.max(1, most) && Math.min(written.length, name.length) > far ? far + 1 : undefined;
}
