import type { Analysis } from '../../evaluation/analysis.js';
import { type Change, overlap, splicesOf } from '../changes/changes.js';
import { analysisAfter } from '../changes/reanalysis.js';
import { composed, type Splice } from '../changes/splices.js';
import { tidied } from '../changes/tidying.js';
import type { Fix } from './fix.js';
import { fixesOf } from './proposals.js';

/** What is put right in a whole file: only what is safe on every save, or also what the rules compute. */
export type Extent = 'safe' | 'recalculates';

/** One fix can make room for another, as with an inner total and the outer one; so often is looked again. */
const ROUNDS = 8;

/**
 * The changes that put a whole file right at once: of each finding the preferred fix, if it is of the
 * given extent, without those that would touch the text of another. Where the text cannot be read
 * without error, nothing is done: what is missing may only not have been read.
 */
function changesForAll(analysis: Analysis, file: string, extent: Extent): Change[] {
  const findings = analysis.findings(file);
  if (findings.some(({ code }) => code.startsWith('syntax/'))) return [];
  const changes: Change[] = [];
  for (const finding of findings) {
    const fix = fixesOf(finding, analysis).find((candidate) => candidate.preferred && isOf(candidate, extent));
    if (!fix?.changes.every(({ span }) => span.anchor.file === file)) continue;
    if (fix.changes.some((change) => changes.some((other) => overlap(change, other)))) continue;
    changes.push(...fix.changes);
  }
  return changes;
}

function isOf(fix: Fix, extent: Extent): boolean {
  return extent === 'safe' ? fix.safe === true : fix.recalculates === true;
}

/** The splices that put a file right, together with what comes to light in doing so. */
export function splicesForAll(analysis: Analysis, file: string, extent: Extent): Splice[] {
  let current = analysis;
  let splices: Splice[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const source = current.sources.files.get(file);
    const changes = changesForAll(current, file, extent);
    if (!source || changes.length === 0) break;
    const step = tidied(changes, source.pieces);
    splices = composed(splices, splicesOf(step, source.text), source.text);
    current = analysisAfter(current, step);
  }
  return splices;
}
