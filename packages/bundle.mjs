/**
 * Bundles every program that is shipped: the command line, the language server and the VS Code extension.
 *
 * Workspace packages are read from their TypeScript sources (the `source` condition of their `exports`), so no
 * package has to be compiled first.
 *
 * Options: `--development` keeps names and adds linked source maps; `--metafile` prints what each bundle weighs.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describeSizes } from './bundle-sizes.mjs';

const packages = fileURLToPath(new URL('.', import.meta.url));
const development = process.argv.includes('--development');
const reportSizes = process.argv.includes('--metafile');

/** Remote and WSL hosts may still run Node 20, although the tools of this repository need a newer one. */
const node = { platform: 'node', target: 'node20' };
const web = { platform: 'browser', target: 'es2022' };

/**
 * What libraries bring and we do not use: a strategy for grammars without a limit to looking ahead, which has
 * libraries of its own; threads of Node to compress in.
 */
const alias = { 'chevrotain-allstar': `${packages}no-unlimited-lookahead.js`, fflate: 'fflate/browser' };

/** An ES module has no `require`, yet some CommonJS dependencies ask for Node's own modules through it. */
const requireForEsm = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

/**
 * Those packages of the language server that have an entry for Node and one for browsers announce each of them to its
 * own host only; a build for both takes Node's from beside what they have in common.
 */
const nodeEntries = {
  name: 'node-entries',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^vscode-(languageserver|languageserver-protocol|jsonrpc)\/node$/ }, async (request) => {
      const { kind, importer, resolveDir } = request;
      const { path, errors } = await resolve(request.path.replace('/node', ''), { kind, importer, resolveDir });
      return errors.length > 0 ? { errors } : { path: path.replace(/common(.)api\.js$/, 'node$1main.js') };
    });
  },
};

/** Runs in Node as in a worker: everything from its browser side, and Node's modules only asked for when needed. */
const universal = { ...web, format: 'iife', external: ['node:*', ...builtinModules], plugins: [nodeEntries] };

/**
 * `copies`: further places for the same file.
 *
 * `chunks`: what is imported while the program runs becomes a file of its own beside it, so that a short run does
 * not load what it does not need. `besides`: further entries that share those files, by the name of their output.
 *
 * @type {{ entry: string, out: string, options: import('esbuild').BuildOptions, copies?: string[],
 *   chunks?: boolean, besides?: Record<string, string> }[]}
 */
const programs = [
  {
    entry: 'cli/src/main.ts',
    out: 'cli/dist/main.js',
    options: { ...node, format: 'esm', banner: { js: requireForEsm } },
    chunks: true,
    besides: { 'build-worker': 'cli/src/building/worker.ts' },
  },
  {
    entry: 'server/src/node.ts',
    out: 'server/dist/node.js',
    options: { ...node, format: 'esm', banner: { js: requireForEsm } },
    copies: ['cli/dist/server.js'],
  },
  {
    entry: 'server/src/browser.ts',
    out: 'server/dist/browser.js',
    options: { ...web, format: 'iife' },
  },
  {
    // A VSIX holds only files of the extension's own folder, so the server travels in there.
    entry: 'server/src/universal.ts',
    out: 'extension/dist/server/server.js',
    options: universal,
  },
  {
    entry: 'extension/src/node/main.ts',
    out: 'extension/dist/node.cjs',
    options: { ...node, format: 'cjs', external: ['vscode'] },
  },
  {
    entry: 'extension/src/browser/main.ts',
    out: 'extension/dist/browser.cjs',
    options: { ...web, format: 'cjs', external: ['vscode'] },
  },
  {
    entry: 'extension/webview/main.ts',
    out: 'extension/dist/webview.js',
    options: { ...web, format: 'iife' },
  },
];

const present = programs.filter(({ entry }) => {
  const found = existsSync(packages + entry);
  if (!found) console.log(`skipped packages/${entry}: no such file`);
  return found;
});

const results = await Promise.all(
  present.map(({ entry, out, options, chunks = false, besides = {} }) =>
    build({
      entryPoints: [[basename(out, '.js'), entry], ...Object.entries(besides)].map(([name, path]) => ({
        in: packages + path,
        out: name,
      })),
      ...(chunks
        ? { outdir: dirname(packages + out), splitting: true, chunkNames: 'chunk-[name]-[hash]' }
        : { outfile: packages + out }),
      bundle: true,
      // Naming a condition drops esbuild's implicit `module`; without it whole CommonJS copies would be bundled.
      conditions: ['source', 'module'],
      mainFields: options.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
      inject: [`${packages}polyfill-group-by.js`],
      alias,
      charset: 'utf8',
      minify: !development,
      sourcemap: development ? 'linked' : false,
      // Beside the extension's bundles, for its notices.
      legalComments: out.startsWith('extension/') ? 'external' : 'none',
      metafile: true,
      logLevel: 'warning',
      ...options,
    }),
  ),
).catch(() => {
  // The bundler has said at which place of which file; where it was called from is of no interest.
  process.exit(1);
});

/** Takes `require` away from the files of a program that do not use it: to make it takes a while, in each file anew. */
function removeIdleRequire(outputs) {
  for (const path of outputs) {
    const code = path.endsWith('.js') ? readFileSync(path, 'utf8') : '';
    if (!code.startsWith(requireForEsm)) continue;
    const rest = code.slice(requireForEsm.length);
    if (!/(?<![.\w$])require\b/.test(rest)) writeFileSync(path, rest.trimStart());
  }
}

/** A chunk's name holds a hash of its content: those of earlier builds would stay for ever. */
function removeOldChunks(folder, outputs) {
  const current = new Set(outputs.map((path) => basename(path)));
  for (const name of readdirSync(folder)) {
    if (/^chunk-.*\.js(\.map)?$/.test(name) && !current.has(name)) rmSync(`${folder}/${name}`);
  }
}

for (const [index, { out, chunks }] of present.entries()) {
  const outputs = Object.keys(results[index].metafile.outputs);
  // Those of a development build would tell of other code.
  if (!development) for (const path of outputs) rmSync(`${path}.map`, { force: true });
  if (!chunks) continue;
  removeOldChunks(dirname(packages + out), outputs);
  // The lines of a development build are those of its map.
  if (!development) removeIdleRequire(outputs);
}

for (const { out, copies = [] } of present) {
  for (const copy of copies) cpSync(packages + out, packages + copy);
}

/** The packages of others whose code went into the extension: what its notices have to name. */
const inExtension = present.flatMap(({ out }, index) =>
  out.startsWith('extension/') ? Object.keys(results[index].metafile.inputs) : [],
);
const packageFolders = inExtension.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
writeFileSync(`${packages}extension/dist/bundled-packages.json`, JSON.stringify([...new Set(packageFolders)].sort()));

// The extension's own folder holds ES modules; a worker, and hence this file, takes a classic script.
writeFileSync(`${packages}extension/dist/server/package.json`, '{ "type": "commonjs" }\n');

if (reportSizes) {
  for (const { metafile } of results) console.log(describeSizes(metafile));
}
