import type { Finding, Message, Position } from '@jixiao/core';
import type { CodeActionKind, Diagnostic, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { isLibraryFile } from '../../library/library.js';
import type { Change } from '../changes/changes.js';
import { lspRange } from '../navigation/ranges.js';
import { allowing } from './allow.js';
import type { Fix } from './fix.js';
import { FixSite } from './fix-site.js';
import { FIXES } from './fix-table.js';

/** Something that could be done at a place; what it changes is worked out when it is wanted. */
export interface Proposal {
  /** Tells it from every other proposal for the same range. */
  readonly key: string;
  readonly title: Message;
  readonly kind: CodeActionKind;
  readonly preferred: boolean;
  readonly diagnostic?: Diagnostic;
  readonly changes: () => readonly Change[];
}

/** The fixes of a finding, none where the file may not be changed. */
export function fixesOf(finding: Finding, analysis: Analysis): readonly Fix[] {
  const site = siteOf(finding, analysis);
  return site ? (FIXES.get(finding.code)?.fixes(finding, site) ?? []) : [];
}

export function siteOf(finding: Finding, analysis: Analysis): FixSite | undefined {
  const { anchor } = finding.at;
  const source = analysis.sources.files.get(anchor.file);
  const piece = source?.pieces.find((candidate) => candidate.anchor === anchor);
  return source && piece && !isLibraryFile(anchor.file) ? new FixSite(analysis, finding, source, piece) : undefined;
}

/** Fixes for the findings on a range; with diagnostics given, for those that are still found. */
export function quickFixes(
  analysis: Analysis,
  file: string,
  range: Range,
  diagnostics: readonly Diagnostic[] | undefined,
): Proposal[] {
  const found = findingsAt(analysis, file, range, diagnostics ?? []);
  return found.flatMap(({ finding, diagnostic }) => {
    const site = siteOf(finding, analysis);
    if (!site) return [];
    const fixes = [...fixesOf(finding, analysis), ...allowing(site)];
    return fixes.map(
      (fix, number): Proposal => ({
        key: JSON.stringify([finding.code, lspRange(finding.at).start, finding.data, number]),
        title: fix.title,
        kind: 'quickfix',
        preferred: fix.preferred === true,
        ...(diagnostic && { diagnostic }),
        changes: () => fix.changes,
      }),
    );
  });
}

/** A finding, and the editor's diagnostic that shows it. */
interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic | undefined;
}

function findingsAt(analysis: Analysis, file: string, range: Range, diagnostics: readonly Diagnostic[]): Shown[] {
  return analysis.findings(file).flatMap((finding): Shown[] => {
    const at = lspRange(finding.at);
    const diagnostic = diagnostics.find(({ code, range: shown }) => code === finding.code && sameStart(shown, at));
    return diagnostic || meets(at, range) ? [{ finding, diagnostic }] : [];
  });
}

function sameStart(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character;
}

/** Whether two ranges share a place, ends included. */
export function meets(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
