import { readdirSync, readFileSync } from 'node:fs';
import { catalogue, FINDING_KINDS, type Finding } from '@jixiao/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasPage, readPage } from '../docs/finding-page.js';
import { readCase } from './case-file.js';
import { analyseFiles, MAIN } from './memory-host.js';

/** Facts that a message states: the two numbers and what lies between them. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  'sum/mismatch': ['total', 'sum', 'difference'],
  'sum/rounding': ['total', 'sum', 'difference', 'bound'],
  'sum/exceeds': ['total', 'sum', 'difference'],
  'sum/derived-negative': ['whole', 'basic', 'difference'],
  'column/mismatch': ['value', 'expected', 'difference'],
  'weight/parts': ['points', 'sum', 'difference'],
  'weight/total': ['total', 'sum', 'difference'],
  'weight/rubric': ['points', 'expected', 'difference'],
  'weight/not-hundred': ['sum', 'difference'],
  'rubric/weights': ['total', 'sum', 'difference'],
  'score/above-points': ['score', 'points', 'difference'],
  'score/negative': ['score'],
  'score/mismatch': ['score', 'expected', 'difference'],
  'score/band': ['score', 'low', 'high'],
  'score/no-reason': ['score', 'points', 'difference'],
  'score/no-measure': ['score', 'points', 'difference'],
  'score/deducted-though-met': ['target', 'actual', 'score', 'points', 'difference'],
  'score/full-though-missed': ['target', 'actual', 'score'],
  'total/mismatch': ['total', 'sum', 'difference'],
  'grade/mismatch': ['grade', 'expected', 'total'],
  'execution/differs': ['rate', 'expected', 'executed', 'budget', 'difference'],
  'execution/no-reason': ['rate', 'condition'],
  'target/exceeded': ['target', 'actual', 'factor'],
  'target/exceeded-no-reason': ['target', 'actual', 'factor'],
  'threepublic/over-budget': ['actual', 'budget', 'difference'],
  'funds/balance': ['income', 'opening', 'spending', 'closing', 'left', 'right', 'difference'],
  'annex/number': ['number'],
  'check/rounding': ['left', 'right', 'difference', 'bound'],
  'check/failed': ['left', 'right', 'difference'],
  'prose/differs-from-figure': ['literal', 'value', 'difference'],
  'prose/differs-from-score': ['literal', 'value'],
  'prose/list-count': ['stated', 'counted'],
  'year/unchanged': ['value', 'previous'],
  'year/swing': ['value', 'previous', 'change', 'threshold'],
  'year/previous-differs': ['value', 'previous', 'difference'],
};

const folder = new URL('../resources/findings/', import.meta.url);
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.perf'))
  .map((name) => readCase(readFileSync(new URL(name, folder), 'utf8')));
const kinds = [...FINDING_KINDS.values()];

/** What is found in all case files and in the wrong examples of the pages, by code. */
const found = new Map<string, Finding[]>();

beforeAll(async () => {
  const examples = kinds.filter(({ code }) => hasPage(code)).map(({ code }) => readPage(code).wrong);
  for (const files of [...cases.map((one) => one.files), ...examples]) {
    for (const finding of (await analyseFiles(files)).findings(MAIN)) {
      found.set(finding.code, [...(found.get(finding.code) ?? []), finding]);
    }
  }
});

/** Found only in what a page cannot show; the test of the pages stages it. */
const STAGED = ['image/unusable', 'import/unreadable', 'syntax/too-deep'];

test('every kind has a code of its own, “area/name”', () => {
  const codes = Object.values(catalogue).flatMap((area) => Object.values(area).map(({ code }) => code));
  expect(codes.length).toBeGreaterThan(100);
  expect(new Set(codes).size).toBe(codes.length);
  expect([...FINDING_KINDS.keys()]).toEqual([...codes].sort());
  for (const code of codes) expect(code).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
});

describe.each(kinds)('$code', ({ code, severity }) => {
  test('has a case that it is found in, and one that it is not', async () => {
    if (!STAGED.includes(code)) expect(found.get(code) ?? []).not.toEqual([]);
    const silent = (await analyseFiles(readPage(code).right)).findings(MAIN);
    expect(silent.map((finding) => finding.code)).not.toContain(code);
  });

  test('says what is wrong in both languages, and all of it', () => {
    for (const finding of found.get(code) ?? []) {
      const { zh, en } = finding.message;
      expect(finding.severity).toBe(severity);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]{2} [a-z]/i);
      expect(en).not.toBe(zh);
      for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object|\(\)|（）|“”|^\s|\s$| {2}/);
    }
  });
});

describe('the numbers of a message', () => {
  test('are listed for every kind about sums, weights and scores', () => {
    const about = kinds.map(({ code }) => code).filter((code) => /^(?:sum|weight|score|total)\//.test(code));
    const without = ['score/missing', 'sum/derived'];
    expect(about.filter((code) => !NUMBERS[code])).toEqual(without);
  });

  test.each(Object.entries(NUMBERS))('%s states %j', (code, facts) => {
    const findings = found.get(code) ?? [];
    expect(findings).not.toEqual([]);
    for (const { message, data } of findings) {
      for (const fact of facts) {
        expect(Object.keys(data), fact).toContain(fact);
        for (const text of [message.zh, message.en]) expect(text).toContain(String(data[fact]));
      }
    }
    // Not one of them may be empty wherever it is found.
    for (const fact of facts) expect(findings.some(({ data }) => `${data[fact]}` !== '')).toBe(true);
  });
});
