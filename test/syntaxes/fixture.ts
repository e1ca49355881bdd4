import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('fixtures/', import.meta.url);

/** A text in a line of source and the scopes it must have (`!scope`: must not have). */
export interface Expectation {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface SourceLine {
  readonly source: string;
  readonly expectations: readonly Expectation[];
  /** Line of the fixture file, from 1. */
  readonly at: number;
}

/** Lines that the editor reads one after the other, from the top of a file. */
export interface FixtureCase {
  readonly title: string;
  readonly lines: readonly SourceLine[];
}

/** Lines of a fixture file without comments (`#`) and blank ones, with their numbers. */
export function fixtureLines(name: string): { readonly text: string; readonly at: number }[] {
  return readFileSync(new URL(name, FOLDER), 'utf8')
    .split('\n')
    .map((text, index) => ({ text, at: index + 1 }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
}

/** The fixture files that hold cases: `== title`, `> source`, then `text ⇒ scope …` for texts of that line in order. */
export function caseFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.case.txt'))
    .sort();
}

/** @throws Error where a file is not written as it should be. */
export function readCases(name: string): FixtureCase[] {
  const cases: { title: string; lines: { source: string; expectations: Expectation[]; at: number }[] }[] = [];
  for (const { text, at } of fixtureLines(name)) {
    const current = cases.at(-1);
    if (text.startsWith('== ')) cases.push({ title: text.slice(3), lines: [] });
    else if (!current) throw new Error(`${name}:${at}: a case begins with “== title”`);
    else if (/^>(?: |$)/.test(text)) current.lines.push({ source: text.slice(2), expectations: [], at });
    else {
      const match = /^ {2}(.+?) +⇒ +(.+)$/.exec(text);
      const line = current.lines.at(-1);
      if (!match || !line) throw new Error(`${name}:${at}: expected “  text ⇒ scope …” below a source line`);
      line.expectations.push({ text: match[1] ?? '', scopes: (match[2] ?? '').split(/\s+/) });
    }
  }
  for (const { title, lines } of cases) {
    if (!lines.some(({ expectations }) => expectations.length > 0))
      throw new Error(`${name}: “${title}” expects nothing`);
  }
  return cases;
}
