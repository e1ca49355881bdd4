import type { PreviewBlock } from '../protocol.js';

type Put = PreviewBlock & { readonly after: string | null };

export interface Patch {
  readonly removed: readonly string[];
  readonly put: readonly Put[];
}

/**
 * What turns one list of blocks into another: unchanged blocks that keep their order stay, all others
 * are put anew. Applied as the protocol says: first the removals, then what is put, in order. An edit
 * leaves most keys where they are; blocks there cost a comparison of objects.
 */
export function patchBetween(before: readonly PreviewBlock[], now: readonly PreviewBlock[]): Patch {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start]?.key === now[start]?.key) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end)?.key === now.at(-1 - end)?.key) end++;

  const put: Put[] = [];
  /** Those of one key at both places. */
  const putChanged = (from: number, to: number, fromBefore: number) => {
    for (let index = from; index < to; index++) {
      const block = now[index] as PreviewBlock;
      const old = before[fromBefore + index - from];
      if (block !== old && block.html !== old?.html) put.push(putAfter(now[index - 1], block));
    }
  };
  putChanged(0, start, 0);
  const middle = reorder(before.slice(start, before.length - end), now.slice(start, now.length - end), now[start - 1]);
  put.push(...middle.put);
  putChanged(now.length - end, now.length, before.length - end);
  return { removed: middle.removed, put };
}

function putAfter(above: PreviewBlock | undefined, { key, html }: PreviewBlock): Put {
  return { key, html, after: above?.key ?? null };
}

/** The same for lists whose keys differ, below a block that stays. */
function reorder(
  before: readonly PreviewBlock[],
  now: readonly PreviewBlock[],
  above: PreviewBlock | undefined,
): Patch {
  const wanted = new Set(now.map(({ key }) => key));
  const htmlBefore = new Map(before.map(({ key, html }) => [key, html]));
  const left = before.map(({ key }) => key).filter((key) => wanted.has(key));
  const put: Put[] = [];
  const moved = new Set<string>();
  let next = 0;
  let last = above;
  for (const block of now) {
    while (next < left.length && moved.has(left[next] ?? '')) next++;
    const inPlace = left[next] === block.key;
    if (inPlace) next++;
    else if (htmlBefore.has(block.key)) moved.add(block.key);
    if (!inPlace || htmlBefore.get(block.key) !== block.html) put.push(putAfter(last, block));
    last = block;
  }
  return { removed: before.map(({ key }) => key).filter((key) => !wanted.has(key)), put };
}
