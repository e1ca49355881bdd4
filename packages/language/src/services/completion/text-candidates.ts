import { type Message, rangeOf, type Severity } from '@jixiao/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { ALLOW } from '../../grammar/keywords.js';
import { findingKinds } from '../finding-kinds.js';
import type { Candidate } from './items.js';
import { positionAt } from './reading.js';
import type { Surroundings } from './surroundings.js';

/** Paths that the host knows, inside quotes or with quotes around them. */
export function pathCandidates(paths: readonly string[], { reading }: Surroundings): Candidate[] {
  const isInside = reading.mode === 'text';
  return paths.map((path) => ({
    label: path,
    kind: CompletionItemKind.File,
    text: isInside ? path : `"${path}"`,
    words: [path],
    rank: 0,
  }));
}

const ALLOWANCE = new RegExp(
  String.raw`^(\s*(?:\/\/|／／)\s*(?:${ALLOW.zh}|${ALLOW.en})[\s\u3000]+)[A-Za-z][\w-]*(?:\/[\w-]*)?$|^(\s*(?:\/\/|／／)\s*(?:${ALLOW.zh}|${ALLOW.en})[\s\u3000]+)$`,
);

const SEVERITIES: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
};

/** Codes of findings behind `// 允许 `: those found close by first, with what they say there. */
export function codeCandidates(surroundings: Surroundings): Candidate[] {
  const { analysis, reading, language } = surroundings;
  const match = ALLOWANCE.exec(reading.partial.text);
  const lead = match?.[1] ?? match?.[2];
  if (lead === undefined) return [];
  const from = reading.partial.start + lead.length;
  const { line } = positionAt(reading, reading.offset);
  const near = new Map<string, string>();
  for (const finding of analysis.findings(reading.piece.anchor.file)) {
    const distance = rangeOf(finding.at).start.line - line;
    if (distance >= 0 && distance <= 2 && !near.has(finding.code)) near.set(finding.code, finding.message[language]);
  }
  return findingKinds().map(({ code, severity }) => ({
    label: code,
    kind: CompletionItemKind.EnumMember,
    text: `${code}: `,
    detail: near.get(code) ?? SEVERITIES[severity][language],
    words: [code],
    from,
    rank: near.has(code) ? 0 : 1,
  }));
}
