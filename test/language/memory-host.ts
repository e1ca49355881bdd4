import { posix } from 'node:path';
import { type Analysis, analyse, loadSources, type SourceHost } from '@jixiao/language';

/** Files in memory below `/`, for tests; what an import names is resolved as on disk. */
export function memoryHost(files: Readonly<Record<string, string>>): SourceHost {
  const known = new Map(Object.entries(files));
  return {
    read: (file) => {
      const text = known.get(file);
      return text === undefined
        ? { ok: false, missing: true, why: { zh: '没有这个文件', en: 'no such file' } }
        : { ok: true, text };
    },
    resolve: (from, path) => {
      const target = posix.join(posix.dirname(from), path);
      return target.startsWith('..') || target.startsWith('/..') ? undefined : target;
    },
  };
}

/** Analyses files in memory; the first is the one asked for. */
export async function analyseFiles(files: Readonly<Record<string, string>>): Promise<Analysis> {
  const [first] = Object.keys(files);
  if (first === undefined) throw new Error('no files');
  const result = await loadSources([first], memoryHost(files));
  if (!result.ok) throw new Error(result.unreadable.map(({ file, why }) => `${file}: ${why.en}`).join('\n'));
  return analyse(result.sources);
}

export const MAIN = 'main.perf';

export function analyseText(text: string): Promise<Analysis> {
  return analyseFiles({ [MAIN]: text });
}
