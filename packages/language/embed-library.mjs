/**
 * Writes the standard library's texts into a TypeScript module, so that they reach every bundle and every test
 * without a file system: a language server in a browser has none.
 *
 * The module has a folder of its own: the parser generator empties the folder it writes into, and asks at the
 * terminal before it deletes a file it does not know.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeIfChanged } from '../write-if-changed.mjs';

const library = fileURLToPath(new URL('library/', import.meta.url));
const target = new URL('src/library/generated/texts.ts', import.meta.url);

/** Every `.perf` file under the library, as [path with forward slashes, text without byte order mark]. */
function readLibrary() {
  let files;
  try {
    files = readdirSync(library, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return files
    .filter((file) => file.endsWith('.perf'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => [
      file,
      readFileSync(library + file, 'utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n'),
    ]);
}

const entries = readLibrary();
const body = entries.map(([file, text]) => `  ${JSON.stringify(file)}: ${JSON.stringify(text)},\n`).join('');
const source = `// Written by packages/language/embed-library.mjs from packages/language/library. Do not edit.

/** The standard library: path below \`library/\` (forward slashes, with \`.perf\`) → text. */
export const LIBRARY: Readonly<Record<string, string>> = {
${body}};
`;

writeIfChanged(target, source);
console.log(`standard library: ${entries.length} files`);
