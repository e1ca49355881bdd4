import { pathToFileURL } from 'node:url';
import { FINDING_KINDS, type Finding, type Language, rangeOf, type Severity, type Span } from '@jixiao/core';
import type { AllowedFinding, UnreadableFile } from '@jixiao/language';
import { shownPath } from '../files/workspace.js';
import { firstParagraph, pageOf } from '../pages/pages.js';
import { VERSION } from '../version.js';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'note' };

export interface SarifInput {
  readonly findings: readonly Finding[];
  readonly allowed: readonly AllowedFinding[];
  readonly unreadable: readonly UnreadableFile[];
  readonly language: Language;
  readonly cwd: string;
}

/**
 * Findings as SARIF 2.1.0 (OASIS), which tools for code review read. Paths are relative to the
 * current folder, which such tools take for the root of the repository. Allowed findings are
 * results that are suppressed in the source.
 */
export function sarifLog(input: SarifInput): object {
  const { findings, allowed, unreadable, language } = input;
  const all = [...findings, ...allowed.map(({ finding }) => finding)];
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const reasons = new Map(allowed.map(({ finding, allowance }) => [finding, allowance]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'jixiao', semanticVersion: VERSION, rules: codes.map((code) => rule(code, language)) },
        },
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { uri: folderUri(input.cwd) } },
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map(({ file, why }) => ({
              level: 'error',
              message: { text: why[language] },
              locations: [{ physicalLocation: { artifactLocation: artifact(file, input.cwd) } }],
            })),
          },
        ],
        results: all.map((finding) => {
          const allowance = reasons.get(finding);
          return {
            ruleId: finding.code,
            ruleIndex: codes.indexOf(finding.code),
            level: LEVEL[finding.severity],
            message: { text: finding.message[language] },
            locations: [location(finding.at, input.cwd)],
            ...(finding.related.length > 0 && {
              relatedLocations: finding.related.map((place, id) => ({
                id,
                message: { text: place.message[language] },
                ...location(place.at, input.cwd),
              })),
            }),
            ...(allowance && {
              suppressions: [
                { kind: 'inSource', justification: allowance.reason, location: location(allowance.span, input.cwd) },
              ],
            }),
            properties: finding.data,
          };
        }),
      },
    ],
  };
}

function rule(code: string, language: Language): object {
  const page = pageOf(code, language);
  const severity = FINDING_KINDS.get(code)?.severity ?? 'error';
  return {
    id: code,
    defaultConfiguration: { level: LEVEL[severity] },
    ...(page !== undefined && {
      fullDescription: { text: firstParagraph(page) },
      help: { text: page, markdown: page },
    }),
  };
}

/** Lines and columns count from 1 here; the end is exclusive. */
function location(span: Span, cwd: string): object {
  const { file, start, end } = rangeOf(span);
  return {
    physicalLocation: {
      artifactLocation: artifact(file, cwd),
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

function artifact(file: string, cwd: string): object {
  const shown = shownPath(file, cwd);
  if (shown === file) return { uri: pathToFileURL(file).href };
  return { uri: shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function folderUri(folder: string): string {
  return `${pathToFileURL(folder).href.replace(/\/$/, '')}/`;
}
