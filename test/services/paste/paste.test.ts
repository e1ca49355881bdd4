import { pasteRows } from '@jixiao/language/services';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, applyEdits, type Case, casesIn, cursorOf, expected, uriOf } from '../case-file.js';

const MAIN = uriOf('main.perf');
const cases = casesIn('paste').map((subject) => [subject.name, subject] as const);

function pasted(subject: Case) {
  const { file, at } = cursorOf(subject);
  const source = subject.analysis.sources.files.get(file);
  if (!source) throw new Error(`The case ${subject.name} has no file`);
  const clipboard = expected(subject, 'clipboard')[0]?.text ?? '';
  return { source, place: at, result: pasteRows(source, at, clipboard) };
}

describe('a block of a spreadsheet', () => {
  test.each(cases)('%s', (_, subject) => {
    const { source, place, result } = pasted(subject);
    if (subject.expectations.some(({ words }) => words[0] === 'plain')) {
      expect(result).toBeUndefined();
      return;
    }
    const after = expected(subject, 'pasted')[0]?.text ?? '';
    expect(result && applyEdits(source.text, result.edits)).toBe(after);
    expect(result?.edits.filter(({ range }) => range === place)).toEqual([{ range: place, newText: result?.text }]);
  });
});

const CELLS = [
  '甲',
  '乙（一）',
  '1',
  '-1',
  '1,234.5',
  '',
  ' ',
  '—',
  '7%',
  '￥5',
  '"',
  '"a\tb"',
  '"x\ny"',
  '=1',
  '{',
  '}',
  '项目',
  '2024',
  '其中：',
  '合计',
  '//',
  '「',
  '`',
  '\\',
  '💰',
  '１２',
];

test('whatever stands on the clipboard, rows are pasted that can be read, or nothing', () => {
  const row = fc.array(fc.constantFrom(...CELLS), { minLength: 1, maxLength: 5 }).map((cells) => cells.join('\t'));
  const clipboard = fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => rows.join('\n'));
  const text = '数据 表 单位为 元 {\n  \n}\n';
  fc.assert(
    fc.property(clipboard, (clip) => {
      const source = analysisOf(new Map([[MAIN, text]])).sources.files.get(MAIN);
      const place = { line: 1, character: 2 };
      const result = source && pasteRows(source, { start: place, end: place }, clip);
      if (!source || !result) return;
      const after = applyEdits(text, result.edits);
      const analysis = analysisOf(new Map([[MAIN, after]]));
      expect(analysis.findings(MAIN).filter(({ code }) => code.startsWith('syntax/'))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** Digits as people write them in spreadsheets. */
const WRITTEN: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ','),
  (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (digits) => ` ${digits} `,
  (digits) => `${digits}人`,
  (digits) => `"${digits}"`,
];

test('every number that was copied is the number of its row and column', () => {
  const digits = fc.nat(99_999_999).map(String);
  const cell = fc
    .tuple(digits, fc.constantFrom(...WRITTEN))
    .map(([plain, write]) => ({ plain, written: write(plain) }));
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, (rows) => {
      const text = '数据 表 单位为 人 {\n  列 一 | 二\n  \n}\n';
      const place = { line: 2, character: 2 };
      const clip = rows.map(([a, b], index) => `第${index}行\t${a.written}\t${b.written}`).join('\r\n');
      const source = analysisOf(new Map([[MAIN, text]])).sources.files.get(MAIN);
      const result = source && pasteRows(source, { start: place, end: place }, clip);
      const after = analysisOf(new Map([[MAIN, applyEdits(text, result?.edits ?? [])]]));
      const [figures] = after.evaluated(MAIN).tables;
      const members = figures?.root.groups[0]?.members ?? [];
      const read = members.map(({ name, cells }) => [
        name,
        ...cells.map(({ quantity }) => `${quantity?.amount.toFraction()}${quantity?.unit.symbol}`),
      ]);
      expect(read).toEqual(rows.map(([a, b], index) => [`第${index}行`, `${a.plain}人`, `${b.plain}人`]));
    }),
    { numRuns: 200 },
  );
});
