import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../packages/extension/', import.meta.url));

/** @returns {string} path of the VSIX that was packed last */
export function newestVsix() {
  const [newest] = readdirSync(folder)
    .filter((file) => file.endsWith('.vsix'))
    .map((file) => ({ path: join(folder, file), packed: statSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.packed - a.packed);
  if (newest === undefined)
    throw new Error('packages/extension has no VSIX: pack the extension first, or say --vsix FILE');
  return newest.path;
}
