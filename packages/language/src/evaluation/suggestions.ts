import { distance } from 'fastest-levenshtein';
import type { Scope, Wanted } from './scope.js';

const MOST = 3;

/** Paths in sight whose last name resembles the one that was not found, the most similar first. */
export function similarNames(segments: readonly string[], scope: Scope, wanted: Wanted): string[] {
  const written = segments.at(-1) ?? '';
  const found: { readonly path: string; readonly far: number }[] = [];
  // The name is looked at before its symbols are: in a broken file every name is compared with every other.
  for (const { path, symbol } of scope.symbols((last) => similarity(written, last) !== undefined)) {
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
  const [short, long] = written.length < name.length ? [written, name] : [name, written];
  if (short.length >= 2 && short.length < long.length && long.includes(short)) return 1;
  const most = Math.max(1, Math.floor(long.length / 3));
  if (long.length - short.length > most || foreign(written, name, most) > most) return undefined;
  const far = distance(written, name);
  return far <= most && short.length > far ? far + 1 : undefined;
}

/** How many characters of a word another lacks, each of which has to be changed; counted until there are too many. */
function foreign(written: string, name: string, most: number): number {
  let count = 0;
  for (let at = 0; at < written.length && count <= most; at++) if (!name.includes(written.charAt(at))) count++;
  return count;
}
