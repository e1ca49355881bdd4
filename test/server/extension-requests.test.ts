import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CustomRequest,
  checkRequest,
  convertKeywordsRequest,
  exportPageRequest,
  newReportRequest,
  nextYearRequest,
  previewRequest,
  previewTargetRequest,
  reportChoicesRequest,
  rubricChoicesRequest,
} from '../../packages/server/src/protocol.js';
import { WRONG_SUM } from './cases.js';
import { Editor } from './editor.js';
import { WorkspaceFolder } from './workspace-folder.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

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
  test('by any outline and rubric says nothing but what has to be filled in', async () => {
    const outlines = await ask(reportChoicesRequest, null);
    const rubrics = await ask(rubricChoicesRequest, null);
    expect(rubrics.map(({ rubric }) => rubric)).toContain('湖南整体支出');
    for (const [index, { rubric }] of rubrics.entries()) {
      const { outline = '' } = outlines[index % outlines.length] ?? {};
      const made = await ask(newReportRequest, { outline, rubric, unit: '某县某局', year: 2024 });
      const file = `untitled:${index}.perf`;
      await client.open(file, made?.text ?? '');
      const codes = new Set((await client.findings(file, 1)).map(({ code }) => code));
      for (const code of ['outline/empty-section', 'outline/missing-content', 'actual/blank', 'score/missing']) {
        codes.delete(code);
      }
      expect([...codes], `${outline} ${rubric}`).toEqual([]);
      expect(made?.text).toContain(`采用 ${rubric} {`);
    }
  });

  test('by a rubric that does not exist', async () => {
    const [first] = await ask(reportChoicesRequest, null);
    const { outline = '' } = first ?? {};
    expect(await ask(newReportRequest, { outline, rubric: '没有', unit: '', year: 2024 })).toBeNull();
  });

  test("from last year's, imported from where the new one lies", async () => {
    const made = await ask(nextYearRequest, { uri, target: folder.uriOf('2025/report.perf') });
    expect(made?.year).toBe(2025);
    expect(made?.text).toContain('引入 "../report-2024.perf" 为 上年\n引入 "../unit.perf" 为 去年\n');
    expect(made?.text).toContain('2025年支出#{支出}');
    expect(await ask(nextYearRequest, { uri: folder.uriOf('none.perf'), target: uri })).toBeNull();
  });
});
