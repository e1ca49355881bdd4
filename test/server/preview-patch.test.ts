import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Patch, patchBetween } from '../../packages/server/src/preview/patch.js';
import type { PreviewBlock } from '../../packages/server/src/protocol.js';

/** What a client does with a patch: exactly what the protocol says, on a list instead of elements. */
function applied(before: readonly PreviewBlock[], { removed, put }: Patch): PreviewBlock[] {
  const blocks = before.filter(({ key }) => !removed.includes(key));
  for (const { key, html, after } of put) {
    const old = blocks.findIndex((block) => block.key === key);
    if (old >= 0) blocks.splice(old, 1);
    const at = after === null ? 0 : blocks.findIndex((block) => block.key === after) + 1;
    if (after !== null && at === 0) throw new Error(`nothing to put ${key} after`);
    blocks.splice(at, 0, { key, html });
  }
  return blocks;
}

function blocks(text: string): PreviewBlock[] {
  return text.split('').map((key) => ({ key: key.toLowerCase(), html: key }));
}

/** Capital letters stand for changed blocks. */
const cases: [before: string, now: string, removed: string, put: string][] = [
  ['abc', 'abc', '', ''],
  ['abc', 'aBc', '', 'B'],
  ['abc', 'abxc', '', 'x'],
  ['abc', 'ac', 'b', ''],
  ['abc', 'xabc', '', 'x'],
  ['', 'ab', '', 'ab'],
  ['ab', '', 'ab', ''],
  ['abcd', 'acbd', '', 'c'],
  ['abc', 'xyz', 'abc', 'xyz'],
];

describe('only what changed travels', () => {
  test.each(cases)('%s → %s', (before, now, removed, put) => {
    const patch = patchBetween(blocks(before), blocks(now));
    expect(patch.removed.join('')).toBe(removed);
    expect(patch.put.map(({ html }) => html).join('')).toBe(put);
  });

  const someBlocks = fc
    .uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 })
    .chain((keys) => fc.tuple(...keys.map((key) => fc.constantFrom(key, key.toUpperCase()))))
    .map((letters) => blocks(letters.join('')));

  test('a patch always leads from one to the other', () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (before, now) => {
        expect(applied(before, patchBetween(before, now))).toEqual(now);
      }),
    );
  });
});
