import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

/** Kilobytes that the programs of a bundle may have: somewhat more than they do, so that growth is noticed. */
const BUDGETS: readonly (readonly [bundle: string, kilobytes: number])[] = [
  ['server/dist/node.js', 2_650],
  ['server/dist/browser.js', 2_650],
  // Holds a copy of the server.
  ['cli/dist', 4_050],
  // Holds the server that runs in both.
  ['extension/dist', 3_750],
];

/** A development build, told by its maps, is larger; nobody ships it. */
function isShipped(path: string): boolean {
  if (!existsSync(path)) return false;
  const files = statSync(path).isFile() ? [`${path}.map`] : readdirSync(path);
  return !files.some((file) => file.endsWith('.map') && (file !== `${path}.map` || existsSync(file)));
}

function kilobytesOf(path: string): number {
  if (statSync(path).isFile()) return /\.(?:[cm]?js|css)$/.test(path) ? statSync(path).size / 1024 : 0;
  return readdirSync(path).reduce((sum, name) => sum + kilobytesOf(`${path}/${name}`), 0);
}

describe('what is shipped keeps to its budget', () => {
  test.each(BUDGETS)('%s: %i KB', (bundle, kilobytes) => {
    const path = packages + bundle;
    if (!isShipped(path) && process.env.CI !== 'true') return;
    expect(kilobytesOf(path)).toBeLessThan(kilobytes);
    expect(kilobytesOf(path)).toBeGreaterThan(kilobytes / 10);
  });
});
