import { HINT_KINDS } from '@jixiao/language/services';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  LSPErrorCodes,
  type Position,
  type SemanticTokens,
  type SemanticTokensDelta,
  type ServerCapabilities,
} from 'vscode-languageserver-protocol';
import { SETTINGS } from '../../packages/server/src/settings.js';
import { range, WRONG_SUM } from './cases.js';
import { Editor, PUSHING } from './editor.js';
import { WorkspaceFolder } from './workspace-folder.js';

const UNIT = `预算 支出 "部门整体支出" 单位为 万元 = 10 {
  基本支出 = 4
  项目支出 = 6
}
`;

const REPORT = `引入 "资料/unit.perf" 为 资料
数据 占比 = 资料.支出.项目支出 / 资料.支出
报告 "报告" {
  [ 项目支出#{资料.支出.项目支出}。 ]
  图片 "图.png"
}
`;

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    ...PUSHING.workspace,
    workspaceEdit: { documentChanges: true },
    inlayHint: { refreshSupport: true },
    textDocumentContent: {},
  },
  textDocument: {
    ...PUSHING.textDocument,
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true } },
  },
};

let client: Editor;
let folder: WorkspaceFolder;
let unit: string;
let report: string;

beforeAll(async () => {
  folder = new WorkspaceFolder({ '资料/unit.perf': UNIT, 'report.perf': REPORT, '图.png': '' });
  client = await Editor.start({ folder, capabilities: CAPABILITIES });
  [unit, report] = [folder.uriOf('资料/unit.perf'), folder.uriOf('report.perf')];
  await client.open(report, REPORT);
  expect((await client.findings(report, 1)).filter(({ severity }) => severity === 1)).toEqual([]);
});
afterAll(async () => {
  expect(await client.quit()).toBe(0);
  expect(client.logged.filter(({ type }) => type <= 2)).toEqual([]);
  folder.remove();
});

function ask<R>(method: string, params: object = {}, uri = report): Promise<R> {
  return client.connection.sendRequest(method, { textDocument: { uri }, ...params });
}

/** The position of the first mention of a text in a document, or somewhere in it. */
function at(text: string, mention: string, inside = 0): Position {
  const before = text.slice(0, text.indexOf(mention) + inside);
  return { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 };
}

describe('what is advertised is answered, and nothing else', () => {
  const providers: [capability: keyof ServerCapabilities, method: string, params: object][] = [
    ['completionProvider', 'textDocument/completion', { position: at(REPORT, '占比') }],
    ['hoverProvider', 'textDocument/hover', { position: at(REPORT, '占比') }],
    ['signatureHelpProvider', 'textDocument/signatureHelp', { position: at(REPORT, '占比') }],
    ['inlayHintProvider', 'textDocument/inlayHint', { range: range(0, 0, 5, 0) }],
    ['codeActionProvider', 'textDocument/codeAction', { range: range(0, 0, 0, 0), context: { diagnostics: [] } }],
    ['definitionProvider', 'textDocument/definition', { position: at(REPORT, '占比') }],
    ['declarationProvider', 'textDocument/declaration', { position: at(REPORT, '占比') }],
    [
      'referencesProvider',
      'textDocument/references',
      { position: at(REPORT, '占比'), context: { includeDeclaration: true } },
    ],
    ['documentHighlightProvider', 'textDocument/documentHighlight', { position: at(REPORT, '占比') }],
    ['renameProvider', 'textDocument/rename', { position: at(REPORT, '占比'), newName: '比重' }],
    ['callHierarchyProvider', 'textDocument/prepareCallHierarchy', { position: at(REPORT, '占比') }],
    ['documentSymbolProvider', 'textDocument/documentSymbol', {}],
    ['workspaceSymbolProvider', 'workspace/symbol', { query: '' }],
    ['documentLinkProvider', 'textDocument/documentLink', {}],
    ['foldingRangeProvider', 'textDocument/foldingRange', {}],
    ['selectionRangeProvider', 'textDocument/selectionRange', { positions: [at(REPORT, '占比')] }],
    ['documentFormattingProvider', 'textDocument/formatting', { options: {} }],
    ['documentRangeFormattingProvider', 'textDocument/rangeFormatting', { options: {}, range: range(0, 0, 1, 0) }],
    [
      'documentOnTypeFormattingProvider',
      'textDocument/onTypeFormatting',
      { options: {}, position: at(REPORT, '}\n', 1), ch: '}' },
    ],
    ['linkedEditingRangeProvider', 'textDocument/linkedEditingRange', { position: at(REPORT, '占比') }],
    ['codeLensProvider', 'textDocument/codeLens', {}],
    ['semanticTokensProvider', 'textDocument/semanticTokens/full', {}],
    ['executeCommandProvider', 'workspace/executeCommand', { command: 'none' }],
  ];

  test.each(providers)('%s', async (capability, method, params) => {
    const answer = ask(method, params).then(
      () => 'answered',
      ({ message }: Error) => (/unknown$/.test(message) ? 'unknown' : message),
    );
    expect(await answer).toBe(client.result.capabilities[capability] ? 'answered' : 'unknown');
  });
});

test('definition, across files, with the address the client knows', async () => {
  expect(await ask('textDocument/definition', { position: at(REPORT, '项目支出', 1) })).toMatchObject([
    { targetUri: unit, targetSelectionRange: range(2, 2, 2, 6) },
  ]);
  // Without support for links.
  const plain = await Editor.start({ folder });
  await plain.open(report, REPORT);
  const params = { textDocument: { uri: report }, position: at(REPORT, '项目支出', 1) };
  expect(await plain.connection.sendRequest('textDocument/definition', params)).toEqual([
    { uri: unit, range: range(2, 2, 2, 6) },
  ]);
  const symbols = await plain.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: report } });
  expect(symbols).toContainEqual(
    expect.objectContaining({ name: '占比', location: expect.objectContaining({ uri: report }) }),
  );
  plain.dispose();
});

test('references, in files that are not open', async () => {
  const position = at(REPORT, '项目支出', 1);
  const found = await ask<{ uri: string }[]>('textDocument/references', {
    position,
    context: { includeDeclaration: true },
  });
  expect(found.map(({ uri }) => uri).sort()).toEqual([report, report, unit].sort());
});

test('call hierarchy: there and back', async () => {
  const [item] = await ask<{ uri: string }[]>('textDocument/prepareCallHierarchy', {
    position: at(REPORT, '项目支出', 1),
  });
  expect(item?.uri).toBe(unit);
  const incoming = await client.connection.sendRequest('callHierarchy/incomingCalls', { item });
  expect(incoming).toContainEqual(
    expect.objectContaining({ from: expect.objectContaining({ name: '占比', uri: report }) }),
  );
  const [share] = await ask<object[]>('textDocument/prepareCallHierarchy', { position: at(REPORT, '占比', 1) });
  const outgoing = await client.connection.sendRequest('callHierarchy/outgoingCalls', { item: share });
  expect(outgoing).toContainEqual(
    expect.objectContaining({ to: expect.objectContaining({ name: '项目支出', uri: unit }) }),
  );
});

test('rename: every file, with the version of those that are open; refused with the reason', async () => {
  const position = at(REPORT, '项目支出', 1);
  expect(await ask('textDocument/prepareRename', { position })).toMatchObject({ placeholder: '项目支出' });
  const edit = await ask('textDocument/rename', { position, newName: '专项支出' });
  expect(edit).toMatchObject({
    documentChanges: expect.arrayContaining([
      { textDocument: { uri: unit, version: null }, edits: [{ range: range(2, 2, 2, 6), newText: '专项支出' }] },
      { textDocument: { uri: report, version: 1 }, edits: [expect.anything(), expect.anything()] },
    ]),
  });
  const refused = ask('textDocument/rename', { position, newName: '基本支出' });
  await expect(refused).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
    message: expect.stringContaining('基本支出'),
  });
  await expect(ask('textDocument/prepareRename', { position: at(REPORT, '报告', 1) })).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
  });
});

test('workspace symbols, with addresses', async () => {
  const found = await client.connection.sendRequest('workspace/symbol', { query: '项目支出' });
  expect(found).toContainEqual(
    expect.objectContaining({ name: '项目支出', location: expect.objectContaining({ uri: unit }) }),
  );
});

test('links to imports and pictures', async () => {
  const links = await ask<{ target: string }[]>('textDocument/documentLink');
  expect(links.map(({ target }) => target)).toEqual([unit, folder.uriOf('图.png')]);
});

test('completion knows the files of the workspace', async () => {
  const uri = folder.uriOf('deep/new.perf');
  await client.open(uri, '引入 ""\n报告 "x" {\n  图片 ""\n}\n');
  const labels = async (position: Position) => {
    const { items } = await ask<{ items: { label: string }[] }>('textDocument/completion', { position }, uri);
    return items.map(({ label }) => label);
  };
  expect(await labels({ line: 0, character: 4 })).toEqual(['../report.perf', '../资料/unit.perf']);
  expect(await labels({ line: 2, character: 6 })).toEqual(['../图.png']);
  await client.close(uri);
});

describe('files that move take the paths with them', () => {
  const move = (from: string, to: string) =>
    client.connection.sendRequest<{ documentChanges: { textDocument: { uri: string }; edits: object[] }[] } | null>(
      'workspace/willRenameFiles',
      { files: [{ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) }] },
    );
  const path = range(0, 4, 0, 16);
  const picture = range(4, 6, 4, 11);

  test('the imported file', async () => {
    expect((await move('资料/unit.perf', '资料/单位.perf'))?.documentChanges).toEqual([
      { textDocument: { uri: report, version: 1 }, edits: [{ range: path, newText: '资料/单位.perf' }] },
    ]);
  });

  test('its folder', async () => {
    expect((await move('资料', '2024/资料'))?.documentChanges[0]?.edits).toEqual([
      { range: path, newText: '2024/资料/unit.perf' },
    ]);
  });

  test('the importing file', async () => {
    expect((await move('report.perf', '2024/report.perf'))?.documentChanges[0]?.edits).toEqual([
      { range: path, newText: '../资料/unit.perf' },
      { range: picture, newText: '../图.png' },
    ]);
  });

  test('both together: nothing to do', async () => {
    const files = ['资料/unit.perf', 'report.perf', '图.png'].map((name) => ({
      oldUri: folder.uriOf(name),
      newUri: folder.uriOf(`2024/${name}`),
    }));
    expect(await client.connection.sendRequest('workspace/willRenameFiles', { files })).toBeNull();
  });
});

describe('inlay hints', () => {
  const SUM = '预算 合计项 单位为 万元 {\n  甲 = 1\n  乙 = 2\n}\n';
  const uri = 'untitled:hints';

  async function labels(): Promise<string[]> {
    const hints = await ask<{ label: string }[]>('textDocument/inlayHint', { range: range(0, 0, 9, 0) }, uri);
    return hints.map(({ label }) => label);
  }

  test('each kind can be switched off, and the client is asked to look again', async () => {
    await client.open(uri, SUM);
    expect(await labels()).toEqual([expect.stringContaining('3')]);
    const before = client.hintRefreshes;
    await client.configure({ inlayHints: { totals: false } });
    await client.until(() => (client.hintRefreshes > before ? true : undefined));
    expect(await labels()).toEqual([]);
    await client.configure({});
  });

  test('they follow what is typed in another document', async () => {
    const text = UNIT.replace('= 10 {', '{');
    const before = client.hintRefreshes;
    await client.open(unit, text);
    await client.until(() => (client.hintRefreshes > before ? true : undefined));
    await client.close(unit);
  });

  test.each(HINT_KINDS)('there is a setting for %s', (kind) => {
    expect(SETTINGS).toHaveProperty([`inlayHints.${kind}`, 'default'], true);
  });
});

test('a fix: offered with its finding, worked out when chosen', async () => {
  const uri = 'untitled:fix';
  await client.open(uri, WRONG_SUM);
  const [finding] = await client.findings(uri, 1);
  const actions = await ask<CodeAction[]>(
    'textDocument/codeAction',
    { range: finding?.range, context: { diagnostics: [finding] } },
    uri,
  );
  const fix = actions.find(({ kind, title }) => kind === 'quickfix' && title.includes('9'));
  expect(fix).toMatchObject({ diagnostics: [{ code: 'sum/mismatch' }] });
  expect(fix).not.toHaveProperty('edit');
  const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', fix);
  expect(resolved.edit?.documentChanges).toMatchObject([
    { textDocument: { uri, version: 1 }, edits: [{ newText: expect.stringContaining('9') }] },
  ]);
});

test('semantic tokens: whole, a range, and what changed since', async () => {
  const uri = 'untitled:tokens';
  await client.open(uri, UNIT);
  const whole = await ask<SemanticTokens>('textDocument/semanticTokens/full', {}, uri);
  const part = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range: range(1, 0, 1, 9) }, uri);
  expect(part.data.length).toBeGreaterThan(0);
  expect(part.data.length).toBeLessThan(whole.data.length);
  await client.replace(uri, range(2, 2, 2, 2), '新');
  const since = (previousResultId: string | undefined) =>
    ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { previousResultId }, uri);
  const delta = await since(whole.resultId);
  expect(delta.edits).toHaveLength(1);
  expect(delta.edits[0]?.deleteCount).toBeLessThan(whole.data.length);
  expect(await since(whole.resultId)).toHaveProperty('data');
});

test('signature help', async () => {
  const uri = 'untitled:signature';
  await client.open(uri, '数据 甲 = 增幅(1, \n');
  expect(await ask('textDocument/signatureHelp', { position: { line: 0, character: 13 } }, uri)).toMatchObject({
    signatures: [{ label: expect.stringContaining('增幅') }],
    activeParameter: 1,
  });
});

test('texts that lie in no file, the standard way', async () => {
  const capability = client.result.capabilities.workspace?.textDocumentContent;
  expect(capability).toEqual({ schemes: ['perf-library', 'perf-docs'] });
  const params = { uri: 'perf-library:/forms.perf' };
  expect(await client.connection.sendRequest('workspace/textDocumentContent', params)).toHaveProperty('text');
});

test('formatting follows the settings', async () => {
  const uri = 'untitled:format';
  await client.open(uri, '预算 甲=1{\n乙=1\n}\n');
  const format = async () =>
    (await ask<{ newText: string }[]>('textDocument/formatting', { options: { tabSize: 8 } }, uri)).map(
      ({ newText }) => newText,
    );
  expect((await format()).join('|')).not.toContain('budget');
  await client.configure({ format: { keywords: 'en' } });
  await expect.poll(async () => (await format()).join('|')).toContain('budget');
  await client.configure({});
});
