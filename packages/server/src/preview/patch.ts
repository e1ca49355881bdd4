import type { PreviewBlock } from '../protocol.js';

export interface Patch {
  readonly removed: readonly string[];
  readonly put: readonly (PreviewBlock & { readonly after: string | null })[];
}

/**
 * What turns one list of blocks into another: unchanged blocks that keep their order stay, all others
 * are put anew. Applied as the protocol says: first the removals, then what is put, in order.
 */
export function patchBetween(before: readonly PreviewBlock[], now: readonly PreviewBlock[]): Patch {
  const wanted = new Set(now.map(({ key }) => key));
  const htmlBefore = new Map(before.map(({ key, html }) => [key, html]));
  const left = before.map(({ key }) => key).filter((key) => wanted.has(key));
  const put: (PreviewBlock & { after: string | null })[] = [];
  const moved = new Set<string>();
  let next = 0;
  let after: string | null = null;
  for (const { key, html } of now) {
    while (next < left.length && moved.has(left[next] ?? '')) next++;
    const inPlace = left[next] === key;
    if (inPlace) next++;
    else if (htmlBefore.has(key)) moved.add(key);
    if (!inPlace || htmlBefore.get(key) !== html) put.push({ key, html, after });
    after = key;
  }
  return { removed: before.map(({ key }) => key).filter((key) => !wanted.has(key)), put };
}
