import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT, type ExitCode, worse } from '../exit-codes.js';
import { filesOf, perfFilesBeside } from '../files/perf-files.js';
import type { Speaker } from '../terminal.js';
import { buildAll } from './build-all.js';
import { claimsOf } from './claims.js';
import { outputPlace } from './output-names.js';

export interface BuildOptions {
  /** What stands after `-o`. */
  readonly output: string | undefined;
  readonly draft: boolean;
}

/**
 * Builds the reports of a file, or of all files below a folder; a folder below it that cannot be opened does not keep
 * the others from being built.
 * @throws Failure if there is nothing to build, or `-o` does not suit
 */
export async function buildOperand(
  written: string,
  { output, draft }: BuildOptions,
  speaker: Speaker,
): Promise<ExitCode> {
  const { cwd } = speaker.terminal;
  const { folder, files, unusable } = await filesOf(written, cwd);
  for (const { sentence } of unusable) speaker.warn(sentence);
  if (files.length === 0) return EXIT.unusable;
  const target = resolve(cwd, output ?? '.');
  const source = { file: files[0] ?? '', ...(folder !== undefined && { folder }) };
  const place = outputPlace(output, target, source, await isFolder(target));
  const common = { place, draft, cwd, ...(folder !== undefined && { folder }) };
  const neighbours = folder === undefined ? await perfFilesBeside(source.file) : [];
  const claims = claimsOf([...neighbours, ...files]);
  const code = await buildAll(
    files.flatMap((file) => {
      const names = claims.get(file);
      return names ? [{ file, names, ...common }] : [];
    }),
    speaker,
    written,
  );
  return unusable.length > 0 ? worse(code, EXIT.unusable) : code;
}

async function isFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  return status?.isDirectory() === true;
}
