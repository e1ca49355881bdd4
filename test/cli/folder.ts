import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Text or bytes of a file; or where a symbolic link points. */
export type Content = string | Uint8Array | { readonly linkTo: string };

/**
 * A folder with files for one test, removed after it. It is a workspace of its own, whatever stands
 * above the system's folder for temporary files.
 */
export function folderWith(files: Readonly<Record<string, Content>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jixiao-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const all: Readonly<Record<string, Content>> = { '.jixiao': '', ...files };
  for (const [name, content] of Object.entries(all)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'object' && 'linkTo' in content) symlinkSync(content.linkTo, path);
    else writeFileSync(path, content);
  }
  return folder;
}
