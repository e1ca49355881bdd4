import type { EvaluatedReport } from '@jixiao/core';
import { layout } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import { prose, report } from './builders.js';
import { image } from './pictures.js';
import { blocksIn, only, plain } from './tree.js';

const signed = (label: string, rest: Partial<EvaluatedReport> = {}) => {
  const base = report([prose('文。')], rest);
  const unit = base.unit && { ...base.unit, label };
  return only(blocksIn(layout({ ...base, ...(unit && { unit }) })), 'signature');
};

/** Left edges in characters of a line of 28. */
const lefts = (block: ReturnType<typeof signed>) =>
  block.lines.map(({ text, right }) => 28 - right - [...text].reduce((sum, c) => sum + (c < '\u0100' ? 0.5 : 1), 0));

describe('a signature without seal', () => {
  test.each([
    ['沅陵县明溪口镇人民政府', [2, 5]],
    ['沅陵县财政局机关党委会', [2, 5]],
    ['八个字的单位名称', [2, 2]],
    ['财政局', [7, 2]],
  ])('of %s stands %j characters from the right', (label, rights) => {
    const block = signed(label);
    expect(block.lines.map(({ right }) => right)).toEqual(rights);
    expect(block.linesBefore).toBe(1);
  });

  test.each(['沅陵县明溪口镇人民政府', '财政局', '沅陵县农业农村局'])(
    'of %s has the date two characters in',
    (label) => {
      const [unit = 0, date = 0] = lefts(signed(label));
      expect(date - unit).toBe(2);
    },
  );
});

describe('a signature with seal', () => {
  test.each(['沅陵县明溪口镇人民政府', '财政局'])(
    'of %s is centred on the date, four characters from the right',
    (label) => {
      const block = signed(label, { sealed: true });
      const [unit = 0, date = 0] = lefts(block);
      expect(block.lines[1]?.right).toBe(4);
      expect(unit + [...label].length / 2).toBe(date + 3);
      expect(block.linesBefore).toBe(3);
    },
  );

  test('never leaves the type area', () => {
    const block = signed('沅陵县人民政府办公室和沅陵县财政局绩效评价管理中心', { sealed: true });
    expect(block.lines[0]?.right).toBe(0);
    expect(block.lines[1]?.right).toBe((25 - 6) / 2);
  });
});

describe('a unit longer than a line', () => {
  const long = '某某壮族自治县农业农村和水利综合行政执法与扶贫开发领导小组办公室';
  const longer = `${long}驻某某街道工作站`;

  test.each([long, longer])('%s goes on below, flush with the date', (label) => {
    const { lines } = signed(label);
    const unit = lines.slice(0, -1);
    expect(unit.map(({ text }) => text).join('')).toBe(label);
    expect(unit).toHaveLength(2);
    for (const { text } of unit) expect([...text].length).toBeGreaterThan(12);
    expect(lines.map(({ right }) => right)).toEqual([2, 2, 2]);
  });

  test.each([long, longer])('%s is centred on a sealed date, four characters from the right', (label) => {
    const block = signed(label, { sealed: true });
    const [date = 0, ...unit] = lefts(block).reverse();
    expect(block.lines.at(-1)?.right).toBe(4);
    block.lines
      .slice(0, -1)
      .reverse()
      .forEach(({ text }, index) => {
        expect((unit[index] ?? 0) + [...text].length / 2).toBe(date + 3);
      });
  });

  test('of which a line would not hold it with its distance from the right goes on below, too', () => {
    expect(signed('某某县'.repeat(9)).lines).toHaveLength(3);
  });
});

test.each([
  [{ year: 2025, month: 6, day: 5 }, '2025年6月5日'],
  [{ year: 2025, month: 12, day: 31 }, '2025年12月31日'],
  [{ year: 2025, month: 6 }, '2025年6月'],
])('the date %j is written %s', (date, expected) => {
  expect(signed('财政局', { date }).lines[1]?.text).toBe(expected);
});

test('a report without unit and date has none', () => {
  expect(blocksIn(layout(plain([]))).map(({ kind }) => kind)).toEqual(['title']);
});

test('one without unit has only the date', () => {
  const { unit, ...rest } = report([]);
  expect(only(blocksIn(layout(rest)), 'signature').lines).toEqual([{ text: '2025年6月5日', right: 2 }]);
});

describe('what stands before it', () => {
  const preceding = (...lines: string[]) => {
    const blocks = blocksIn(layout(report([prose(...lines)])));
    return blocks[blocks.length - 2];
  };
  const han = (lines: number) => '绩'.repeat(28 * lines - 2);

  test('stays with it if it is short', () => {
    expect(preceding('一。', han(5))?.keepNext).toBe(true);
  });

  test('stays with it if it is a picture, however high, and leaves room for it', () => {
    const pictured = (width: number, height: number) => {
      const blocks = blocksIn(layout(report([image('a.png')]), { pictures: new Map([['a.png', { width, height }]]) }));
      const block = only(blocks, 'image');
      expect(block.keepNext).toBe(true);
      return block.size;
    };
    expect(pictured(96, 192)).toEqual({ width: 25.4, height: 50.8 });
    const { width = 0, height = 0 } = pictured(400, 4000) ?? {};
    expect(height).toBeCloseTo(225 - 3 * (225 / 22) - 1.4, 0);
    expect(width).toBeCloseTo(height / 10, 5);
  });

  test('is free to break if it is long and ends where the signature has room', () => {
    expect(preceding(han(30))?.keepNext).toBeUndefined();
  });

  test('stays with it if it is long and ends near the foot of a page', () => {
    expect(preceding(han(18))?.keepNext).toBe(true);
  });
});
