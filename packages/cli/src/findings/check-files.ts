import { type EvaluatedReport, type Finding, rangeOf } from '@jixiao/core';
import { type AllowedFinding, type Analysis, analyse, loadSources, type UnreadableFile } from '@jixiao/language';
import type { DiskHost } from '../files/source-host.js';
import { type Pictures, readPictures } from './pictures.js';

/** What came out of checking files. */
export interface Checked {
  /** The files that were asked for and could be read. */
  readonly files: readonly string[];
  /** Files, and folders named on the command line, from which nothing could be read. */
  readonly unreadable: readonly UnreadableFile[];
  /** Undefined if no file could be read. */
  readonly analysis: Analysis | undefined;
  /** By file, and in the order of its text. */
  readonly findings: readonly Finding[];
  readonly allowed: readonly AllowedFinding[];
  /** What the reports of these files show, as far as it can be put on paper. */
  readonly pictures: ReadonlyMap<EvaluatedReport, Pictures>;
}

/**
 * Checks files. Errors of the files that they import count as well: a report prints their figures.
 * What is less than an error is told only about the files that were asked for.
 */
export async function checkFiles(asked: readonly string[], host: DiskHost): Promise<Checked> {
  let files = [...new Set(asked)];
  let loaded = await loadSources(files, host);
  let unreadable: readonly UnreadableFile[] = [];
  if (!loaded.ok) {
    unreadable = loaded.unreadable;
    const failed = new Set(unreadable.map(({ file }) => file));
    files = files.filter((file) => !failed.has(file));
    loaded = await loadSources(files, host);
  }
  if (files.length === 0 || !loaded.ok)
    return { files: [], unreadable, analysis: undefined, findings: [], allowed: [], pictures: new Map() };
  const analysis = analyse(loaded.sources);
  const pictures = new Map<EvaluatedReport, Pictures>();
  const own: Finding[] = [];
  for (const file of files) {
    const unusable: Finding[] = [];
    for (const report of analysis.evaluated(file).reports) {
      const read = await readPictures(report, host.workspace);
      pictures.set(report, read.pictures);
      unusable.push(...read.findings);
    }
    own.push(...inOrder([...analysis.findings(file), ...unusable]));
  }
  const imported = [...loaded.sources.files.keys()].filter((file) => !files.includes(file)).sort();
  return {
    files,
    unreadable,
    analysis,
    findings: [
      ...own,
      ...imported.flatMap((file) => analysis.findings(file).filter(({ severity }) => severity === 'error')),
    ],
    allowed: files.flatMap((file) => analysis.allowed(file)),
    pictures,
  };
}

/** By their places; those of one place stay as they are. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ at }: Finding) => rangeOf(at).start;
  return findings.toSorted((a, b) => place(a).line - place(b).line || place(a).character - place(b).character);
}
