import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../../packages/language/src/services/paste/clipboard.js';

describe('the cells of a clipboard', () => {
  test.each<[string, string[][]]>([
    [
      '甲\t1\r\n乙\t2',
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
    ['"甲\n乙"\t1', [['甲\n乙', '1']]],
    ['"说""好"""\t1', [['说"好"', '1']]],
    [
      '"没有合上\t1\n"又一个\t2',
      [
        ['"没有合上', '1'],
        ['"又一个', '2'],
      ],
    ],
    ['\t\t\n\t甲\t\n\t\t', [['甲']]],
    ['', []],
  ])('%j', (text, cells) => expect(cellsOf(text)).toEqual(cells));

  test('are as many as there are', () => {
    const cells = cellsOf('1\t2\n'.repeat(70_000));
    expect([cells.length, cells[69_999]]).toEqual([70_000, ['1', '2']]);
  });

  test('come back as they were written', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n') }), { minLength: 2, maxLength: 2 })),
        (rows) => {
          const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}|"`).join('\t'));
          expect(cellsOf(quoted.join('\n'))).toEqual(rows.map((row) => row.map((cell) => `${cell}|`)));
        },
      ),
    ));
});
