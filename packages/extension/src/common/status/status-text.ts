import type { FileStatus, FindingCounts, TableStatus } from '@jixiao/server/protocol';

/** The words of a status item, in the language of the editor. */
export interface StatusWords {
  readonly noFindings: string;
  readonly missing: string;
}

/** What the status bar says of a report: score and grade of its first table, then what is found. */
export function statusText({ tables: [table], findings }: FileStatus, words: StatusWords): string {
  return [table && scoreText(table, words), findingsText(findings, words)].filter((part) => part).join('  ');
}

/** `96/100 优秀`; a missing score is a dash, not a zero. */
export function scoreText({ total, points, grade }: TableStatus, { missing }: StatusWords): string {
  const score = points === undefined ? (total ?? missing) : `${total ?? missing}/${points}`;
  return grade === undefined ? score : `${score} ${grade}`;
}

function findingsText({ error, warning, hint }: FindingCounts, { noFindings }: StatusWords): string {
  if (error + warning + hint === 0) return `$(pass) ${noFindings}`;
  const parts = [
    error > 0 && `$(error) ${error}`,
    warning > 0 && `$(warning) ${warning}`,
    hint > 0 && `$(info) ${hint}`,
  ];
  return parts.filter((part) => part !== false).join(' ');
}
