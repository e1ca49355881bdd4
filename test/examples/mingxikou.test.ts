import { quantityText } from '@jixiao/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type LoadedExample, loadExample, runsOf, titlesOf } from './load-example.js';

let published: LoadedExample;
let corrected: LoadedExample;

beforeAll(async () => {
  published = await loadExample('mingxikou-2024/as-published.perf');
  corrected = await loadExample('mingxikou-2024/corrected.perf');
});

function reportOf(example: LoadedExample) {
  const [report] = example.analysis.evaluated(example.file).reports;
  if (!report) throw new Error(`${example.file} has no report`);
  return report;
}

function proseOf(example: LoadedExample): string {
  return runsOf(reportOf(example))
    .map((run) => ('text' in run ? run.text : ''))
    .join('');
}

/** What is wrong with the published report, each with the words that its message must contain. */
const PUBLISHED_FINDINGS: readonly (readonly [code: string, ...words: string[]])[] = [
  ['sum/mismatch', '编制', '78人', '77人', '相差1人'],
  ['sum/mismatch', '实有', '83人', '82人', '相差1人'],
  ['sum/mismatch', '脱贫户（含监测户）', '4552人', '4149人', '相差403人'],
  ['sum/rounding', '2799.38万元', '2799.37万元', '0.01万元', '0.015万元'],
  ['sum/derived', '项目支出', '工资福利支出45.39万元'],
  ['score/no-reason', '6分', '10分', '少4分'],
  ['outline/missing-content', '执行率'],
];

describe('the published report', () => {
  test('has exactly the errors that it has', () => {
    const found = published.analysis.findings(published.file);
    expect(found.map(({ code }) => code)).toEqual(PUBLISHED_FINDINGS.map(([code]) => code));
    PUBLISHED_FINDINGS.forEach(([, ...words], index) => {
      for (const word of words) expect(found[index]?.message.zh).toContain(word);
    });
  });

  test.each([
    ['综合评价结论', ['96分', '优秀', '经济效益扣4分']],
    ['编制', ['2024年12月31日', '78人', '83人', '行政编制36人', '事业编制40人', '经费自理人员5人']],
    ['总体情况', ['2799.38万元', '1142.89万元', '868.07万元', '419.42万元', '资本性支出369万元']],
    ['基本支出', ['1542.1万元', '1097.5万元', '423.29万元', '21.31万元']],
    ['项目支出', ['1257.27万元', '328.09万元', '179万元', '29.22万元', '190万元', '530.96万元']],
    ['“三公”经费', ['30万元', '18.25万元']],
    ['产业建设', ['47座', '300万元', '25%', '20%', '120余万元', '浪潮、窝棚溪、铁路坪三个村']],
    ['乡村振兴', ['1144户', '3746人', '148户', '403人', '73户', '195人', '75户', '208人', '17354元', '7.3%', '30口']],
    ['生态环境', ['196亩', '4715.32亩']],
    ['民生保障', ['4552人', '1870人', '100%']],
    ['社会治理', ['6次', '35起', '45起']],
  ])('prints the published figures: %s', (_, figures) => {
    const prose = proseOf(published);
    for (const figure of figures) expect(prose).toContain(figure);
  });

  test('has the sections of the form, numbered by the layout', () => {
    const titles = titlesOf(reportOf(published).items);
    expect(titles.filter((title) => !title.startsWith(' '))).toEqual([
      '部门、单位基本情况',
      '部门整体支出管理及使用情况',
      '政府性基金预算支出情况',
      '部门整体支出绩效情况',
      '存在的问题及原因分析',
      '下一步改进措施',
    ]);
    for (const title of titles) expect(title.trim()).not.toMatch(/^[（(]?[\d一二三四五六七八九十]+[、.）)]/);
  });

  test('signs and dates itself', () => {
    const { unit, year, date, annexLabel } = reportOf(published);
    expect([unit?.label, year, annexLabel]).toEqual(['沅陵县明溪口镇人民政府', 2024, '附件4']);
    expect(date).toEqual({ year: 2025, month: 6, day: 5 });
  });
});

describe('the corrected report', () => {
  test('has neither error nor warning', () => {
    const { analysis } = corrected;
    for (const file of analysis.sources.files.keys()) {
      const shown = analysis.findings(file).filter(({ severity }) => severity !== 'hint');
      expect(shown.map(({ message }) => message.zh)).toEqual([]);
    }
    expect(analysis.allowed(corrected.file).map(({ finding }) => finding.code)).toEqual(['sum/rounding']);
  });

  test('computes what the published one could not', () => {
    const [table] = corrected.analysis.evaluated(corrected.file).indicators;
    expect(table?.executionRate && quantityText(table.executionRate)).toBe('100%');
    expect(table?.total && quantityText(table.total)).toBe('96分');
    expect(proseOf(corrected)).toContain('预算执行率为100%');
  });

  test('differs only where something was wrong', () => {
    const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '' && !/^\s*\/\//.test(line));
    const [before, after] = [new Set(lines(published.text)), new Set(lines(corrected.text))];
    const changed = [...after].filter((line) => !before.has(line)).map((line) => line.trim());
    const wrong =
      /^(?:人员 编制|人员 实有|数据 脱贫人口|预算 部门资金|预算执行 |经济效益指标|特色产业|因为|改进|2024年度我镇)/;
    expect(changed.filter((line) => !wrong.test(line))).toEqual([]);
    expect([...before].filter((line) => !after.has(line)).length).toBeLessThan(10);
  });
});

test.each(['as-published', 'corrected'])('%s writes no figure into its prose', async (name) => {
  const example = await loadExample(`mingxikou-2024/${name}.perf`);
  const written = runsOf(reportOf(example)).flatMap((run) => (run.kind === 'text' ? [run.text] : []));
  // Years stay: they belong to the wording.
  const digits = written.flatMap((text) => text.replace(/\d{4}年/g, '').match(/\d+/g) ?? []);
  expect(digits).toEqual([]);
});

test('the shortest example is short and clean', async () => {
  const hello = await loadExample('hello.perf');
  expect(hello.text.trimEnd().split('\n').length).toBeLessThan(25);
  expect(hello.analysis.findings(hello.file)).toEqual([]);
  expect(proseOf(hello)).toBe('2024年我馆共支出186.4万元，其中项目支出43.5万元，占23.3%。');
});
