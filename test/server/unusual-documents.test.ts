import { libraryTexts } from '@jixiao/language';
import { afterEach, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { RIGHT_SUM, WRONG_SUM } from './cases.js';
import { Editor } from './editor.js';

/* Documents that lie in no folder of the workspace, and not on the disk either. */

let editor: Editor | undefined;
afterEach(() => editor?.dispose());

const TABLE = `指标 自评表 采用 财预2020 {
  预算执行 10分 = 100%
  产出指标 50分 { 数量指标 50分 { 培训 50分: >= 3次 -> 3次 方法 正向 } }
}
`;

test('a name of the library is used where it was, also after the library was opened', async () => {
  editor = await Editor.start();
  const client = editor;
  const uri = 'file:///w/a.perf';
  await client.open(uri, TABLE);
  const places = async (name: string) => {
    const character =
      TABLE.split('\n')
        .find((line) => line.includes(name))
        ?.indexOf(name) ?? 0;
    const line = TABLE.split('\n').findIndex((text) => text.includes(name));
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: { line, character: character + 1 },
      context: { includeDeclaration: true },
    });
    return found.map((location) => `${location.uri} ${location.range.start.line}`);
  };
  const before = [await places('财预2020'), await places('正向')];
  expect(before.flat()).toContain(`${uri} 0`);
  expect(before.flat()).toContain(`${uri} 2`);
  const library = 'perf-library:/rubrics-national.perf';
  await client.open(library, libraryTexts().get(library) ?? '');
  const [rubric = [], method = []] = [await places('财预2020'), await places('正向')];
  expect(rubric).toEqual(expect.arrayContaining(before[0] ?? []));
  expect(method).toEqual(expect.arrayContaining(before[1] ?? []));
  await client.close(library);
  expect(await places('财预2020')).toEqual(rubric);
});

test.each(['inmemory://model/1', 'inmemory://model/a.perf', 'inmemory:/1'])(
  '%s may import, although nothing is beside it',
  async (uri) => {
    editor = await Editor.start();
    await editor.open(uri, `引入 "unit.perf"\n${WRONG_SUM}`);
    const codes = (await editor.findings(uri, 1)).map(({ code }) => code);
    expect(codes).toContain('import/missing');
    expect(codes).toContain('sum/mismatch');
    await editor.change(uri, { text: RIGHT_SUM });
    expect(await editor.findings(uri, 2)).toEqual([]);
    expect(editor.logged.filter(({ type }) => type === 1)).toEqual([]);
  },
);
