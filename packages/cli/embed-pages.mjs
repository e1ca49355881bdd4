/**
 * Writes the pages that explain the findings into a TypeScript module, so that neither `jixiao explain` nor
 * an editor needs files beside the bundles.
 *
 * `docs/findings/<area>/<name>.md` explains the code `<area>/<name>` in Chinese and, quoted, in English.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeIfChanged } from '../write-if-changed.mjs';

const docs = fileURLToPath(new URL('../../docs/findings/', import.meta.url));
/** The programs that show the pages; they see nothing of each other. */
const targets = ['src/pages/generated/pages.ts', '../server/src/pages/generated/pages.ts'];

/** Paths of the pages below the folder, with forward slashes; a page lies in the folder of its area. */
function pagePaths() {
  try {
    return readdirSync(docs, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^[^/]+\/[^/]+\.md$/.test(path))
      .sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The same page with its English paragraph first, where a reader of one paragraph finds it. */
function inEnglish(page) {
  return page.replace(/^(# .*)\n\n(.+)\n\n> (.+)\n/, '$1\n\n$3\n\n> $2\n');
}

const pages = {};
for (const path of pagePaths()) {
  const text = readFileSync(docs + path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  pages[path.slice(0, -'.md'.length)] = { zh: text, en: inEnglish(text) };
}

const body = Object.entries(pages)
  .map(([code, page]) => `  ${JSON.stringify(code)}: ${JSON.stringify(page)},\n`)
  .join('');
const source = `// Written by packages/cli/embed-pages.mjs from docs/findings. Do not edit.

/** Code of a finding → its page in each language that has one. */
export const PAGES: Readonly<Record<string, { readonly zh?: string; readonly en?: string }>> = {
${body}};
`;

for (const path of targets) writeIfChanged(new URL(path, import.meta.url), source);
console.log(`pages of findings: ${Object.keys(pages).length}`);
