import { type Finding, type Language, type Position, rangeOf, type Span } from '@jixiao/core';
import type { AllowedFinding, UnreadableFile } from '@jixiao/language';
import { type Summary, summarise } from './summary.js';

/** A place as JSON: absolute path with forward slashes; lines and characters from 0, the end exclusive. */
export interface JsonPlace {
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface JsonFinding extends JsonPlace {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
  readonly data: Finding['data'];
}

/** What `check --format json` prints. Keys are only ever added within a version. */
export interface JsonReport {
  readonly version: 1;
  readonly findings: readonly JsonFinding[];
  readonly summary: Summary;
  /** With `--show-allowed`: the findings that the author allowed. */
  readonly allowed?: readonly (JsonFinding & { readonly reason: string })[];
  /** Present if a file or folder could not be used; the exit code says so too. */
  readonly unreadable?: readonly { readonly file: string; readonly message: string }[];
}

export interface JsonInput {
  readonly findings: readonly Finding[];
  readonly allowed: readonly AllowedFinding[] | undefined;
  readonly unreadable: readonly UnreadableFile[];
}

export function jsonReport({ findings, allowed, unreadable }: JsonInput, language: Language): JsonReport {
  return {
    version: 1,
    findings: findings.map((finding) => jsonFinding(finding, language)),
    summary: summarise(findings),
    ...(allowed && {
      allowed: allowed.map(({ finding, allowance }) => ({
        ...jsonFinding(finding, language),
        reason: allowance.reason,
      })),
    }),
    ...(unreadable.length > 0 && {
      unreadable: unreadable.map(({ file, why }) => ({ file, message: why[language] })),
    }),
  };
}

export function jsonPlace(span: Span): JsonPlace {
  const { file, start, end } = rangeOf(span);
  return { file, range: { start: position(start), end: position(end) } };
}

function jsonFinding(finding: Finding, language: Language): JsonFinding {
  const { code, severity, message, at, related, data } = finding;
  return {
    code,
    severity,
    message: message[language],
    ...jsonPlace(at),
    related: related.map((place) => ({ message: place.message[language], ...jsonPlace(place.at) })),
    data,
  };
}

/** Only the two keys that are promised. */
function position({ line, character }: Position): Position {
  return { line, character };
}
