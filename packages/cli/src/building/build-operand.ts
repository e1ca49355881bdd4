import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ExitCode } from '../exit-codes.js';
import { filesOf } from '../files/perf-files.js';
import type { Speaker } from '../terminal.js';
import { buildAll } from './build-all.js';
import { outputPlace } from './output-names.js';

export interface BuildOptions {
  /** What stands after `-o`. */
  readonly output: string | undefined;
  readonly draft: boolean;
}

/**
 * Builds the reports of a file, or of all files below a folder.
 * @throws Failure if there is nothing to build, or `-o` does not suit
 */
export async function buildOperand(
  written: string,
  { output, draft }: BuildOptions,
  speaker: Speaker,
): Promise<ExitCode> {
  const { cwd } = speaker.terminal;
  const { folder, files } = await filesOf(written, cwd);
  const target = resolve(cwd, output ?? '.');
  const source = { file: files[0] ?? '', ...(folder !== undefined && { folder }) };
  const place = outputPlace(output, target, source, await isFolder(target));
  const common = { place, draft, cwd, ...(folder !== undefined && { folder }) };
  return await buildAll(
    files.map((file) => ({ file, ...common })),
    speaker,
    written,
  );
}

async function isFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isDirectory() === true;
}
