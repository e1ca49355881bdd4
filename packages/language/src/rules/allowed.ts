import { catalogue, comparePositions, type Finding, rangeOf } from '@jixiao/core';
import type { AllowedFinding } from '../evaluation/analysis.js';
import type { Allowance } from '../syntax/allowances.js';
import type { ParsedPiece } from '../syntax/source-file.js';

/**
 * Takes away the findings that an allowance covers: those of its code that begin on the line it
 * speaks of. An allowance without a reason, or one that covers nothing, is itself a finding.
 */
export function allow(
  findings: readonly Finding[],
  pieces: readonly ParsedPiece[],
): { findings: Finding[]; allowed: AllowedFinding[] } {
  const allowances = pieces.filter((piece) => piece.allowances.length > 0).flatMap((piece) => piece.allowances);
  const used = new Set<Allowance>();
  const allowed: AllowedFinding[] = [];
  const left: Finding[] = [];
  for (const finding of findings) {
    const allowance = allowances.find(
      ({ code, span, line, reason }) =>
        reason !== '' && code === finding.code && span.anchor === finding.at.anchor && line === finding.at.start.line,
    );
    if (allowance) {
      used.add(allowance);
      allowed.push({ finding, allowance });
    } else left.push(finding);
  }
  for (const allowance of allowances) {
    if (allowance.reason === '')
      left.push(catalogue.checks.allowWithoutReason.at(allowance.span, { code: allowance.code }));
    else if (!used.has(allowance)) left.push(catalogue.checks.allowUnused.at(allowance.span, { code: allowance.code }));
  }
  left.sort(inTextOrder);
  return { findings: left, allowed };
}

/** By place, then by code, so that the order is the same however they were found; those of one code as their rule found them. */
function inTextOrder(a: Finding, b: Finding): number {
  const [from, to] = [rangeOf(a.at), rangeOf(b.at)];
  return comparePositions(from.start, to.start) || comparePositions(from.end, to.end) || compareTexts(a.code, b.code);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
