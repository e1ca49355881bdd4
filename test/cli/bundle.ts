import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the bundled command line. */
export const bundleFolder = join(repository, 'packages/cli/dist');

/** What `npx jixiao` starts. */
export const program = join(repository, 'packages/cli/bin/jixiao.js');

/** Stands while one of several test processes bundles. */
const lock = join(repository, 'node_modules/.cache/jixiao/bundling');

/** Longer than bundling ever takes: whoever made such a lock has died. */
const LONGEST = 60_000;

/** Bundles the programs, unless that was done after the last change of a source. */
export async function makeBundle(): Promise<void> {
  while (!isCurrent()) {
    if (!takeLock()) {
      await setTimeout(100);
      continue;
    }
    try {
      execFileSync(process.execPath, [join(repository, 'packages/bundle.mjs')], { cwd: repository, stdio: 'pipe' });
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function takeLock(): boolean {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > LONGEST) rmSync(lock, { recursive: true, force: true });
  mkdirSync(join(lock, '..'), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function isCurrent(): boolean {
  const sources = ['core', 'language', 'report', 'server', 'cli'].map((name) => `packages/${name}/src`);
  const changed = Math.max(...[...sources, 'packages/bundle.mjs'].map((path) => newest(join(repository, path))));
  return newest(join(bundleFolder, 'main.js')) >= changed;
}

/** When a file, or any file below a folder, was last changed; 0 if there is none. */
function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
