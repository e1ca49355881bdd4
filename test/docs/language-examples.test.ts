import { readFileSync } from 'node:fs';
import { analyse, KEYWORDS, readSource, SourceSet } from '@jixiao/language';
import { describe, expect, test } from 'vitest';
import { INDICATOR_COLUMNS } from '../../packages/language/src/evaluation/indicator-columns.js';
import { REPORT_PROPERTIES } from '../../packages/language/src/evaluation/report-properties.js';
import { canonicalMark } from '../../packages/language/src/syntax/punctuation.js';
import { fencedBlocks, tableRows } from './markdown.js';

const reference = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');
const blocks = fencedBlocks(reference).filter(({ language }) => language === 'perf');
const rows = tableRows(reference);

/** Blocks with `file=NAME`, which the others can import. */
const named = blocks.flatMap(({ options, text }) => {
  const file = options.get('file');
  return file === undefined ? [] : [{ file, text }];
});

/** What an example says, and what is found in it. */
function evaluate(text: string) {
  const file = 'example.perf';
  const files = new Map(
    [{ file, text }, ...named].map((source) => [source.file, readSource(source.file, source.text)]),
  );
  const sources = new SourceSet(files, (_, path) =>
    files.has(path) ? { kind: 'file', file: path } : { kind: 'missing' },
  );
  const analysis = analyse(sources);
  return { findings: analysis.findings(file), evaluated: analysis.evaluated(file), source: files.get(file) };
}

/** The text of the only line of prose in a report with one section. */
function printed(text: string): string {
  const [section] = evaluate(text).evaluated.reports[0]?.items ?? [];
  const [prose] = section?.kind === 'section' ? section.items : [];
  const runs = prose?.kind === 'prose' ? (prose.paragraphs[0]?.runs ?? []) : [];
  return runs.map((run) => ('text' in run ? run.text : '')).join('');
}

describe('every example', () => {
  // A block with `finding=CODE,CODE` shows what these findings are about; hints need not be named.
  test.each(
    blocks.map(({ text, line, options }) => ({
      text,
      line,
      first: text.split('\n')[0],
      expected: (options.get('finding') ?? '').split(',').filter(Boolean),
    })),
  )('in line $line says what it should: $first', ({ text, expected }) => {
    const { findings, source } = evaluate(text);
    expect(source?.pieces.some(({ declarations }) => declarations.length > 0)).toBe(true);
    const shown = findings.filter(({ code, severity }) => severity !== 'hint' || expected.includes(code));
    const messages = shown.map(({ message }) => message.zh).join('\n');
    expect([...new Set(shown.map(({ code }) => code))].sort(), messages).toEqual([...expected].sort());
  });
});

describe('the reference', () => {
  test('lists every keyword with its other spelling and its meaning', () => {
    for (const { zh, en, meaning } of KEYWORDS) expect(rows).toContainEqual([zh, en, meaning.zh]);
  });

  test('lists every property of a report', () => {
    const listed = rows.map(([zh, en]) => [zh, en]);
    for (const { zh, en } of REPORT_PROPERTIES) expect(listed).toContainEqual([zh, en]);
  });

  test('lists full-width forms that the language reads as the half-width ones', () => {
    const [, section = ''] = /^## 全角输入(.*?)^## /ms.exec(reference) ?? [];
    const marks = tableRows(section).filter(([half = '']) => half.startsWith('`'));
    expect(marks.length).toBeGreaterThan(5);
    const spellings = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, text = '']) => text.split(' '));
    for (const [half = '', wide = ''] of marks) {
      for (const spelling of spellings(wide)) {
        if (/[[\]［］【】#＃]|／／/.test(spelling)) continue;
        expect(spellings(half), spelling).toContain(canonicalMark(spelling));
      }
    }
  });

  test('lists every column of a form', () => {
    for (const { zh, en } of INDICATOR_COLUMNS) expect(reference).toContain(`\`${zh}\`（\`${en}\``);
  });

  test('prints its formats as it says', () => {
    const figures = blocks.find(({ text }) => text.includes('格式示例'))?.text.split('\n')[0] ?? '';
    const formats = rows.flatMap(([, code = '', paper = '']) => {
      const interpolation = /^`(#\{.+\})`$/.exec(code)?.[1];
      return interpolation === undefined ? [] : [{ interpolation, paper }];
    });
    expect(formats.length).toBeGreaterThan(5);
    for (const { interpolation, paper } of formats) {
      expect(printed(`${figures}\n报告 "格式" {\n  节 "一" [ ${interpolation} ]\n}`), interpolation).toBe(paper);
    }
  });

  test('says what the first example prints', () => {
    expect(reference).toContain(`正文印出来是“${printed(blocks[0]?.text ?? '')}”`);
  });
});
