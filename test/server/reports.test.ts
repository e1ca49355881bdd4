import type { EvaluatedFile } from '@jixiao/language';
import { expect, test } from 'vitest';
import { reportsById } from '../../packages/server/src/preview/reports.js';

function idsOf(titles: readonly string[]): string[] {
  const reports = titles.map((title) => ({ title }));
  return [...reportsById({ reports } as unknown as EvaluatedFile).keys()];
}

const cases: [titles: string[], ids: string[]][] = [
  [
    ['甲', '乙', '甲', '甲', '乙'],
    ['甲', '乙', '甲~2', '甲~3', '乙~2'],
  ],
  [
    ['甲~2', '甲', '甲', '甲'],
    ['甲~2', '甲', '甲~3', '甲~4'],
  ],
  [
    ['甲', '甲', '甲~2', '甲'],
    ['甲', '甲~2', '甲~2~2', '甲~3'],
  ],
];

test.each(cases)('the ids of %j', (titles, ids) => {
  expect(idsOf(titles)).toEqual(ids);
});

/** To try every number from the start takes some ten seconds for as many, to go on from the last one some hundredths. */
test('reports of one title are told apart without trying every number again', { timeout: 60_000 }, () => {
  const many = Array.from({ length: 20_000 }, () => '甲');
  const start = performance.now();
  expect(idsOf(many).at(-1)).toBe('甲~20000');
  expect(performance.now() - start).toBeLessThan(2_000);
});
