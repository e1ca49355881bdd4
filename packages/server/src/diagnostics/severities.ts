import type { Finding, Severity } from '@jixiao/core';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { FindingCounts } from '../protocol.js';
import type { Settings } from '../settings.js';

/** Findings about something that could as well be absent. */
const UNNECESSARY: ReadonlySet<string> = new Set(['allow/unused', 'figure/unused']);

/** Findings about numbers that are written out in prose where a reference could stand. */
const PROSE_LITERALS: ReadonlySet<string> = new Set([
  'prose/differs-from-figure',
  'prose/differs-from-score',
  'prose/repeated-figure',
  'prose/list-count',
]);

/** The tags that an editor shows by fading or striking out. */
export function tagsOf(finding: Finding): DiagnosticTag[] {
  return UNNECESSARY.has(finding.code) ? [DiagnosticTag.Unnecessary] : [];
}

/** The severity that the user wants for a finding; undefined if it is not to be shown. */
export function shownSeverity({ code, severity }: Finding, settings: Settings): Severity | undefined {
  if (PROSE_LITERALS.has(code) && !settings['diagnostics.proseLiterals']) return undefined;
  const wanted = settings['diagnostics.severity'][code] ?? severity;
  return wanted === 'off' ? undefined : wanted;
}

/**
 * The severity with which an editor shows a finding. Our hints say something worth reading, so they
 * are listed as information; an editor's own hints are what it shows by fading alone.
 */
export function severityOf(finding: Finding, settings: Settings): DiagnosticSeverity | undefined {
  switch (shownSeverity(finding, settings)) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'hint':
      return UNNECESSARY.has(finding.code) ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information;
    case undefined:
      return undefined;
  }
}

/** How many findings of each severity are shown. */
export function countShown(findings: readonly Finding[], allowed: number, settings: Settings): FindingCounts {
  return count(findings, allowed, (finding) => shownSeverity(finding, settings));
}

/** How many findings of each severity there are: what is handed in does not depend on what somebody wants to see. */
export function countFindings(findings: readonly Finding[], allowed: number): FindingCounts {
  return count(findings, allowed, ({ severity }) => severity);
}

function count(
  findings: readonly Finding[],
  allowed: number,
  severityOf: (finding: Finding) => Severity | undefined,
): FindingCounts {
  const counts = { error: 0, warning: 0, hint: 0, allowed };
  for (const finding of findings) {
    const severity = severityOf(finding);
    if (severity) counts[severity]++;
  }
  return counts;
}
