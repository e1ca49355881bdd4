import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Programs that a measurement starts as processes of their own, by the measurement that needs them. */
const besides = {
  'word/bench.ts': ['word/ours.ts', 'word/floor.ts'],
  'editing/bench.ts': ['editing/plain-server.ts'],
};

/**
 * Bundles a measurement and the programs it starts into `.output/`, and gives the path of the first.
 *
 * @param {string} entry below test/bench
 * @returns {Promise<string>}
 */
export async function bundle(entry) {
  const entries = [entry, ...(besides[entry] ?? [])];
  await build({
    entryPoints: entries.map((path) => ({ in: here + path, out: path.replace(/\.ts$/, '').replaceAll('/', '-') })),
    outdir: `${here}.output`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    charset: 'utf8',
    conditions: ['source', 'module'],
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return `${here}.output/${basename(entry.replaceAll('/', '-'), '.ts')}.mjs`;
}
