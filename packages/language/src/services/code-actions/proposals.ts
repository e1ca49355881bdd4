import type { Finding, Message } from '@jixiao/core';
import type { CodeActionKind, Diagnostic, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { isLibraryFile } from '../../library/library.js';
import type { Change } from '../changes/changes.js';
import { lspRange } from '../navigation/ranges.js';
import { allowing } from './allow.js';
import type { Fix } from './fix.js';
import { FixSite } from './fix-site.js';
import { FIXES } from './fix-table.js';
import { findingsAt } from './shown-findings.js';

/** Something that could be done at a place; what it changes is worked out when it is wanted. */
export interface Proposal {
  /** Tells it from every other proposal for the same range. */
  readonly key: string;
  readonly title: Message;
  readonly kind: CodeActionKind;
  readonly preferred: boolean;
  /** What the editor shows of it. */
  readonly diagnostics?: readonly Diagnostic[];
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
  const proposals = new Map<string, Proposal>();
  for (const { finding, diagnostic } of found) {
    const site = siteOf(finding, analysis);
    if (!site) continue;
    const { start } = lspRange(finding.at);
    fixesOf(finding, analysis).forEach((fix, number) => {
      const proposal = proposalOf(fix, JSON.stringify([finding.code, start, finding.data, number]), diagnostic);
      proposals.set(proposal.key, proposal);
    });
    // One comment allows every finding of its kind on the line.
    const key = JSON.stringify(['allow', finding.code, start.line]);
    const known = proposals.get(key);
    if (known) proposals.set(key, withDiagnostic(known, diagnostic));
    else for (const fix of allowing(site)) proposals.set(key, proposalOf(fix, key, diagnostic));
  }
  return [...proposals.values()];
}

function proposalOf(fix: Fix, key: string, diagnostic: Diagnostic | undefined): Proposal {
  return {
    key,
    title: fix.title,
    kind: 'quickfix',
    preferred: fix.preferred === true,
    ...(diagnostic && { diagnostics: [diagnostic] }),
    changes: () => fix.changes,
  };
}

function withDiagnostic(proposal: Proposal, diagnostic: Diagnostic | undefined): Proposal {
  return diagnostic ? { ...proposal, diagnostics: [...(proposal.diagnostics ?? []), diagnostic] } : proposal;
}
