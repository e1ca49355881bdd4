import { type Finding, type Language, rangeOf, type Span } from '@jixiao/core';
import type { Diagnostic, Location, Range } from 'vscode-languageserver';
import { findingPageUri } from '../protocol.js';
import type { Settings } from '../settings.js';
import { severityOf, tagsOf } from './severities.js';

/** Named as the source of every finding. */
export const DIAGNOSTIC_SOURCE = 'jixiao';

export interface ConversionOptions {
  readonly language: Language;
  readonly settings: Settings;
  /** Whether the client can show other places that belong to a finding. */
  readonly relatedPlaces: boolean;
  /** The address under which the client knows a file. */
  readonly uriOf: (file: string) => string;
}

/** What travels with a finding for those who mend it. */
export interface DiagnosticData {
  /** What the finding states, figures as decimal texts with their unit. */
  readonly facts: Finding['data'];
}

/** Findings as an editor shows them, in the given order. */
export function toDiagnostics(findings: readonly Finding[], options: ConversionOptions): Diagnostic[] {
  return findings.flatMap((finding) => toDiagnostic(finding, options) ?? []);
}

function toDiagnostic(finding: Finding, options: ConversionOptions): Diagnostic | undefined {
  const { language, settings, relatedPlaces, uriOf } = options;
  const severity = severityOf(finding, settings);
  if (severity === undefined) return undefined;
  const tags = tagsOf(finding);
  const data: DiagnosticData = { facts: finding.data };
  return {
    range: toRange(finding.at),
    severity,
    code: finding.code,
    codeDescription: { href: findingPageUri(finding.code) },
    source: DIAGNOSTIC_SOURCE,
    message: finding.message[language],
    ...(tags.length > 0 && { tags }),
    ...(relatedPlaces &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map(({ at, message }) => ({
          location: toLocation(at, uriOf),
          message: message[language],
        })),
      }),
    data,
  };
}

/** Where a span stands now. */
export function toRange(span: Span): Range {
  const { start, end } = rangeOf(span);
  return { start, end };
}

export function toLocation(span: Span, uriOf: (file: string) => string): Location {
  return { uri: uriOf(span.anchor.file), range: toRange(span) };
}
