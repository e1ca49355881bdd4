import { resolve } from 'node:path';
import type { Language } from '@jixiao/core';
import { createFile } from '../files/write-file.js';
import type { Speaker } from '../terminal.js';
import { KIND_NAMES, type LibraryKind, libraryCopy, libraryNamesOf } from './library-copy.js';
import { skeleton } from './skeleton.js';

/** What to begin with: a copy from the library, or else a report. */
export interface Start {
  readonly copy: { readonly kind: LibraryKind; readonly name: string } | undefined;
  /** What stands after `-o`. */
  readonly output: string | undefined;
}

/**
 * Writes a new file and says which.
 * @throws Failure if the library has no such name, or the file cannot be created
 */
export async function start({ copy, output }: Start, speaker: Speaker): Promise<void> {
  const { language, terminal } = speaker;
  const text = copy ? libraryCopy(copy.kind, copy.name, language) : skeleton(language);
  const file = output ?? `${copy?.name ?? (language === 'zh' ? '绩效自评报告' : 'report')}.perf`;
  await createFile(resolve(terminal.cwd, file), text, file);
  speaker.say({ zh: `已新建 ${file}`, en: `Created ${file}` });
}

/** What of the library can be copied, by kind. */
export function listing(language: Language): string {
  return (['rubric', 'outline', 'form'] as const)
    .map((kind) => {
      const names = libraryNamesOf(kind).map((name) => `  ${name}\n`);
      return `${KIND_NAMES[kind][language]}  --${kind}\n${names.join('')}`;
    })
    .join('\n');
}
