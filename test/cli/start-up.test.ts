import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleFolder, makeBundle } from './bundle.js';

beforeAll(makeBundle, 120_000);

/** The files of the bundle that are loaded together with the given ones. */
function loadedWith(...names: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    const { module } = parseSync(name, readFileSync(join(bundleFolder, name), 'utf8'));
    const requests = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    queue.push(...requests.filter((request) => request.startsWith('./')).map((request) => basename(request)));
  }
  return loaded;
}

function chunk(name: string): string {
  const chunks = readdirSync(bundleFolder).filter((file) => file.startsWith(`chunk-${name}-`));
  expect(chunks).toHaveLength(1);
  return chunks[0] ?? '';
}

/** Words that only the code of one library or service holds. */
const WORD = 'wordprocessingml';
const PARSER = 'LONGER_ALT';
const EDITOR = 'toneSandhi';

/** Which of the words stand in the files. Their text would drown a report of what failed. */
function found(files: Iterable<string>): string[] {
  const all = [...files].map((file) => readFileSync(join(bundleFolder, file), 'utf8'));
  return [WORD, PARSER, EDITOR].filter((word) => all.some((text) => text.includes(word)));
}

describe('a run loads what it needs and no more', () => {
  test('the program itself is small', () => {
    const files = loadedWith('main.js', chunk('process'));
    const bytes = [...files].map((file) => statSync(join(bundleFolder, file)).size);
    expect(found(files)).toEqual([]);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000);
  });

  test('checking reads the language, not the painter of Word files nor an editor', () => {
    expect(found(loadedWith('main.js', chunk('reading')))).toEqual([PARSER]);
  });

  test('building reads both', () => {
    expect(found(loadedWith('main.js', chunk('build-file')))).toEqual([WORD, PARSER]);
  });
});
