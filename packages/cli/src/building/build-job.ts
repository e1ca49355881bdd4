import type { Finding, Message } from '@jixiao/core';
import type { NameClaim } from '@jixiao/report/file-names';
import type { OutputPlace } from './output-names.js';

/** The reports of one file, to be built. Plain data, as is the outcome: a job may run in any thread. */
export interface BuildJob {
  readonly file: string;
  /** The folder named on the command line, if it was one. */
  readonly folder?: string;
  readonly place: OutputPlace;
  /** Which names it has for its Word files. */
  readonly names: NameClaim;
  readonly draft: boolean;
  /** The folder from which paths are shown. */
  readonly cwd: string;
}

/** What became of the reports of one file. */
export type BuildOutcome = Findings &
  (
    | { readonly kind: 'unreadable'; readonly missing: boolean; readonly why: Message }
    /** Nothing was written, because an error stands: the titles of the reports that would have been. */
    | { readonly kind: 'refused'; readonly titles: readonly string[] }
    /** There is no report in the file. */
    | { readonly kind: 'empty' }
    /** One target was named, but these are the reports. */
    | { readonly kind: 'several'; readonly titles: readonly string[] }
    | { readonly kind: 'unwritable'; readonly sentence: Message; readonly targets: readonly string[] }
    | { readonly kind: 'built'; readonly targets: readonly string[] }
  );

interface Findings {
  readonly findings: readonly Finding[];
  /** The texts of the files with findings, for excerpts. */
  readonly texts: ReadonlyMap<string, string>;
}
