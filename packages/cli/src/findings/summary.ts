import type { Finding, Message } from '@jixiao/core';

/** How many findings there are of each severity. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
}

export function summarise(findings: readonly Finding[]): Summary {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') };
}

/** The closing sentence of a check. */
export function summaryText({ errors, warnings, hints }: Summary, files: number, allowed: number): Message {
  const all = errors + warnings + hints;
  const zh =
    all === 0
      ? `没有发现问题（${files} 个文件）。`
      : `共 ${all} 处：错误 ${errors}，警告 ${warnings}，提示 ${hints}（${files} 个文件）。`;
  const en =
    all === 0
      ? `Nothing found (${counted(files, 'file')}).`
      : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(hints, 'hint')} (${counted(files, 'file')}).`;
  if (allowed === 0) return { zh, en };
  return {
    zh: `${zh}另有 ${allowed} 处已写明理由允许，用 --show-allowed 列出。`,
    en: `${en} ${allowed} more allowed with a reason; --show-allowed lists them.`,
  };
}

/** '1 file', '2 files'. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
