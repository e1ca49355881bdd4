import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyse, readSource, SourceSet } from '@jixiao/language';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';

/*
 * A case is a .perf file: first what it shows, in comment lines, then sections. A section begins
 * with a line “//// word …”. “//// file NAME” holds a text with marks: ‸ for the cursor (twice for
 * a selection), ⟦ … ⟧ for a range. “//// crlf” gives all texts line ends of Windows. Every other
 * section is an expectation, which the test of the feature understands.
 */

/** A place in one of the files of a case. */
export interface Place<T> {
  readonly file: string;
  readonly at: T;
}

export interface Expectation {
  /** The words after the slashes; the first says what kind of expectation it is. */
  readonly words: readonly string[];
  readonly text: string;
}

export interface Case {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly analysis: Analysis;
  readonly cursor: Place<Range> | undefined;
  readonly ranges: readonly Place<Range>[];
  readonly expectations: readonly Expectation[];
}

const ROOT = 'file:///w/';
const FOLDER = new URL('../resources/', import.meta.url).pathname;

/** The file of a case as it is known to the analysis. */
export function uriOf(name: string): string {
  return ROOT + name;
}

/** Every case of a folder below test/resources. */
export function casesIn(folder: string): Case[] {
  const names = readdirSync(join(FOLDER, folder)).filter((name) => name.endsWith('.perf'));
  if (names.length === 0) throw new Error(`There are no cases in ${folder}`);
  return names.sort().map((name) => readCase(name, readFileSync(join(FOLDER, folder, name), 'utf8')));
}

/** Reads a case; one that is malformed fails. */
export function readCase(name: string, text: string): Case {
  const [, ...sections] = text.split(/^(?=\/\/\/\/ )/m);
  const crlf = sections.some((section) => section.startsWith('//// crlf'));
  const texts = new Map<string, string>();
  const expectations: Expectation[] = [];
  const cursors: Place<Position>[] = [];
  const ranges: Place<Range>[] = [];
  for (const section of sections) {
    const end = section.indexOf('\n');
    const words = splitWords(section.slice(5, end < 0 ? undefined : end));
    const body = end < 0 ? '' : section.slice(end + 1);
    const plain = crlf ? body.replaceAll('\n', '\r\n') : body;
    if (words[0] === 'crlf') continue;
    if (words[0] !== 'file') {
      expectations.push({ words, text: plain });
      continue;
    }
    const file = uriOf(words[1] ?? 'main.perf');
    const marked = readMarks(plain, name);
    texts.set(file, marked.text);
    cursors.push(...marked.cursors.map((at) => ({ file, at })));
    ranges.push(...marked.ranges.map((at) => ({ file, at })));
  }
  if (texts.size === 0 || cursors.length > 2) throw new Error(`The case ${name} is malformed`);
  const [from, to = from] = cursors;
  return {
    name,
    texts,
    analysis: analysisOf(texts),
    cursor: from && to && { file: from.file, at: { start: from.at, end: to.at } },
    ranges,
    expectations,
  };
}

/** The case with line ends of Windows throughout; its ranges and its cursor stay where they are. */
export function inWindows(subject: Case): Case {
  const windows = (text: string) => text.replace(/\r?\n/g, '\r\n');
  const texts = new Map([...subject.texts].map(([file, text]) => [file, windows(text)]));
  const expectations = subject.expectations.map(({ words, text }) => ({ words, text: windows(text) }));
  return { ...subject, texts, expectations, analysis: analysisOf(texts) };
}

/** Words separated by spaces; one in quotes may contain some. */
function splitWords(line: string): string[] {
  return [...line.trim().matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function readMarks(marked: string, name: string): { text: string; cursors: Position[]; ranges: Range[] } {
  let text = '';
  let line = 0;
  let character = 0;
  const cursors: Position[] = [];
  const ranges: Range[] = [];
  const open: Position[] = [];
  // Unit by unit, since positions count UTF-16 units.
  for (let i = 0; i < marked.length; i++) {
    const sign = marked[i] as string;
    const here = { line, character };
    if (sign === '‸') cursors.push(here);
    else if (sign === '⟦') open.push(here);
    else if (sign === '⟧') {
      const start = open.pop();
      if (!start) throw new Error(`A range of ${name} has no beginning`);
      ranges.push({ start, end: here });
    } else {
      text += sign;
      line += sign === '\n' ? 1 : 0;
      character = sign === '\n' ? 0 : character + 1;
    }
  }
  if (open.length > 0) throw new Error(`A range of ${name} has no end`);
  return { text, cursors, ranges };
}

/** Evaluates texts by file; imports are relative to the folder of all files. */
export function analysisOf(texts: ReadonlyMap<string, string>): Analysis {
  const files = new Map([...texts].map(([file, text]) => [file, readSource(file, text)]));
  return analyse(new SourceSet(files, (_from, path) => ({ kind: 'file', file: ROOT + path })));
}

/** The expectations of a kind; fails where the case has none. */
export function expected(subject: Case, kind: string): Expectation[] {
  const found = subject.expectations.filter(({ words }) => words[0] === kind);
  if (found.length === 0) throw new Error(`The case ${subject.name} expects no “${kind}”`);
  return found;
}

export function cursorOf(subject: Case): Place<Range> {
  if (!subject.cursor) throw new Error(`The case ${subject.name} has no cursor`);
  return subject.cursor;
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  const offset = ({ line, character }: Position) => (lines[line] ?? text.length) + character;
  const ordered = edits.map((edit, order) => ({
    edit,
    order,
    start: offset(edit.range.start),
    end: offset(edit.range.end),
  }));
  ordered.sort((a, b) => a.start - b.start || a.order - b.order);
  let result = '';
  let done = 0;
  for (const { edit, start, end } of ordered) {
    if (start < done) throw new Error(`Edits overlap at ${edit.range.start.line}:${edit.range.start.character}`);
    result += text.slice(done, start) + edit.newText;
    done = end;
  }
  return result + text.slice(done);
}
