/**
 * Writes zlib, as the zip library ships it in WebAssembly, into a TypeScript module, so that it reaches every bundle
 * and every test without a file system. Its licence goes with it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeIfChanged } from '../write-if-changed.mjs';

const require = createRequire(import.meta.url);
const program = readFileSync(require.resolve('@zip.js/zip.js/dist/zip-module.wasm'));
const licence = readFileSync(join(dirname(require.resolve('@zip.js/zip.js/package.json')), 'LICENSE'), 'utf8').trim();

const source = `// Written by packages/report/embed-zlib.mjs from @zip.js/zip.js. Do not edit.

/*! @license zlib in WebAssembly, by way of @zip.js/zip.js
${licence.replaceAll('*/', '* /')}
*/

/** The program, in base64. */
export const ZLIB_PROGRAM =
  ${JSON.stringify(program.toString('base64'))};
`;

writeIfChanged(new URL('src/docx/generated/zlib-program.ts', import.meta.url), source);
console.log(`zlib: ${(program.length / 1024).toFixed(0)} KB`);
