import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CustomRequest,
  checkRequest,
  convertKeywordsRequest,
  exportPageRequest,
  newReportChoicesRequest,
  newReportRequest,
  nextYearRequest,
  previewRequest,
  previewTargetRequest,
  type ReportInFile,
  reportsRequest,
} from '../../packages/server/src/protocol.js';
import { WRONG_SUM } from './cases.js';
import { Editor } from './editor.js';
import { PIXEL } from './pictures.js';
import { WorkspaceFolder } from './workspace-folder.js';

const REPORT = `引入 "unit.perf"

报告 "自评<报告>" {
  单位 某局
  年度 2024

  节 "支出情况" {
    [
      2024年支出#{支出}。
    ]
    图片 "图/示意.png"
    图片 "没有.png"
  }
}
`;

const UNIT = `单位 某局 "某县某局" {
}

预算 支出 单位为 万元 = 10
`;

let client: Editor;
let folder: WorkspaceFolder;
let uri: string;

beforeAll(async () => {
  folder = new WorkspaceFolder({
    'report-2024.perf': REPORT,
    'unit.perf': UNIT,
    'deep/wrong.perf': WRONG_SUM,
    '图/示意.png': PIXEL,
  });
  client = await Editor.start({ folder });
  uri = folder.uriOf('report-2024.perf');
  await client.open(uri, REPORT);
});

afterAll(async () => {
  expect(await client.quit()).toBe(0);
  expect(client.logged.filter(({ type }) => type <= 2)).toEqual([]);
  folder.remove();
});

function ask<P, R>({ method }: CustomRequest<P, R>, params: P): Promise<R> {
  return client.connection.sendRequest<R>(method, params);
}

test('what is asked before the folder has been looked through waits for that', async () => {
  const early = await Editor.start({ folder });
  try {
    const answer = early.connection.sendRequest<readonly ReportInFile[]>(reportsRequest.method, { uri });
    expect((await answer).map(({ title }) => title)).toEqual(['自评<报告>']);
    expect(await early.connection.sendRequest(reportsRequest.method, { uri: folder.uriOf('none.perf') })).toEqual([]);
  } finally {
    await early.quit();
  }
});

describe('a web page', () => {
  test('holds the report, its style and its pictures, and asks nobody', async () => {
    const page = await ask(exportPageRequest, { uri, report: '自评<报告>' });
    expect(page?.html).toContain('<title>自评&lt;报告></title>');
    expect(page?.html).toContain('10万元');
    expect(page?.html).toContain(`src="data:image/png;base64,${PIXEL.toString('base64')}"`);
    expect(page?.html).toContain("default-src 'none'");
    expect(page?.html).not.toMatch(/(?:src|href)="(?!data:|#)/);
    expect(page?.missingImages).toEqual(['没有.png']);
  });

  test('of a report that is not there', async () => {
    expect(await ask(exportPageRequest, { uri, report: '没有' })).toBeNull();
  });
});

describe('checking', () => {
  const codesOf = async (below?: string) =>
    Object.fromEntries(
      (await ask(checkRequest, below === undefined ? {} : { uri: folder.uriOf(below) })).map(
        ({ uri: file, findings }) => [
          decodeURIComponent(file.slice(folder.uriOf('').length + 1)),
          findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
        ],
      ),
    );

  test('the whole workspace', async () => {
    expect(await codesOf()).toEqual({ 'deep/wrong.perf': ['sum/mismatch'], 'report-2024.perf': [], 'unit.perf': [] });
  });

  test('a folder', async () => {
    expect(await codesOf('deep')).toEqual({ 'deep/wrong.perf': ['sum/mismatch'] });
  });

  test('a file', async () => {
    expect(await codesOf('unit.perf')).toEqual({ 'unit.perf': [] });
    expect(await codesOf('none.perf')).toEqual({});
  });
});

test('keywords are converted whatever the settings say', async () => {
  const file = folder.uriOf('unit.perf');
  const english = await ask(convertKeywordsRequest, { uri: file, keywords: 'en' });
  expect(english?.edits.map(({ newText }) => newText)).toEqual(expect.arrayContaining(['unit', 'budget']));
  expect((await ask(convertKeywordsRequest, { uri: file, keywords: 'zh' }))?.edits).toEqual([]);
  expect(await ask(convertKeywordsRequest, { uri: folder.uriOf('none.perf'), keywords: 'zh' })).toBeNull();
});

test('a place of an imported file is found on the paper of the report', async () => {
  const report = '自评<报告>';
  await ask(previewRequest, { uri, report });
  const position = { line: 0, character: 0 };
  const own = await ask(previewTargetRequest, { uri, report, position: { line: 8, character: 14 } });
  expect(own).not.toBeNull();
  expect(await ask(previewTargetRequest, { uri, report, position, source: folder.uriOf('none.perf') })).toBeNull();
});

describe('a new report', () => {
  test('is made by any outline and rubric that is offered', async () => {
    const { outlines, rubrics } = await ask(newReportChoicesRequest, null);
    expect(rubrics.find(({ name }) => name === '湖北')).toEqual({
      name: '湖北',
      label: '湖北省预算绩效自评',
      parts: ['预算执行20分', '产出指标40分', '效益指标40分'],
      remark: expect.stringMatching(/^湖北：预算执行率20分/),
    });
    for (const { name: rubric } of rubrics) {
      for (const { name: outline } of outlines) {
        const wish = { outline, rubric, unit: '某县“某”局', shortName: '我局', year: 2024 };
        const made = await ask(newReportRequest, wish);
        expect(made?.text).toContain('单位 本单位 "某县“某”局" {\n  简称 "我局"\n}\n');
        expect(made?.text).toContain(`采用 ${rubric} {`);
        expect(made?.text).toContain(`提纲 ${outline}\n`);
      }
    }
  });

  test('has English keywords where they are asked for', async () => {
    const made = await ask(newReportRequest, { outline: '项目支出提纲', unit: '某局', year: 2025, keywords: 'en' });
    expect(made?.text).toMatch(/\n\nunit 本单位 "某局" \{\n\}\n\nreport "项目支出绩效自评报告" \{\n {2}unit/);
  });

  test.each([
    ['zh-cn', 'keep', /\n单位 本单位/],
    ['en', 'keep', /\nunit 本单位/],
    ['en', 'zh', /\n单位 本单位/],
    ['zh-cn', 'en', /\nunit 本单位/],
  ])('in an editor in %s that formats keywords to %s has keywords to match', async (locale, keywords, begins) => {
    const other = await Editor.start({ locale, settings: { format: { keywords } } });
    // Once there are findings, the settings have been read.
    await other.open('untitled:settings', '');
    await other.findings('untitled:settings', 1);
    const wish = { outline: '项目支出提纲', unit: '某局', year: 2025 };
    const made = await other.connection.sendRequest<{ readonly text: string }>(newReportRequest.method, wish);
    expect(made.text).toMatch(begins);
    await other.quit();
  });

  test('by an outline or a rubric that does not exist', async () => {
    const wish = { outline: '项目支出提纲', unit: '', year: 2024 };
    expect(await ask(newReportRequest, wish)).not.toBeNull();
    expect(await ask(newReportRequest, { ...wish, rubric: '没有' })).toBeNull();
    expect(await ask(newReportRequest, { ...wish, outline: '__proto__' })).toBeNull();
  });

  test("from last year's, imported from where the new one lies", async () => {
    const made = await ask(nextYearRequest, { uri, target: folder.uriOf('2025/report.perf') });
    expect(made?.year).toBe(2025);
    expect(made?.text).toContain('引入 "../report-2024.perf" 为 上年\n引入 "../unit.perf" 为 去年\n');
    expect(made?.text).toContain('2025年支出#{支出}');
    expect(await ask(nextYearRequest, { uri: folder.uriOf('none.perf'), target: uri })).toBeNull();
  });
});
