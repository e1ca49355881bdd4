/**
 * Packs the extension, bundled before, into `jixiao-<version>.vsix` in this folder: `npm run package` at the root.
 *
 * The README has its pictures if `JIXIAO_PICTURES` names the https address under which this folder is published;
 * editors and marketplaces show them from there alone.
 */
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { withoutPictures } from './readme-pictures.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

/** What may be downloaded over a slow line without a second thought. */
const largest = 2 * 1024 * 1024;

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(here + path, 'utf8');
const { name, version } = JSON.parse(read('package.json'));

// What an extension refers to must lie in its own folder.
cpSync(`${root}syntaxes`, `${here}dist/syntaxes`, { recursive: true });
copyFileSync(`${root}LICENSE`, `${here}LICENSE`);
const remarks = readdirSync(`${here}dist`, { recursive: true })
  .filter((file) => file.endsWith('.LEGAL.txt'))
  .map((file) => read(`dist/${file}`).trim());
const notices = thirdPartyNotices(JSON.parse(read('dist/bundled-packages.json')), root, remarks);
writeFileSync(`${here}THIRD-PARTY-NOTICES.txt`, notices);

for (const file of readdirSync(here)) if (file.endsWith('.vsix')) rmSync(here + file);
const packagePath = `${here}${name}-${version}.vsix`;
const pictures = process.env.JIXIAO_PICTURES;
const staging = mkdtempSync(join(tmpdir(), 'jixiao-pack-'));
try {
  const left = new Set(['node_modules', 'src', 'webview', 'out']);
  cpSync(here, staging, { recursive: true, filter: (path) => !left.has(basename(path)) });
  if (pictures === undefined) writeFileSync(join(staging, 'README.md'), withoutPictures(read('README.md')));
  await createVSIX({
    cwd: staging,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    ...(pictures === undefined ? { rewriteRelativeLinks: false } : { baseImagesUrl: pictures }),
  });
} finally {
  rmSync(staging, { recursive: true, force: true });
}

const { size } = statSync(packagePath);
console.log(`${packagePath.slice(root.length)}: ${(size / 1024).toFixed(0)} KiB`);
if (size > largest) throw new Error(`the VSIX is larger than ${largest / 1024} KiB`);
