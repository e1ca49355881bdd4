import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings, SETTINGS } from '../../packages/server/src/settings.js';
import { WRONG_SUM } from './cases.js';
import { Editor, type EditorOptions, PUSHING } from './editor.js';
import { WorkspaceFolder } from './workspace-folder.js';

const URI = 'untitled:Untitled-1';

let editor: Editor | undefined;
afterEach(() => editor?.dispose());

async function start(options?: EditorOptions): Promise<Editor> {
  editor = await Editor.start(options);
  await editor.open(URI, WRONG_SUM);
  return editor;
}

async function message(client: Editor, pattern: RegExp): Promise<void> {
  await client.until(() => (pattern.test(`${client.last(URI)?.diagnostics[0]?.message}`) ? true : undefined));
}

describe('the language of messages', () => {
  const cases: [name: string, options: EditorOptions, pattern: RegExp][] = [
    ['Chinese where nothing is said', {}, /相差/],
    ['that of a Chinese client', { locale: 'zh-cn' }, /相差/],
    ['that of a client that says it as an operating system does', { locale: 'zh_CN.UTF-8' }, /相差/],
    ['English for any other', { locale: 'de' }, /difference/],
    ['English for one that only begins like it', { locale: 'zha' }, /difference/],
    [
      'as the settings say, whatever the client speaks',
      { locale: 'zh-cn', settings: { language: 'en' } },
      /difference/,
    ],
  ];
  test.each(cases)('%s', async (_, options, pattern) => {
    const client = await start(options);
    await message(client, pattern);
    // Never first in another one.
    expect(client.published).toHaveLength(1);
  });
});

test('settings are live', async () => {
  const client = await start();
  await message(client, /相差/);
  await client.configure({ language: 'en' });
  await message(client, /difference/);
  await client.configure({ diagnostics: { severity: { 'sum/mismatch': 'hint' } } });
  await client.until(() => (client.last(URI)?.diagnostics[0]?.severity === 3 ? true : undefined));
  await client.configure({ 'diagnostics.enabled': false });
  await client.codes(URI, []);
  await client.configure({});
  await client.codes(URI, ['sum/mismatch']);
});

test('a client that sends its settings along', async () => {
  const client = await start({ capabilities: { textDocument: PUSHING.textDocument ?? {} } });
  await message(client, /相差/);
  await client.configure({ language: 'en' });
  await message(client, /difference/);
});

test('unopened files can be left alone', async () => {
  const folder = new WorkspaceFolder({ 'a.perf': WRONG_SUM });
  const client = await start({ folder });
  await client.codes(folder.uriOf('a.perf'), ['sum/mismatch']);
  await client.configure({ diagnostics: { unopenedFiles: false } });
  await client.codes(folder.uriOf('a.perf'), []);
  expect(client.last(URI)?.diagnostics).toHaveLength(1);
  folder.remove();
});

test('a value that makes no sense is named in the log, and the default stands', async () => {
  const client = await start({ settings: { language: 'klingon', inlayHints: 'yes' } });
  await message(client, /相差/);
  expect(client.logged.map((entry) => entry.message)).toEqual([expect.stringContaining('jixiao.language: "klingon"')]);
});

describe('the table of settings', () => {
  test.each(Object.entries(SETTINGS))('%s is described in both languages', (_, { description }) => {
    expect(description.zh).toMatch(/\p{sc=Han}.*。$/u);
    expect(description.en).toMatch(/^[A-Z].*\.$/);
  });

  const refused: [section: unknown, names: string[]][] = [
    [{ language: 3 }, ['language']],
    [{ completion: { pinyin: 'no' } }, ['completion.pinyin']],
    [{ diagnostics: { severity: { 'sum/mismatch': 'fatal' } } }, ['diagnostics.severity']],
    [{ diagnostics: { severity: ['off'] } }, ['diagnostics.severity']],
  ];
  test.each(refused)('%j is refused', (section, names) => {
    const { settings, refused: found } = readSettings(section);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  test('one slip in a table takes nothing away from its other entries', () => {
    const severity = { 'sum/mismatch': 'off', 'sum/rounding': 'information' };
    const { settings, refused: found } = readSettings({ diagnostics: { severity } });
    expect(settings['diagnostics.severity']).toEqual({ 'sum/mismatch': 'off' });
    expect(found.map(({ name }) => name)).toEqual(['diagnostics.severity']);
  });

  test.each([[undefined], [null], ['text'], [[]], [{ unknown: true }], [{ language: null }]])(
    '%j changes nothing',
    (section) => {
      expect(readSettings(section)).toEqual({ settings: DEFAULT_SETTINGS, refused: [] });
    },
  );
});
