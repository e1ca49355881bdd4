import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyse, definitionsOf, libraryFiles, libraryTexts, readSource, SourceSet } from '@jixiao/language';
import { expect, test, vi } from 'vitest';
import { libraryNames } from '../../packages/language/src/library/library.js';
import { grammarServices } from '../../packages/language/src/syntax/parser.js';

const example = fileURLToPath(new URL('../../examples/mingxikou-2024/', import.meta.url));

test('of the library a report reads the declarations that it uses', () => {
  const files = new Map(
    ['as-published.perf', 'unit.perf'].map((name) => [name, readSource(name, readFileSync(example + name, 'utf8'))]),
  );
  const parse = vi.spyOn(grammarServices().parser.LangiumParser, 'parse');
  const sources = new SourceSet(files, (_, path) => ({ kind: 'file', file: path }));
  analyse(sources).findings('as-published.perf');
  const read = parse.mock.calls.map(([text]) => /^(?:评分办法|提纲|表式) (\S+)/m.exec(text)?.[1]);
  expect(read.sort()).toEqual(['整体支出自评表', '湖南整体支出', '湖南整体支出提纲', '财预2020'].sort());
});

test('every name of the library is found before its files are read, and stands where the file has it', () => {
  const whole = [...libraryTexts()].flatMap(([file, text]) => [...readSource(file, text).pieces]);
  const names = whole.flatMap((piece) => definitionsOf(piece).symbols.map(({ path }) => path.at(-1) ?? ''));
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) expect([...libraryNames().ending(name)].map(({ path }) => path.at(-1))).toContain(name);
  const places = (pieces: typeof whole) => pieces.map(({ anchor, offset, text }) => [{ ...anchor }, offset, text]);
  expect(places([...libraryFiles().values()].flatMap(({ pieces }) => [...pieces]))).toEqual(places(whole));
});
