import { type Finding, rangeOf } from '@jixiao/core';

/*
 * A case is a .perf file that says what must be found in it, in comments of its own:
 *
 *     //! error sum/mismatch 78人 77人 1人
 *     人员 编制 = 78人 { … }
 *
 * A line `//! severity code words…` expects a finding on the next line that is no such comment,
 * whose Chinese message contains every word. A finding that nothing expects fails the case.
 * `//# file name.perf` begins another file of the same case; the first is `main.perf`.
 */

export interface Expectation {
  readonly severity: string;
  readonly code: string;
  readonly words: readonly string[];
  /** Line of the file on which the finding must begin, from 0. */
  readonly line: number;
}

export interface CaseFile {
  readonly files: Readonly<Record<string, string>>;
  /** Expectations for `main.perf`. */
  readonly expected: readonly Expectation[];
}

export function readCase(text: string): CaseFile {
  const files: Record<string, string> = {};
  let name = 'main.perf';
  for (const line of text.split('\n')) {
    const next = /^\/\/# file (\S+)\s*$/.exec(line)?.[1];
    if (next !== undefined) name = next;
    else files[name] = `${files[name] === undefined ? '' : `${files[name]}\n`}${line}`;
  }
  return { files, expected: expectationsIn(files['main.perf'] ?? '') };
}

function expectationsIn(text: string): Expectation[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const content = /^\s*\/\/!(.*)$/.exec(line)?.[1];
    if (content === undefined) return [];
    const [severity = '', code = '', ...words] = content.trim().split(/\s+/);
    if (!/^(?:error|warning|hint)$/.test(severity) || !/^[a-z]+\/[a-z-]+$/.test(code)) {
      throw new Error(`line ${index + 1}: not an expectation: ${line}`);
    }
    let target = index + 1;
    while (/^\s*\/\/!/.test(lines[target] ?? '')) target++;
    return [{ severity, code, words, line: target }];
  });
}

/** What is wrong between expectations and findings, in words; empty where all agree. */
export function compare(expected: readonly Expectation[], findings: readonly Finding[]): string[] {
  const left = [...findings];
  const problems: string[] = [];
  for (const wanted of expected) {
    const at = left.findIndex(
      (finding) =>
        finding.code === wanted.code &&
        finding.severity === wanted.severity &&
        rangeOf(finding.at).start.line === wanted.line &&
        wanted.words.every((word) => finding.message.zh.includes(word)),
    );
    if (at < 0)
      problems.push(`missing: line ${wanted.line + 1} ${wanted.severity} ${wanted.code} ${wanted.words.join(' ')}`);
    else left.splice(at, 1);
  }
  for (const finding of left) {
    const { start } = rangeOf(finding.at);
    problems.push(
      `unexpected: line ${start.line + 1}:${start.character + 1} ${finding.severity} ${finding.code} ${finding.message.zh}`,
    );
  }
  return problems;
}
