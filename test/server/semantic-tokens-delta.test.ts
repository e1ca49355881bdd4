import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween } from '../../packages/server/src/features/semantic-tokens.js';

const numbers = fc.array(fc.nat(3), { maxLength: 12 });

test('the edits lead from one list to the other, and there are none where there is nothing to do', () => {
  fc.assert(
    fc.property(numbers, numbers, (before, now) => {
      const result = [...before];
      const edits = editsBetween(before, now);
      for (const { start, deleteCount, data = [] } of edits) result.splice(start, deleteCount, ...data);
      expect(result).toEqual(now);
      if (JSON.stringify(before) === JSON.stringify(now)) expect(edits).toEqual([]);
    }),
  );
});
