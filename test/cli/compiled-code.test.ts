import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleFolder, makeBundle, program } from './bundle.js';
import { folderWith } from './folder.js';
import { REPORT } from './samples.js';
import { start } from './start.js';

beforeAll(makeBundle, 120_000);

/** What Node says of code that it kept, each file of ours with what became of it. */
const TOLD = /V8 code cache for ESM file:\S*\/dist\/(\S+) was (accepted|rejected)/g;

/** Runs of the program that share a place for what Node keeps. */
function machine(files: Readonly<Record<string, string>>) {
  const cwd = folderWith(files);
  const temporary = folderWith({});
  const env = { TMPDIR: temporary, NODE_COMPILE_CACHE: undefined, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' };
  return {
    /** The files whose code was found ready, and those for which what was kept could not be used. */
    run: async (...args: readonly string[]) => {
      const { out, err } = await start(process.execPath, [program, ...args], { cwd, env });
      const told = [...(out + err).matchAll(TOLD)];
      const files = (fate: string) => told.filter((match) => match[2] === fate).map(([, file]) => file ?? '');
      return { ready: files('accepted'), unfit: files('rejected') };
    },
    kept: () =>
      readdirSync(join(temporary, 'node-compile-cache'), { recursive: true, encoding: 'utf8' })
        .map((name) => statSync(join(temporary, 'node-compile-cache', name)))
        .filter((status) => status.isFile()),
  };
}

describe('code that was compiled', () => {
  test('is kept with all of its functions, and found ready by the next run', async () => {
    const { run, kept } = machine({ 'good.perf': REPORT });
    expect(await run('build', 'good.perf')).toEqual({ ready: [], unfit: [] });
    const { ready, unfit } = await run('build', 'good.perf');
    expect(unfit).toEqual([]);
    expect(ready.length).toBeGreaterThan(8);
    const size = (sizes: readonly { readonly size: number }[]) => sizes.reduce((sum, one) => sum + one.size, 0);
    // Without its functions it is about as long as the text.
    expect(size(kept())).toBeGreaterThan(2.5 * size(ready.map((file) => statSync(join(bundleFolder, file)))));
  });

  test('is not spoilt by a run in threads, nor by a long one', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`many/r${index}.perf`, REPORT]));
    const long = REPORT + '// 注\n'.repeat(30_000);
    const { run } = machine({ 'good.perf': REPORT, 'long.perf': long, ...many });
    await run('build', 'good.perf');
    await run('check', 'good.perf', '--format', 'sarif');
    await run('build', 'many', '-o', 'out');
    await run('check', 'long.perf', '--format', 'sarif');
    expect((await run('build', 'good.perf')).unfit).toEqual([]);
    expect((await run('check', 'good.perf', '--format', 'sarif')).unfit).toEqual([]);
    expect((await run('build', 'many', '-o', 'out')).unfit).toEqual([]);
  });
});
