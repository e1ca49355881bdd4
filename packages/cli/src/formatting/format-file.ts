import type { Language } from '@jixiao/core';
import { analyse, loadSources, type ReadResult, readSource, type SourceHost } from '@jixiao/language';
import { formattedText, unformattedDeclarations } from '@jixiao/language/services';

/** Which spelling keywords take. */
export type Keywords = 'keep' | Language;

/** A file before and after. */
export interface Formatted {
  readonly ok: true;
  readonly before: string;
  readonly after: string;
  /** First lines, from 1, of the declarations that cannot be read and stayed as they are. */
  readonly unreadable: readonly number[];
}

export type FormatResult = Formatted | Extract<ReadResult, { ok: false }>;

/** Formats a file without writing it. */
export async function formatFile(file: string, keywords: Keywords, host: SourceHost): Promise<FormatResult> {
  const read = await host.read(file);
  if (!read.ok) return read;
  // Whether 得分 is an attribute or somebody's figure depends on what is imported.
  const loaded = keywords === 'keep' ? undefined : await loadSources([file], host);
  const analysis = loaded?.ok ? analyse(loaded.sources) : undefined;
  const source = analysis?.sources.files.get(file) ?? readSource(file, read.text);
  return {
    ok: true,
    before: source.text,
    after: formattedText(source, { keywords, ...(analysis && { analysis }) }),
    unreadable: unformattedDeclarations(source).map((line) => line + 1),
  };
}
