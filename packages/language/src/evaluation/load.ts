import type { Message } from '@jixiao/core';
import { readSource, type SourceFile } from '../syntax/source-file.js';
import { type ImportTarget, importsOf, SourceSet } from './source-set.js';

/** What reading a file gave. */
export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly missing: boolean; readonly why: Message };

/** Where files come from; the language itself touches no disk. */
export interface SourceHost {
  read(file: string): ReadResult | Promise<ReadResult>;
  /** The file that an import names, or undefined where it lies outside the workspace. */
  resolve(from: string, path: string): string | undefined;
}

/** The file could not be read at all. */
export interface UnreadableFile {
  readonly file: string;
  readonly missing: boolean;
  readonly why: Message;
}

export type LoadResult =
  | { readonly ok: true; readonly sources: SourceSet }
  | { readonly ok: false; readonly unreadable: readonly UnreadableFile[] };

/** Reads files and everything they import, each once. Only the files asked for must be readable; a bad import is a finding. */
export async function loadSources(files: readonly string[], host: SourceHost): Promise<LoadResult> {
  const read = new Map<string, SourceFile>();
  const failed = new Map<string, UnreadableFile>();
  const queue = [...files];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (read.has(file) || failed.has(file)) continue;
    const result = await host.read(file);
    if (!result.ok) {
      failed.set(file, { file, missing: result.missing, why: result.why });
      continue;
    }
    const source = readSource(file, result.text);
    read.set(file, source);
    for (const { path } of importsOf(source)) {
      const target = host.resolve(file, path);
      if (target !== undefined) queue.push(target);
    }
  }
  const unreadable = files.flatMap((file) => failed.get(file) ?? []);
  if (unreadable.length > 0) return { ok: false, unreadable };
  const resolveImport = (from: string, path: string): ImportTarget => {
    const target = host.resolve(from, path);
    if (target === undefined) return { kind: 'outside' };
    const problem = failed.get(target);
    if (!problem) return { kind: 'file', file: target };
    return problem.missing ? { kind: 'missing' } : { kind: 'unreadable', why: problem.why };
  };
  return { ok: true, sources: new SourceSet(read, resolveImport) };
}
