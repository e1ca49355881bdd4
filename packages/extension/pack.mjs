/**
 * Packs the extension, bundled before, into `jixiao-<version>.vsix` in this folder.
 */
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

/** What may be downloaded over a slow line without a second thought. */
const largest = 2 * 1024 * 1024;

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const { name, version } = JSON.parse(readFileSync(`${here}package.json`, 'utf8'));

cpSync(`${root}syntaxes`, `${here}dist/syntaxes`, { recursive: true });
copyFileSync(`${root}LICENSE`, `${here}LICENSE`);

for (const file of readdirSync(here)) if (file.endsWith('.vsix')) rmSync(here + file);
const packagePath = `${here}${name}-${version}.vsix`;
await createVSIX({
  cwd: here,
  packagePath,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});

const { size } = statSync(packagePath);
console.log(`${packagePath.slice(root.length)}: ${(size / 1024).toFixed(0)} KiB`);
if (size > largest) throw new Error(`the VSIX is larger than ${largest / 1024} KiB`);
