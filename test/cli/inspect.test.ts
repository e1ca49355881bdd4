import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';
import { REPORT, WRONG_SUM } from './samples.js';

async function inspected(text: string): Promise<Record<string, unknown>> {
  const cwd = folderWith({ 'a.perf': text });
  const { code, out, err } = await runHere(['inspect', 'a.perf', '--format', 'json'], { cwd });
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

/** A figure as it is written, and what other programs read. */
const figures: readonly (readonly [text: string, read: object])[] = [
  ['数据 甲 = 1142.89万元', { value: '1142.89', unit: '万元', state: 'stated', text: '1142.89万元' }],
  ['数据 甲 = 0.1万元 + 0.2万元', { value: '0.3', unit: '万元', state: 'stated', formula: '0.1万元 + 0.2万元' }],
  ['数据 甲 = 1 / 3', { value: '0.33333333333333333333', unit: '', rounded: true }],
  ['数据 甲 = 1 / 8', { value: '0.125', unit: '' }],
  ['数据 甲 = 7.3%', { value: '7.3', unit: '%', text: '7.3%' }],
  ['数据 甲 = 123456789012345678901234567890.12元', { value: '123456789012345678901234567890.12' }],
  ['数据 甲 { 乙 = 1人 丙 = 2人 }', { value: '3', unit: '人', state: 'computed' }],
  ['数据 甲 = —', { state: 'blank' }],
  ['数据 甲', { state: 'missing' }],
  ['数据 甲 = 1 / 0', { state: 'invalid' }],
];

describe('figures', () => {
  test.each(figures)('%s', async (text, read) => {
    const { figures: found } = await inspected(`${text}\n`);
    expect((found as object[])[0]).toMatchObject({ path: ['甲'], label: '甲', ...read });
    if (!('value' in read)) expect((found as object[])[0]).not.toHaveProperty('value');
    if (!('rounded' in read)) expect((found as object[])[0]).not.toHaveProperty('rounded');
  });

  test('columns are cells', async () => {
    const { figures: found } = await inspected('数据 甲 = 1 | — {\n  列 上年 | 本年\n}\n');
    expect(found).toMatchObject([
      {
        path: ['甲'],
        cells: [
          { column: '上年', state: 'stated', value: '1' },
          { column: '本年', state: 'blank' },
        ],
      },
    ]);
  });

  test('parts follow their whole, with their partition in the path', async () => {
    const { figures: found } = await inspected('数据 甲 = 3 {\n  按 乙 { 丙 = 1 丁 = 2 }\n}\n');
    expect((found as { path: string[] }[]).map(({ path }) => path)).toEqual([
      ['甲'],
      ['甲', '乙', '丙'],
      ['甲', '乙', '丁'],
    ]);
  });
});

describe('the published example', () => {
  const file = fileURLToPath(new URL('../../examples/mingxikou-2024/corrected.perf', import.meta.url));

  test('scores, total, grade, sections', async () => {
    const { code, out } = await runHere(['inspect', file, '--format', 'json'], { cwd: '/' });
    const { version, file: named, summary, indicators, reports } = JSON.parse(out);
    expect([code, version, named, summary.errors]).toEqual([0, 1, file, 0]);
    expect(indicators).toMatchObject([
      {
        name: '自评表',
        rubric: '湖南整体支出',
        points: { value: '100', unit: '分' },
        total: { value: '96' },
        grade: '优秀',
      },
    ]);
    const benefits = indicators[0].indicators.find(({ label }: { label: string }) => label === '效益指标');
    expect(benefits).toMatchObject({ level: 1, points: { value: '30' }, score: { value: '26' } });
    expect(reports).toMatchObject([{ year: 2024, date: '2025-06-05', annexLabel: '附件4' }]);
    expect(reports[0].sections[0]).toMatchObject({
      title: '部门、单位基本情况',
      sections: expect.arrayContaining([{ title: '机构设置情况' }]),
    });
  });

  test('no number is a binary fraction', async () => {
    const { out } = await runHere(['inspect', file, '--format', 'json'], { cwd: '/' });
    // Years, levels and counts are whole numbers; every figure is a text.
    expect(out).not.toMatch(/: -?\d+\.\d/);
  });

  test('the text is aligned as it is drawn', async () => {
    const { out } = await runHere(['inspect', file], { cwd: '/' });
    expect(out).toMatch(/^编制 {20}77人\n {2}行政编制 {14}36人\n/);
    expect(out).toContain('《部门整体支出绩效自评报告》\n  部门、单位基本情况\n    机构设置情况\n');
  });
});

test('errors do not keep it from printing what is known, and are counted', async () => {
  const { summary, figures: found } = await inspected(WRONG_SUM + REPORT);
  expect(summary).toMatchObject({ errors: 1 });
  expect(found).toHaveLength(6);
});

test('errors have no say in the exit code, as its help tells', async () => {
  const cwd = folderWith({ 'a.perf': WRONG_SUM });
  expect((await runHere(['inspect', 'a.perf'], { cwd })).code).toBe(0);
  expect((await runHere(['inspect', '--help'], { cwd })).out).toContain('退出码');
  expect((await runHere(['inspect', '--help', '--lang', 'en'], { cwd })).out).toContain('exit code');
});

test('annexes are found wherever they stand, and their sections stand only there', async () => {
  const items =
    '节 "一" { 附件 1 "甲" [ 文 ] } 横向 { 附件 2 "乙" { 节 "内" [ 文 ] } 节 "二" [ 文 ] } 附件 3 "丙" [ 文 ]';
  const { reports } = await inspected(`报告 "题" { ${items} }\n`);
  expect(reports).toMatchObject([
    {
      sections: [{ title: '一' }, { title: '二' }],
      annexes: [
        { number: 1, title: '甲', sections: [] },
        { number: 2, title: '乙', sections: [{ title: '内' }] },
        { number: 3, title: '丙', sections: [] },
      ],
    },
  ]);
});

test('only the figures of the file itself', async () => {
  const cwd = folderWith({ 'a.perf': '引入 "u.perf"\n数据 丁 = 1\n', 'u.perf': '数据 戊 = 1\n' });
  const { out } = await runHere(['inspect', 'a.perf', '--format', 'json'], { cwd });
  expect(JSON.parse(out).figures).toMatchObject([{ path: ['丁'] }]);
});
