import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SETTINGS, type SettingDefinition } from '../../packages/server/src/settings.js';
import { moduleRequests } from '../architecture/module-requests.js';
import { sourceFiles } from '../architecture/source-file.js';
import { extensionCalls } from './calls.js';
import { extensionFolder, manifest, readJson, type Setting, type Texts, textsIn } from './manifest.js';

const { contributes } = manifest;
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** Commands that only other code calls; they are registered and not contributed. */
const INTERNAL: readonly string[] = [];

describe('commands', () => {
  const registered = sorted(
    extensionCalls
      .filter(({ object, method }) => object === 'commands' && /^register(?:TextEditor)?Command$/.test(method))
      .map(({ texts: [name = 'not written down'] }) => name),
  );
  const contributed = contributes.commands.map(({ command }) => command);

  test('each that the manifest names is registered, and the reverse', () => {
    expect(sorted([...contributed, ...INTERNAL])).toEqual(registered);
    expect(new Set(contributed).size).toBe(contributed.length);
  });

  test('menus, keys and links name commands that there are', () => {
    const inMenus = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].flatMap(
      ({ command, alt }) => [command, ...(alt === undefined ? [] : [alt])],
    );
    const english = readJson<Texts>('package.nls.json');
    const linked = textsIn(english).flatMap((text) =>
      [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command),
    );
    const events = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ completionEvents }) =>
        completionEvents.flatMap((event) => /^onCommand:(.*)$/.exec(event)?.[1] ?? []),
      ),
    );
    const own = [...inMenus, ...linked, ...events].filter((command) => command.startsWith('jixiao.'));
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => `${id}.focus`));
    expect(own.filter((command) => !contributed.includes(command) && !views.includes(command))).toEqual([]);
  });

  test('each belongs to the same category in the palette', () => {
    expect(sorted(contributes.commands.map(({ category = '' }) => category))).toEqual(['%category%']);
  });
});

describe('settings', () => {
  const properties: Readonly<Record<string, Setting>> = Object.assign(
    {},
    ...contributes.configuration.map((group) => group.properties),
  );
  const english = readJson<Texts>('package.nls.json');
  const chinese = readJson<Texts>('package.nls.zh-cn.json');
  const said = (reference = '') => {
    const key = reference.replaceAll('%', '');
    return { zh: chinese[key], en: english[key] };
  };

  test.each(Object.entries<SettingDefinition>(SETTINGS))('%s is what the server says it is', (name, definition) => {
    const setting = properties[`jixiao.${name}`];
    expect(setting?.default).toEqual(definition.default);
    expect(said(setting?.description)).toEqual(definition.description);
    expect(setting?.type).toBe({ boolean: 'boolean', choice: 'string', table: 'object' }[definition.type]);
    const choices = definition.type === 'boolean' ? {} : definition.choices;
    const shown = definition.type === 'table' ? setting?.additionalProperties : setting;
    expect(shown?.enum ?? []).toEqual(Object.keys(choices));
    expect((shown?.enumDescriptions ?? []).map(said)).toEqual(Object.values(choices));
  });

  /** Settings that the language client reads by itself. */
  const BY_THE_CLIENT = ['trace.server'];

  test('each of the others is read by the extension, with the same default', () => {
    const others = Object.keys(properties)
      .map((name) => name.replace(/^jixiao\./, ''))
      .filter((name) => !(name in SETTINGS) && !BY_THE_CLIENT.includes(name));
    const text = sourceFiles('packages/extension/src')
      .map((file) => file.text)
      .join('\n');
    for (const name of others) {
      const read = [...text.matchAll(new RegExp(`\\.get\\('${name.replaceAll('.', '\\.')}', ([^)]+)\\)`, 'g'))];
      expect(read.length, name).toBeGreaterThan(0);
      for (const [, value = ''] of read) {
        expect(JSON.parse(value.replaceAll("'", '"')), name).toEqual(properties[`jixiao.${name}`]?.default);
      }
    }
    expect(others.length).toBeGreaterThan(0);
  });

  test('none is read that the manifest does not have', () => {
    const read = extensionCalls.filter(({ method, texts }) => method === 'get' && texts.length === 2 && texts[0]);
    const names = read.flatMap(({ object, texts: [name = ''] }) =>
      object === 'globalState' ? [] : [`jixiao.${name}`],
    );
    expect(names.filter((name) => !(name in properties))).toEqual([]);
  });

  test('each says what it does', () => {
    expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
  });
});

describe('what the editor is told of the extension', () => {
  test('a keyword keeps its colour when the server says as well that it is one', () => {
    const grammar = readFileSync(`${extensionFolder}../../syntaxes/perf.tmLanguage.json`, 'utf8');
    const names = [...grammar.matchAll(/"name": "(keyword\.[\w.-]+|storage\.[\w.-]+)"/g)].map(([, name = '']) => name);
    expect(contributes.semanticTokenScopes).toMatchObject([{ scopes: { keyword: ['keyword.other.perf'] } }]);
    expect(names).toContain('keyword.other.perf');
    // Themes give these families the same colour, and words of control another one.
    const families = /^(?:keyword\.(?:other|operator)|storage\.(?:type|modifier))\./;
    expect(names.filter((name) => !families.test(name))).toEqual([]);
  });

  test('it runs without trust, and where files are not on a disk', () => {
    expect(manifest.capabilities).toMatchObject({
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: { supported: true },
    });
  });

  test('it does not start for files of others', () => {
    // A language, commands, views, tasks and walkthroughs that are contributed start it by themselves.
    expect(manifest.activationEvents).toEqual(['onWebviewPanel:jixiao.preview']);
  });

  test('every picture is there', () => {
    const pictures = [
      manifest.icon,
      ...contributes.languages.flatMap(({ icon }) => Object.values(icon)),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => textsIn(media.image))),
    ];
    expect(pictures.length).toBeGreaterThan(5);
    expect(pictures.filter((picture) => !existsSync(extensionFolder + picture))).toEqual([]);
  });

  test('the types it is checked with are those of the oldest editor it runs in', () => {
    expect(manifest.devDependencies['@types/vscode']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(`^${manifest.devDependencies['@types/vscode']}`).toBe(manifest.engines.vscode);
  });
});

test('the client of the language server belongs to the extension alone', () => {
  const users = sourceFiles('packages')
    .filter((file) => !/^packages\/[^/]+\/[^/]+\.mjs$/.test(file.path) && /vscode/.test(file.text))
    .filter((file) => moduleRequests(file).some((request) => /^vscode(?:$|-languageclient)/.test(request)))
    .map(({ path }) => path.split('/').slice(0, 3).join('/'));
  expect(sorted(users)).toEqual(['packages/extension/src']);
});
