import { describe, expect, test } from 'vitest';
import { longestFile, shapeViolations } from './file-shape.js';
import { sourceFiles } from './source-file.js';

test('every file is short and says in its name what it is for', () => {
  const files = sourceFiles('packages', 'test');
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(shapeViolations)).toEqual([]);
});

describe('the rule itself', () => {
  const path = 'packages/core/src/quantity/sum.ts';

  test('a file of the greatest length passes, one more line does not', () => {
    expect(shapeViolations({ path, text: '//\n'.repeat(longestFile) })).toEqual([]);
    expect(shapeViolations({ path, text: '//\n'.repeat(longestFile + 1) })).toEqual([
      `${path} has ${longestFile + 1} lines; ${longestFile} are the most`,
    ]);
  });

  test.each([
    'packages/core/src/utils.ts',
    'packages/core/src/utils/sum.ts',
    'packages/core/src/string-helpers.ts',
    'packages/core/src/stringHelpers.ts',
    'packages/core/src/common.ts',
    'packages/core/src/misc.test.ts',
    'packages/server/src/SessionManager.ts',
  ])('%s is refused', (refused) => {
    expect(shapeViolations({ path: refused, text: '' })).toHaveLength(1);
  });

  test.each([path, 'packages/extension/src/common/client.ts', 'packages/report/src/layout/utilisation.ts'])(
    '%s is accepted',
    (accepted) => {
      expect(shapeViolations({ path: accepted, text: '' })).toEqual([]);
    },
  );
});
