import { expect, test } from 'vitest';
import { analyseText, MAIN } from './memory-host.js';

/** Figures each of which takes the next, the last one what is given. */
function chain(length: number, last: string): string {
  const links = Array.from({ length: length - 1 }, (_, index) => `数据 甲${index} = 甲${index + 1} + 1人\n`);
  return `${links.join('')}数据 甲${length - 1} = ${last}\n`;
}

async function messages(text: string): Promise<string[]> {
  const analysis = await analyseText(text);
  return analysis.findings(MAIN).map(({ message }) => message.zh);
}

test.each([2, 59, 60, 61, 62, 100, 121, 400])('of a circle of %i figures each is reported', async (length) => {
  const found = await messages(chain(length, '甲0'));
  expect(found).toHaveLength(length);
  expect(new Set(found.map((message) => /：(甲\d+) → /.exec(message)?.[1])).size).toBe(length);
  for (const message of found) {
    const names = message.match(/甲\d+/g) ?? [];
    expect(names[0]).toBe(names.at(-1));
    const [first = 0, second] = names.map((name) => Number(name.slice(1)));
    expect(second).toBe((first + 1) % length);
  }
  if (length > 12) expect(found[0]).toContain(`（共${length}项）`);
});

test('a circle at the far end of a chain is not the whole chain', async () => {
  const found = await messages(chain(150, '甲140'));
  expect(found).toHaveLength(10);
  expect(found[0]).toContain('甲140 → 甲141 → ');
});

test('a long chain that ends is no circle', async () => {
  expect(await messages(chain(3000, '1人'))).toEqual([]);
});

test('a long circle does not take for ever', async () => {
  expect(await messages(chain(3000, '甲0'))).toHaveLength(3000);
});
