import type { Finding, Position } from '@jixiao/core';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { lspRange } from '../navigation/ranges.js';

/** A finding, and the editor's diagnostic that shows it. */
interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic | undefined;
}

/** The findings on a range and those that diagnostics show, each with the diagnostic that does. */
export function findingsAt(
  analysis: Analysis,
  file: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
): Shown[] {
  const findings = analysis.findings(file);
  return findings.flatMap((finding): Shown[] => {
    const at = lspRange(finding.at);
    const here = diagnostics.filter((diagnostic) => standsAt(diagnostic, finding));
    if (here.length === 0) return meets(at, range) ? [{ finding, diagnostic: undefined }] : [];
    const isOnly = findings.every((other) => other === finding || !here.some((shown) => standsAt(shown, other)));
    const diagnostic = here.find((candidate) => isOnly || tellsOf(candidate, finding));
    // Of several at one place an editor asks about those that it names.
    return diagnostic ? [{ finding, diagnostic }] : [];
  });
}

function standsAt({ code, range }: Diagnostic, finding: Finding): boolean {
  const { start } = lspRange(finding.at);
  return code === finding.code && start.line === range.start.line && start.character === range.start.character;
}

/** Whether a diagnostic at the place of a finding is about this one. */
function tellsOf({ message, data }: Diagnostic, finding: Finding): boolean {
  if (message === finding.message.zh || message === finding.message.en) return true;
  const facts = (data as { readonly facts?: unknown } | null | undefined)?.facts;
  return facts !== undefined && JSON.stringify(facts) === JSON.stringify(finding.data);
}

/** Whether two ranges share a place, ends included. */
export function meets(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
