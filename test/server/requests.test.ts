import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CompiledReport,
  type CustomRequest,
  compileRequest,
  contentRequest,
  type FigureNode,
  figuresRequest,
  type PreviewUpdate,
  pasteRequest,
  previewRequest,
  previewSourceRequest,
  previewTargetRequest,
  reportsRequest,
  statusRequest,
} from '../../packages/server/src/protocol.js';
import { range, WRONG_SUM } from './cases.js';
import { Editor } from './editor.js';
import { PIXEL } from './pictures.js';
import { WorkspaceFolder } from './workspace-folder.js';

const REPORT = `单位 本单位 "某县某局" { 简称 "我局" }

预算 支出 "部门整体支出" 单位为 万元 = 10 {
  按 性质 {
    基本支出 = 4
    项目支出 = 5
  }
}

数据 三公 单位为 万元 {
  列 预算 | 决算
  接待 = 3 | —
}

指标 自评表 采用 湖南整体支出 {
  预算执行 10分 = 90%
  产出指标 50分 { 数量指标 50分 { 修路 50分: >= 10公里 -> 10公里 } }
  效益指标 30分 { 社会效益指标 30分 { 便利 30分: >= 10% -> 12% } }
  满意度指标 10分 { 满意度 10分: >= 90% -> 95% }
}

报告 "自评报告" {
  单位 本单位
  年度 2024

  节 "支出情况" {
    [
      全年支出#{支出}。
      第二段。
    ]
    图片 "图/示意.png"
    图片 "没有.png"
  }
  附件 1 "自评表" { 表 自评表 }
}

报告 "自评报告" {
  单位 本单位
  [ 另一份。 ]
}
`;

let client: Editor;
let folder: WorkspaceFolder;
let uri: string;

beforeAll(async () => {
  folder = new WorkspaceFolder({ 'report.perf': REPORT, '图/示意.png': PIXEL });
  client = await Editor.start({ folder });
  uri = folder.uriOf('report.perf');
  await client.open(uri, REPORT);
});
afterAll(async () => {
  expect(await client.quit()).toBe(0);
  expect(client.logged.filter(({ type }) => type <= 2)).toEqual([]);
  folder.remove();
});

function ask<P, R>({ method }: CustomRequest<P, R>, params: P): Promise<R> {
  return client.connection.sendRequest(method, params);
}

describe('read-only documents', () => {
  test('the standard library', async () => {
    const library = readFileSync(new URL('../../packages/language/library/forms.perf', import.meta.url), 'utf8');
    expect(await ask(contentRequest, { uri: 'perf-library:/forms.perf' })).toEqual({ text: library });
  });

  test.each(['perf-library:/none.perf', 'perf-docs:/none/none.md', 'file:///etc/hostname'])(
    '%s is none',
    async (none) => {
      expect(await ask(contentRequest, { uri: none })).toBeNull();
    },
  );
});

test('the status of a file', async () => {
  expect(await ask(statusRequest, { uri })).toMatchObject({
    version: 1,
    findings: { error: 1, allowed: 0 },
    tables: [{ name: '自评表', total: '99', points: '100', grade: '优秀', range: { start: { line: 14 } } }],
  });
  expect(await ask(statusRequest, { uri: folder.uriOf('none.perf') })).toBeNull();
});

describe('the tree of figures', () => {
  function lines(nodes: readonly FigureNode[], depth = 0): string[] {
    return nodes.flatMap(({ kind, label, value, state, severity, children }) => [
      ['  '.repeat(depth) + kind, label, value, state && `(${state})`, severity && `!${severity}`]
        .filter(Boolean)
        .join(' '),
      ...lines(children, depth + 1),
    ]);
  }

  test('everything with its value, in the order of the text', async () => {
    const tree = await ask(figuresRequest, { uri });
    expect(lines(tree).map((line) => line.replace(/ !(warning|hint)/, ''))).toEqual([
      'unit 某县某局',
      'table 部门整体支出 10万元 !error',
      '  group 性质',
      '    figure 基本支出 4万元',
      '    figure 项目支出 5万元',
      'table 三公 3万元 | —',
      '  figure 接待 3万元 | —',
      'indicators 自评表 99/100 优秀 (computed)',
      '  indicator 预算执行 9/10 (computed)',
      '  indicator 产出指标 50/50 (computed)',
      '    indicator 数量指标 50/50 (computed)',
      '      indicator 修路 50/50 (computed)',
      '  indicator 效益指标 30/30 (computed)',
      '    indicator 社会效益指标 30/30 (computed)',
      '      indicator 便利 30/30 (computed)',
      '  indicator 满意度指标 10/10 (computed)',
      '    indicator 满意度 10/10 (computed)',
      'report 自评报告',
      '  section 支出情况',
      '  annex 自评表',
      'report 自评报告',
    ]);
    const ids = (nodes: readonly FigureNode[]): string[] => nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
    expect(new Set(ids(tree)).size).toBe(ids(tree).length);
  });

  test('of a file that is not there', async () => {
    expect(await ask(figuresRequest, { uri: folder.uriOf('none.perf') })).toEqual([]);
  });
});

describe('the preview', () => {
  const report = '自评报告';

  async function full(imageBase?: string): Promise<PreviewUpdate & { kind: 'full' }> {
    const update = await ask(previewRequest, { uri, report, ...(imageBase !== undefined && { imageBase }) });
    if (update?.kind !== 'full') throw new Error('not a full preview');
    return update;
  }

  test('reports of one title are told apart', async () => {
    expect(await ask(reportsRequest, { uri })).toMatchObject([
      { id: '自评报告', title: '自评报告', range: { start: { line: 21 } } },
      { id: '自评报告~2', title: '自评报告' },
    ]);
    expect(await ask(previewRequest, { uri, report: '没有' })).toBeNull();
    expect(await ask(previewRequest, { uri: folder.uriOf('none.perf'), report })).toBeNull();
  });

  test('the whole, then what changed', async () => {
    const first = await full();
    expect(first.title).toBe('自评报告');
    expect(first.styleSheet).toContain('.jx-sheet');
    expect(first.blocks.map(({ html }) => html).join('\n')).toContain('全年支出');
    const same = await ask(previewRequest, { uri, report, since: first.revision });
    expect(same).toMatchObject({ kind: 'patch', removed: [], put: [], marked: [] });

    const line = REPORT.split('\n').findIndex((text) => text.includes('第二段'));
    await client.replace(uri, range(line, 6, line, 9), '改过的段');
    const patch = await ask(previewRequest, { uri, report, since: same?.revision as number });
    expect(patch).toMatchObject({ kind: 'patch', removed: [], put: [{ html: expect.stringContaining('改过的段') }] });
    // Somebody else's revision: everything.
    expect(await ask(previewRequest, { uri, report, since: first.revision })).toMatchObject({ kind: 'full' });
    await client.replace(uri, range(line, 6, line, 10), '第二段');
  });

  test('text above moves places, not blocks', async () => {
    const before = await full();
    await client.replace(uri, range(0, 0, 0, 0), '// 一行\n');
    expect(await ask(previewRequest, { uri, report, since: before.revision })).toMatchObject({ put: [] });
    const block = before.blocks.find(({ html }) => html.includes('第二段'));
    const line = REPORT.split('\n').findIndex((text) => text.includes('第二段')) + 1;
    expect(await ask(previewSourceRequest, { uri, report, key: block?.key as string })).toMatchObject({
      uri,
      range: { start: { line } },
    });
    expect(await ask(previewTargetRequest, { uri, report, position: { line, character: 7 } })).toMatchObject({
      key: block?.key,
    });
    expect(await ask(previewSourceRequest, { uri, report, key: 'nothing' })).toBeNull();
    await client.replace(uri, range(0, 0, 1, 0), '');
  });

  test('a line that is not on paper belongs to what stands before it, not to what is around it', async () => {
    const labelled = REPORT.replace('  年度 2024\n', '  年度 2024\n  附件 4\n');
    const lines = labelled.split('\n');
    await client.replace(uri, range(0, 0, REPORT.split('\n').length, 0), labelled);
    const { blocks } = await full();
    const label = blocks.find(({ html }) => html.includes('附件4'));
    expect(label).toBeDefined();
    const paragraph = blocks.find(({ html }) => html.includes('第二段'));
    const line = lines.findIndex((text) => text.includes('第二段'));
    const target = (at: number, character: number) =>
      ask(previewTargetRequest, { uri, report, position: { line: at, character } });
    expect(await target(line + 1, 0)).toMatchObject({ key: paragraph?.key });
    expect(await target(line + 1, 4)).toMatchObject({ key: paragraph?.key });
    expect((await target(line, 0))?.key).not.toBe(label?.key);
    expect((await target(line + 4, 2))?.key).not.toBe(label?.key);
    const declared = lines.findIndex((text) => text.startsWith('报告 "自评报告"'));
    expect(await target(declared, 0)).toMatchObject({ key: label?.key });
    await client.replace(uri, range(0, 0, lines.length, 0), REPORT);
  });

  test('pictures have the address that the client gives them, and gaps where there is none', async () => {
    const html = (await full('https://example.test/folder')).blocks.map((block) => block.html).join('\n');
    expect(html).toContain('src="https://example.test/folder/%E5%9B%BE/%E7%A4%BA%E6%84%8F.png"');
    expect(html.match(/<img/g)).toHaveLength(1);
    await client.filesChanged({ [folder.uriOf('图/示意.png')]: 'changed' });
    const changed = (await full('https://example.test/folder/')).blocks.map((block) => block.html).join('\n');
    expect(changed).toContain('%E6%84%8F.png?change=1');
    expect((await full()).blocks.map((block) => block.html).join('\n')).not.toContain('<img');
  });

  test('findings are marked where they concern the paper', async () => {
    const line = REPORT.split('\n').findIndex((text) => text.includes('全年支出'));
    const before = await full();
    await client.replace(uri, range(line, 12, line, 14), '不知');
    const patch = await ask(previewRequest, { uri, report, since: before.revision });
    const marked = patch?.marked ?? [];
    expect(marked.flatMap(({ marks }) => marks)).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'name/unresolved', message: expect.stringContaining('不知') }),
    );
    const whole = await full();
    const keys = new Set(whole.blocks.map(({ key }) => key));
    for (const { key } of marked) expect(keys).toContain(key);
    for (const { key, marks } of marked) expect(whole.marked.find((block) => block.key === key)?.marks).toEqual(marks);
    await client.replace(uri, range(line, 12, line, 14), '支出');
    const mended = await ask(previewRequest, { uri, report, since: whole.revision });
    for (const { key, marks } of marked) {
      const now = mended?.marked.find((block) => block.key === key)?.marks;
      expect(now?.map(({ code }) => code) ?? []).not.toContain('name/unresolved');
      if (marks.some(({ code }) => code === 'name/unresolved')) expect(now).toBeDefined();
    }
  });

  test('a report that is given another title is sent in part', async () => {
    const before = await full();
    const line = REPORT.split('\n').findIndex((text) => text.includes('报告 "自评报告"'));
    const title = REPORT.split('\n')[line]?.indexOf('自评报告') ?? 0;
    await client.replace(uri, range(line, title, line, title), '新');
    const patch = await ask(previewRequest, { uri, report: '新自评报告', since: before.revision });
    expect(patch).toMatchObject({ kind: 'patch', title: '新自评报告', removed: [], put: [{ key: 'title' }] });
    await client.replace(uri, range(line, title, line, title + 1), '');
    const back = await ask(previewRequest, { uri, report, since: patch?.revision as number });
    expect(back).toMatchObject({ kind: 'patch', title: '自评报告', removed: [], put: [{ key: 'title' }] });
  });
});

describe('a Word document', () => {
  function documentXml({ content }: CompiledReport): string {
    const file = unzipSync(Buffer.from(content, 'base64'))['word/document.xml'];
    return new TextDecoder().decode(file);
  }

  test('with its pictures, and the ones that are missing named', async () => {
    const compiled = (await ask(compileRequest, { uri, report: '自评报告' })) as CompiledReport;
    expect(compiled).toMatchObject({ missingImages: ['没有.png'], findings: { error: 1 } });
    expect(documentXml(compiled)).toContain('全年支出');
    expect(Object.keys(unzipSync(Buffer.from(compiled.content, 'base64')))).toContainEqual(
      expect.stringMatching(/^word\/media\/.*\.png$/),
    );
  });

  test('with errors that are errors, whatever the editor shows of them', async () => {
    const shown = (wanted: boolean) => {
      const found = client.last(uri)?.diagnostics.some(({ code }) => code === 'sum/mismatch');
      return found === wanted ? true : undefined;
    };
    await client.until(() => shown(true));
    await client.configure({ diagnostics: { severity: { 'sum/mismatch': 'off' } } });
    await client.until(() => shown(false));
    const compiled = (await ask(compileRequest, { uri, report: '自评报告' })) as CompiledReport;
    expect(compiled.findings.error).toBe(1);
    expect(await ask(statusRequest, { uri })).toMatchObject({ findings: { error: 0 } });
    await client.configure({});
    await client.until(() => shown(true));
  });

  test('as a draft', async () => {
    const files = async (draft: boolean) => {
      const compiled = (await ask(compileRequest, { uri, report: '自评报告', draft })) as CompiledReport;
      return Object.values(unzipSync(Buffer.from(compiled.content, 'base64'))).map((bytes) =>
        new TextDecoder().decode(bytes),
      );
    };
    expect((await files(true)).some((text) => text.includes('草稿'))).toBe(true);
    expect((await files(false)).some((text) => text.includes('草稿'))).toBe(false);
  });

  test('of a report that does not exist', async () => {
    expect(await ask(compileRequest, { uri, report: '没有' })).toBeNull();
  });
});

test('cells of a spreadsheet become rows', async () => {
  const sheet = folder.uriOf('sheet.perf');
  await client.open(sheet, '预算 支出 单位为 万元 {\n  甲 = 1\n}\n');
  const at = { uri: sheet, range: range(2, 0, 2, 0) };
  const rows = await ask(pasteRequest, { ...at, text: '基本支出\t1,234.50\n项目支出\t\n' });
  expect(rows?.title).toMatch(/2/);
  expect(rows?.text).toMatch(/基本支出 += 1234\.50?/);
  expect(rows?.edits.map(({ newText }) => newText).join('')).toMatch(/项目支出 += —/);
  expect(await ask(pasteRequest, { ...at, text: '不是表格' })).toBeNull();
  expect(await ask(pasteRequest, { ...at, uri: folder.uriOf('none.perf'), text: '甲\t1' })).toBeNull();
});

test('what shows a file is told when its findings are out', async () => {
  const other = folder.uriOf('other.perf');
  await client.open(other, WRONG_SUM);
  await client.codes(other, ['sum/mismatch']);
  await client.until(() => (client.checked.includes(other) ? true : undefined));
});
