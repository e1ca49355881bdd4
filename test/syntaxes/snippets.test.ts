import { readFileSync } from 'node:fs';
import { analyse, SourceSet } from '@jixiao/language';
import { describe, expect, test } from 'vitest';
import { declarationStartsAt } from '../../packages/language/src/syntax/declaration-start.js';
import { readSource } from '../../packages/language/src/syntax/source-file.js';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync(new URL('../../syntaxes/snippets.json', import.meta.url), 'utf8')) as Record<string, Snippet>,
).map(([name, snippet]) => ({ name, ...snippet, text: expand(snippet.body.join('\n')) }));

/** A snippet as it stands in the editor when nothing in it was changed. */
function expand(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, '')
    .replaceAll('\t', '  ');
}

/** Around what is not a declaration: the block in which it belongs, by the snippet's name. */
const AROUND: Readonly<Record<string, (text: string) => string>> = {
  ...within((text) => `预算 总额 = 100 {\n${text}\n}`, ['按', 'by', '其中', 'including']),
  ...within((text) => `指标 自评表 {\n${text}\n}`, ['定量指标', 'quantity indicator', '定性指标', 'quality indicator']),
  ...within(
    (text) => `报告 "报告" {\n${text}\n}`,
    ['节', 'section', '节：分层', 'section: nested', '列表', 'list', '表', 'table', '图', 'chart'],
  ),
  ...within((text) => `报告 "报告" {\n${text}\n}`, ['图片', 'image', '附件', 'annex']),
  ...within((text) => `${text}\n数据 铁塔 = 47座`, ['允许', 'allow']),
};

/** What is wrong with a snippet until its names are replaced by those of the file. */
const LEFT_TO_THE_AUTHOR = new Set(['name/unresolved', 'import/missing']);

function within(around: (text: string) => string, names: readonly string[]): Record<string, (text: string) => string> {
  return Object.fromEntries(names.map((name) => [name, around]));
}

function read(name: string, text: string) {
  return readSource('snippet.perf', AROUND[name]?.(text) ?? text);
}

/** The kinds of a syntax tree, without what is written in it. */
function shape(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shape);
  if (typeof node !== 'object' || node === null) return undefined;
  const entries = Object.entries(node).filter(([key]) => key === '$type' || !key.startsWith('$'));
  return Object.fromEntries(entries.map(([key, value]) => [key, key === '$type' ? value : shape(value)]));
}

describe.each(snippets)('$name', ({ name, prefix, description, text }) => {
  test('reads without a finding', () => {
    const { pieces } = read(name, text);
    expect(pieces.flatMap(({ findings }) => findings.map(({ message }) => message.zh))).toEqual([]);
    expect(pieces.flatMap(({ declarations }) => declarations).length).toBeGreaterThan(0);
    if (!(name in AROUND)) expect(declarationStartsAt(text, 0)).toBe(true);
  });

  test('says nothing wrong', () => {
    const source = read(name, text);
    const sources = new SourceSet(new Map([[source.file, source]]), () => ({ kind: 'missing' }));
    const errors = analyse(sources)
      .findings(source.file)
      .filter(({ severity, code }) => severity === 'error' && !LEFT_TO_THE_AUTHOR.has(code));
    expect(errors.map(({ message }) => message.zh)).toEqual([]);
  });

  test('says what it writes, in both languages', () => {
    expect(prefix).toBe(name);
    expect(description).toMatch(/[\u4e00-\u9fff].* · |^[A-Z].* · .*[\u4e00-\u9fff]/);
  });
});

describe('both spellings', () => {
  test('stand in pairs that write the same', () => {
    expect(snippets.length % 2).toBe(0);
    for (let index = 0; index < snippets.length; index += 2) {
      const [zh, en] = [snippets[index], snippets[index + 1]];
      if (!zh || !en) throw new Error('A snippet has no other spelling');
      expect(zh.name, en.name).toMatch(/^[\u4e00-\u9fff]/);
      expect(en.name, zh.name).toMatch(/^[a-z]/);
      const [chinese, english] = [zh, en].map(({ name, text }) =>
        shape(read(name, text).pieces.map((p) => p.declarations)),
      );
      expect(english, `${zh.name} · ${en.name}`).toEqual(chinese);
    }
  });

  test('share the words of their descriptions', () => {
    for (const { description } of snippets) {
      const [first = '', second = ''] = description.split(' · ');
      expect(snippets.filter((other) => other.description === `${second} · ${first}`).length, description).toBe(1);
    }
  });
});
