import { resolve } from 'node:path';
import type { Language } from '@jixiao/core';
import { createFile } from '../files/write-file.js';
import type { Speaker } from '../terminal.js';
import { KIND_NAMES, type LibraryKind, libraryCopy, libraryNamesOf } from './library-copy.js';
import { newReport, type ReportWish } from './new-report.js';

/** What to begin with. */
export interface Start {
  readonly what: { readonly copy: LibraryKind; readonly name: string } | { readonly report: ReportWish };
  /** What stands after `-o`. */
  readonly output: string | undefined;
}

/**
 * Writes a new file and says which.
 * @throws Failure if the library has no such name, the year is none, or the file cannot be created
 */
export async function start({ what, output }: Start, speaker: Speaker): Promise<void> {
  const { language, terminal } = speaker;
  const text = 'report' in what ? newReport(what.report, language) : libraryCopy(what.copy, what.name, language);
  const name = 'report' in what ? (language === 'zh' ? '绩效自评报告' : 'report') : what.name;
  const file = output ?? `${name}.perf`;
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
