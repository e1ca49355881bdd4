import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../../packages/cli/src/verbs/verbs.js';
import { fencedBlocks } from '../docs/markdown.js';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';
import { REPORT, WRONG_SUM } from './samples.js';

const readme = readFileSync(new URL('../../packages/cli/README.md', import.meta.url), 'utf8');

/** What the example does not use. */
const MORE = `${REPORT}
数据 一 = 1 | 1 / 3 {
  列 上年 | 本年
}
`;

/** Their keys are chosen by authors, and by the code of a finding. */
const OPEN = new Set(['properties', 'data']);

/** The keys of all objects in a value. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(OPEN.has(key) ? [] : keysIn(inner))]);
}

async function printed(verb: string, file: string, ...more: readonly string[]): Promise<string[]> {
  const { out } = await runHere([verb, file, '--format', 'json', ...more], { cwd: '/' });
  return keysIn(JSON.parse(out));
}

const example = fileURLToPath(new URL('../../examples/mingxikou-2024/corrected.perf', import.meta.url));

describe('the README', () => {
  const [ofCheck = '', ofInspect = ''] = fencedBlocks(readme).map(({ text }) => text);
  const named = (block: string) => new Set([...block.matchAll(/"(\w+)"/g)].map(([, key = '']) => key));

  test('names every key that check prints', async () => {
    const allowed = `// 允许 sum/mismatch: 原表如此\n${WRONG_SUM}`;
    const files = { 'a.perf': allowed, 'b.perf': WRONG_SUM };
    const keys = await printed('check', folderWith(files), '/none.perf', '--show-allowed');
    expect(new Set(keys).size).toBeGreaterThan(15);
    expect([...new Set(keys)].filter((key) => !named(ofCheck).has(key))).toEqual([]);
  });

  test('names every key that inspect prints', async () => {
    const more = `${folderWith({ 'a.perf': MORE })}/a.perf`;
    const keys = [...(await printed('inspect', example)), ...(await printed('inspect', more))];
    expect(new Set(keys).size).toBeGreaterThan(40);
    expect([...new Set(keys)].filter((key) => !named(ofInspect).has(key))).toEqual([]);
  });

  test('names every verb with its options', () => {
    const [use = ''] = readme.split('## What counts');
    for (const { name, options } of VERBS) {
      expect(use).toMatch(new RegExp(`^\\| \`${name} `, 'm'));
      for (const [option, { short }] of Object.entries(options)) {
        expect(use.includes(`--${option}`) || use.includes(`-${short} `), `${name} --${option}`).toBe(true);
      }
    }
  });
});
