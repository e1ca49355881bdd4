import { readdirSync, readFileSync } from 'node:fs';
import { analyse, readSource, SourceSet } from '@jixiao/language';
import { nextYearReport } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';

const ROOT = 'file:///w/';

/** Reads files that lie side by side. */
function analysisOf(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts).map(([name, text]) => [ROOT + name, readSource(ROOT + name, text)]));
  return analyse(
    new SourceSet(files, (_, path) =>
      files.has(ROOT + path) ? { kind: 'file', file: ROOT + path } : { kind: 'missing' },
    ),
  );
}

const pathTo = (file: string) => file.slice(ROOT.length);

function next(texts: Readonly<Record<string, string>>, name = '2024.perf') {
  const made = nextYearReport(analysisOf(texts), ROOT + name, { pathTo });
  if (!made) throw new Error(`${name} is missing`);
  return made;
}

const HEAD = '引入 "2024.perf" 为 上年\n\n';

const cases: readonly [what: string, before: string, after: string][] = [
  [
    'figures are left blank, their units stay',
    '数据 铁塔 "输电铁塔" = 47座\n人员 编制 = 78人 {\n  行政 = 36\n}\n',
    '数据 铁塔 "输电铁塔" 单位为 座 = —\n人员 编制 单位为 人 = — {\n  行政 = —\n}\n',
  ],
  [
    'what is computed stays',
    '数据 甲 单位为 万元 = 3 {\n  乙 = 2\n}\n数据 丙 = 甲 - 乙\n',
    '数据 甲 单位为 万元 = — {\n  乙 = —\n}\n数据 丙 = 甲 - 乙\n',
  ],
  [
    'a column of the year before looks it up',
    '预算 三公 单位为 万元 {\n  列 上年决算 | 本年预算 | 本年决算\n  接待费 = 5 | 30 | 18.25 {\n    外宾 = — | 1 | 2\n  }\n}\n',
    '预算 三公 单位为 万元 {\n  列 上年决算 | 本年预算 | 本年决算\n  接待费 = 上年.三公.接待费.本年决算 | — | — {\n    外宾 = 上年.三公.接待费.外宾.本年决算 | — | —\n  }\n}\n',
  ],
  [
    'a figure of the year before looks it up, if there is one of this year',
    '数据 产值 = 8.74亿元\n数据 上年产值 = 8.05亿元\n数据 上年人口 = 3人\n预算 上年支出 单位为 万元 = 3 {\n  基本 = 2\n  其他 = 1\n}\n预算 支出 单位为 万元 = 4 {\n  基本 = 4\n}\n',
    '数据 产值 单位为 亿元 = —\n数据 上年产值 单位为 亿元 = 上年.产值\n数据 上年人口 单位为 人 = —\n预算 上年支出 单位为 万元 = 上年.支出 {\n  基本 = 上年.支出.基本\n  其他 = —\n}\n预算 支出 单位为 万元 = — {\n  基本 = —\n}\n',
  ],
  [
    'columns are looked up within partitions and bodies as well',
    '单位 某局 "某县某局" {\n  预算 三公 单位为 万元 {\n    列 上年决算 | 本年决算\n    按 性质 {\n      接待费 = 5 | 6\n      用车费 = 1 | 2\n    }\n  }\n  人员 在职 = 3人\n  人员 上年在职 = 4人\n}\n',
    '单位 某局 "某县某局" {\n  预算 三公 单位为 万元 {\n    列 上年决算 | 本年决算\n    按 性质 {\n      接待费 = 上年.某局.三公.性质.接待费.本年决算 | —\n      用车费 = 上年.某局.三公.性质.用车费.本年决算 | —\n    }\n  }\n  人员 在职 单位为 人     = —\n  人员 上年在职 单位为 人 = 上年.某局.在职\n}\n',
  ],
  [
    'a computed figure of the year before stays as it is',
    '数据 甲 = 1\n数据 上年甲 = 甲 / 2\n',
    '数据 甲 = —\n数据 上年甲 = 甲 / 2\n',
  ],
  [
    'what was reached is left open, scores and stated totals go, targets and reasons stay',
    '指标 自评表 采用 湖南整体支出 {\n  总分 96分\n  等级 优秀\n  产出指标 50分 {\n    数量指标 50分 {\n      铁塔 25分: >= 47座 -> 46座 = 24分 因为 "停电" 改进 "早报"\n      评价 25分: "好" -> 达成 90%\n    }\n  }\n}\n',
    '指标 自评表 采用 湖南整体支出 {\n  产出指标 50分 {\n    数量指标 50分 {\n      铁塔 25分: >= 47座 -> — 因为 "停电" 改进 "早报"\n      评价 25分: "好"    -> —\n    }\n  }\n}\n',
  ],
  [
    'an actual that refers to a figure still does',
    '数据 铁塔 = 47座\n指标 自评表 {\n  数量 10分: >= 47座 -> 铁塔 = 10分\n}\n',
    '数据 铁塔 单位为 座 = —\n指标 自评表 {\n  数量 10分: >= 47座 -> 铁塔\n}\n',
  ],
  [
    'the year goes on wherever it is named, the day of signing goes',
    '报告 "2024年度自评报告" {\n  年度 2024\n  日期 2025-06-05\n  节 "情况" [\n    截至#{2024-12-31}，2024年比2023年好，编号12024年。\n  ]\n}\n',
    '报告 "2025年度自评报告" {\n  年度 2025\n  节 "情况" [\n    截至#{2025-12-31}，2025年比2024年好，编号12024年。\n  ]\n}\n',
  ],
  [
    'what was allowed concerned last year',
    '// 允许 sum/rounding: 尾差\n预算 支出 单位为 万元 = 3\n',
    '预算 支出 单位为 万元 = —\n',
  ],
];

test.each(cases)('%s', (_, before, after) => {
  const { text } = next({ '2024.perf': before });
  expect(text).toBe(HEAD + after);
  const findings = analysisOf({ '2024.perf': before, '2025.perf': text }).findings(`${ROOT}2025.perf`);
  expect(findings.filter(({ code }) => /^(?:name|unit|syntax)\//.test(code)).map(({ message }) => message.zh)).toEqual(
    [],
  );
});

test('an English file gets an English import', () => {
  expect(next({ '2024.perf': 'figures 铁塔 = 47座\n' }).text).toBe(
    'import "2024.perf" as 上年\n\nfigures 铁塔 in 座 = —\n',
  );
});

describe('imports', () => {
  const texts = {
    '2024.perf': '引入 "unit.perf"\n引入 "rules.perf"\n引入 "2023.perf" 为 上年\n\n数据 甲 = 上年.甲\n',
    'unit.perf': '单位 某镇 "某镇人民政府" {\n}\n\n数据 乙 = 3起\n',
    'rules.perf': '评分办法 本县 基于 湖南整体支出 {\n}\n',
    '2023.perf': '数据 甲 = 1\n',
  };

  test('files with figures of the year become part of the report, rules are used as they are', () => {
    expect(next(texts).text).toBe(
      [
        '引入 "2024.perf" 为 上年',
        '引入 "unit.perf" 为 去年',
        '引入 "rules.perf"',
        '',
        '单位 某镇 "某镇人民政府" {\n}',
        '',
        '数据 乙 单位为 起 = —',
        '',
        '数据 甲 = 上年.甲',
        '',
      ].join('\n'),
    );
  });

  test('a file that no path leads to is not imported', () => {
    const made = nextYearReport(analysisOf(texts), `${ROOT}2024.perf`, { pathTo: () => undefined });
    expect(made?.text).not.toContain('引入');
  });

  test('nothing is looked up in a file that no path leads to', () => {
    const text =
      '预算 三公 单位为 万元 {\n  列 上年决算 | 本年决算\n  接待费 = 5 | 18.25\n}\n数据 产值 = 2\n数据 上年产值 = 1\n';
    const made = nextYearReport(analysisOf({ '2024.perf': text }), `${ROOT}2024.perf`, { pathTo: () => undefined });
    expect(made?.text).toBe(
      '预算 三公 单位为 万元 {\n  列 上年决算 | 本年决算\n  接待费 = — | —\n}\n数据 产值 = —\n数据 上年产值 = —\n',
    );
  });
});

describe('whole reports', () => {
  const examples = new URL('../../../examples/', import.meta.url);
  const read = (folder: string) =>
    Object.fromEntries(
      readdirSync(new URL(folder, examples)).flatMap((name) =>
        name.endsWith('.perf') ? [[name, readFileSync(new URL(`${folder}/${name}`, examples), 'utf8')]] : [],
      ),
    );

  test.each([
    ['mingxikou-2024', 'as-published.perf'],
    ['county-package', 'department-2024.perf'],
  ])('%s/%s becomes one without errors of its own', (folder, name) => {
    const texts = read(folder);
    const { text, year } = next(texts, name);
    expect(year).toBe(2025);
    const analysis = analysisOf({ ...texts, '2025.perf': text });
    const errors = analysis.findings(`${ROOT}2025.perf`).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, message }) => `${code}: ${message.zh}`)).toEqual([]);
    expect(text.replaceAll(/^\s*\/\/.*$/gm, '')).not.toMatch(/2023年|#\{2024-/);
  });
});
