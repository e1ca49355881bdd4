import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../architecture/source-file.js';
import { callsIn, extensionCalls } from './calls.js';
import { manifest, readJson, type Texts, textsIn } from './manifest.js';

const english = readJson<Texts>('package.nls.json');
const chinese = readJson<Texts>('package.nls.zh-cn.json');
const englishBundle = readJson<Texts>('l10n/bundle.l10n.json');
const chineseBundle = readJson<Texts>('l10n/bundle.l10n.zh-cn.json');

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
const placeholders = (text: string) => sorted(text.match(/\{\d+\}/g) ?? []);
const commandLinks = (text: string) => [...text.matchAll(/\]\((command:[\w.]+)\)/g)].map(([, link]) => link);

describe('the texts of the manifest', () => {
  const keys = sorted(textsIn(manifest).flatMap((text) => /^%(.*)%$/.exec(text)?.[1] ?? []));

  test('each has an English and a Chinese entry, and each entry is used', () => {
    expect(keys.length).toBeGreaterThan(50);
    expect(sorted(Object.keys(english))).toEqual(keys);
    expect(sorted(Object.keys(chinese))).toEqual(keys);
  });

  test.each(Object.keys(english))('%s says the same in both', (key) => {
    const [en = '', zh = ''] = [english[key], chinese[key]];
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en.trim()).not.toBe('');
    expect(commandLinks(zh)).toEqual(commandLinks(en));
  });

  test('nothing that is shown is written into the manifest itself', () => {
    const shown =
      /^(?:title|description|displayName|enumDescriptions|label|contents|altText|contextualTitle|category)$/;
    const written = (value: unknown, key = ''): string[] => {
      if (typeof value === 'string') return shown.test(key) && !/^%.*%$/.test(value) ? [`${key}: ${value}`] : [];
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, inside]) => written(inside, Array.isArray(value) ? key : name));
    };
    expect(written(manifest)).toEqual([]);
  });
});

describe('the texts of the programs', () => {
  const calls = extensionCalls.filter(({ object, method }) => object === 'l10n' && method === 't');

  test('each is written down where it is asked for', () => {
    expect(calls.length).toBeGreaterThan(50);
    expect(calls.filter(({ texts: [text] }) => text === undefined).map(({ path }) => path)).toEqual([]);
  });

  test('each has an entry in both languages, and each entry is used', () => {
    const texts = sorted(calls.map(({ texts: [text = ''] }) => text));
    expect(sorted(Object.keys(englishBundle))).toEqual(texts);
    expect(sorted(Object.keys(chineseBundle))).toEqual(texts);
  });

  test.each(Object.keys(englishBundle))('%s', (text) => {
    expect(englishBundle[text]).toBe(text);
    expect(placeholders(chineseBundle[text] ?? '')).toEqual(placeholders(text));
    if (text !== 'Word') expect(chineseBundle[text]).toMatch(/\p{Script=Han}/u);
  });

  test('as many values are handed over as a text has places', () => {
    const wrong = calls.filter(({ texts }) => placeholders(texts[0] ?? '').length !== texts.length - 1);
    expect(wrong.map(({ path, texts }) => `${path}: ${texts[0]}`)).toEqual([]);
  });
});

test('the preview page writes no texts of its own: it is handed them', () => {
  const files = sourceFiles('packages/extension/webview');
  expect(files.length).toBeGreaterThan(5);
  const words = files.flatMap(({ path, text }) =>
    [
      ...text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').matchAll(/textContent = '[^']*\p{L}{2,}|\p{Script=Han}+/gu),
    ].map(([found]) => `${path}: ${found}`),
  );
  expect(words).toEqual([]);
});

test('a call is recognised', () => {
  const [call] = callsIn({ path: 'a.ts', text: `const a = l10n.t('Hello {0}', name);` });
  expect(call).toEqual({ path: 'a.ts', object: 'l10n', method: 't', texts: ['Hello {0}', undefined] });
});
