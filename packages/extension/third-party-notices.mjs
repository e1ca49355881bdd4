import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The notices that travel with the extension: name, version and licence of every package whose code is in a bundle,
 * and of what these packages in turn may have bundled, with the full texts.
 *
 * @param {string[]} folders of packages, as the bundler names them, seen from `root`
 * @param {string} root of the repository
 * @param {string[]} remarks that stand in the code itself
 * @returns {string}
 * @throws if a package states no licence, or its text is neither in its folder nor in `licences/` here
 */
export function thirdPartyNotices(folders, root, remarks) {
  const found = new Map();
  const queue = folders.map((folder) => resolve(root, folder));
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { name, version, dependencies = {} } = manifest;
    const key = `${name}@${version}`;
    // Types are gone from a bundle, and packages of the workspace are our own.
    if (found.has(key) || name.startsWith('@types/') || name.startsWith('@jixiao/')) continue;
    found.set(key, noticeOf(folder, manifest));
    queue.push(...Object.keys(dependencies).flatMap((dependency) => folderOf(dependency, folder)));
  }
  const notices = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  const head =
    'Jixiao contains software of others. Their names, licences and notices follow.\n本软件包含他人的软件，其名称、许可和声明如下。\n';
  return [head, ...notices, ...new Set(remarks.filter((remark) => remark !== ''))].join(`\n${'-'.repeat(80)}\n\n`);
}

function noticeOf(folder, { name, version, license, licenses, homepage }) {
  const id = license?.type ?? license ?? licenses?.map(({ type }) => type).join(', ');
  if (typeof id !== 'string' || id === '') throw new Error(`${name} states no licence`);
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)[^/]*$/i.test(entry.name))
    .filter(({ name: file }) => !/\.(js|ts|json|html)$/.test(file))
    .map(({ name: file }) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0) texts.push(...textKeptHere(`${name.replace('/', '+')}-${version}.txt`, name));
  const title = [`${name} ${version}`, `Licence: ${id}`, ...(homepage ? [homepage] : [])].join('\n');
  return `${[title, ...new Set(texts)].join('\n\n')}\n`;
}

/** Some packages are published without the text of their licence; it has been looked up where they are developed. */
function textKeptHere(file, name) {
  const path = join(import.meta.dirname, 'licences', file);
  if (!existsSync(path)) throw new Error(`${name} comes without the text of its licence: put it into licences/${file}`);
  return [readFileSync(path, 'utf8').trim()];
}

/** Where a dependency lies: beside the package that asks for it, or in a folder above. */
function folderOf(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return [candidate];
    if (dirname(folder) === folder) return [];
  }
}
