import type { SourceFile } from './source-file.js';

/** Above this a file has more than one job. */
export const longestFile = 350;

/** Words that say nothing of what is inside. `common` is refused for a file only: an extension has a folder of it. */
const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'misc', 'manager', 'managers']);

/** What is wrong with a file's size or name, one sentence each; empty when nothing is. */
export function shapeViolations({ path, text }: SourceFile): string[] {
  const violations: string[] = [];
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > longestFile) violations.push(`${path} has ${lines} lines; ${longestFile} are the most`);
  const words = path.split(/[/.\-_]|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
  const empty = words.find((word) => emptyWords.has(word)) ?? (/\/common\.[a-z]+$/.test(path) ? 'common' : undefined);
  if (empty !== undefined) violations.push(`${path}: '${empty}' does not say what the file is for`);
  return violations;
}
