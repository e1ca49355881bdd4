import { readFileSync } from 'node:fs';
import { formatText } from '@jixiao/language/services';
import { expect, test } from 'vitest';

const PAGE = new URL('../../../docs/formatting.md', import.meta.url);

test('the example of the documentation is formatted as it says', () => {
  const [before, after, ...more] = [...readFileSync(PAGE, 'utf8').matchAll(/```perf\n(.*?)```/gs)].map(
    ([, text]) => text ?? '',
  );
  expect(more).toEqual([]);
  expect(before && formatText(before)).toBe(after);
});
