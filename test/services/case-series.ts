import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, readCase } from './case-file.js';

/*
 * A series is a .perf file with several cases of one kind. Each begins with a line “//// case
 * what it shows”; its sections are those of a single case. Text before the first case explains.
 */

const FOLDER = new URL('../resources/', import.meta.url).pathname;

/** Every case of every series in a folder below test/resources. */
export function seriesIn(folder: string): Case[] {
  const names = readdirSync(join(FOLDER, folder)).filter((name) => name.endsWith('.perf'));
  const cases = names.sort().flatMap((name) => readSeries(name, readFileSync(join(FOLDER, folder, name), 'utf8')));
  if (cases.length === 0) throw new Error(`There are no cases in ${folder}`);
  return cases;
}

/** The cases of a series; a series without any, or with two of one name, is malformed. */
export function readSeries(name: string, text: string): Case[] {
  const [, ...parts] = text.split(/^\/\/\/\/ case (?=\S)/m);
  const cases = parts.map((part) => {
    const end = part.indexOf('\n');
    return readCase(`${name}: ${part.slice(0, end).trim()}`, part.slice(end));
  });
  if (cases.length === 0) throw new Error(`The series ${name} has no cases`);
  if (new Set(cases.map((one) => one.name)).size < cases.length) throw new Error(`The series ${name} repeats a case`);
  return cases;
}

/** Fails for an expectation of a kind that the feature does not know. */
export function onlyExpectations(subject: Case, known: readonly string[]): void {
  for (const { words } of subject.expectations) {
    if (!known.includes(words[0] ?? '')) throw new Error(`${subject.name}: unknown expectation “${words.join(' ')}”`);
  }
  if (subject.expectations.length === 0) throw new Error(`${subject.name} expects nothing`);
}
