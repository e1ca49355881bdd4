import { dirname } from 'node:path';
import type { EvaluatedReport } from '@jixiao/core';
import { reportNames } from '@jixiao/report/file-names';
import { Failure } from '../failure.js';
import { DiskHost } from '../files/source-host.js';
import { shownPath, Workspace } from '../files/workspace.js';
import { makeFolder, replaceFile } from '../files/write-file.js';
import { type Checked, checkFiles } from '../findings/check-files.js';
import type { BuildJob, BuildOutcome } from './build-job.js';
import { outputFile } from './output-names.js';
import { wordFile } from './word-file.js';

/**
 * Builds the reports of one file. While an error stands in the file or in one that it imports, none of
 * them is written, unless a draft is asked for; a target that cannot be written ends the job, and what
 * was written before stays. Jobs know nothing of each other.
 */
export async function buildFile(job: BuildJob): Promise<BuildOutcome> {
  const host = new DiskHost(new Workspace(job.folder === undefined ? [] : [job.folder]));
  const { analysis, findings, unreadable, pictures } = await checkFiles([job.file], host);
  const reports = analysis?.evaluated(job.file).reports ?? [];
  const places = [...findings, ...findings.flatMap(({ related }) => related)];
  const texts = new Map(
    places.map(({ at: { anchor } }) => [anchor.file, analysis?.sources.files.get(anchor.file)?.text ?? '']),
  );
  const told = { findings, texts };

  const [cause] = unreadable;
  if (cause) return { ...told, kind: 'unreadable', missing: cause.missing, why: cause.why };
  const titles = reports.map(({ title }) => title);
  const stands = findings.some(({ severity }) => severity === 'error');
  if (stands && !job.draft) return { ...told, kind: 'refused', titles };
  if (reports.length === 0) return { ...told, kind: 'empty' };
  if (job.place.kind === 'file' && reports.length > 1) return { ...told, kind: 'several', titles };
  return { ...told, ...(await writeReports(job, reports, pictures)) };
}

async function writeReports(job: BuildJob, reports: readonly EvaluatedReport[], pictures: Checked['pictures']) {
  const targets: string[] = [];
  const names = reportNames(
    job.names,
    reports.map(({ title }) => title),
  );
  try {
    for (const [index, { final, draft }] of names.entries()) {
      const report = reports[index];
      if (!report) break;
      const target = outputFile(job.place, job.file, job.draft ? draft : final);
      const bytes = await wordFile(report, pictures.get(report), job.draft);
      const folder = dirname(target);
      if (job.place.kind === 'folder') await makeFolder(folder, shownPath(folder, job.cwd));
      await replaceFile(target, bytes, shownPath(target, job.cwd));
      targets.push(target);
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: 'unwritable', sentence: error.sentence, targets } as const;
  }
  return { kind: 'built', targets } as const;
}
