import { FINDING_KINDS } from '@jixiao/core';
import { describe, expect, test } from 'vitest';
import { firstParagraph, pageOf } from '../../packages/cli/src/pages/pages.js';
import { runHere } from './run-here.js';

const cwd = '/';

describe('explain', () => {
  test('every code has an answer in both languages: its page, or that there is none', async () => {
    for (const code of FINDING_KINDS.keys()) {
      for (const language of ['zh', 'en'] as const) {
        const { code: exit, out, err } = await runHere(['explain', code, '--lang', language], { cwd });
        expect([exit, err]).toEqual([0, '']);
        const page = pageOf(code, language);
        if (page !== undefined) expect(out.trimEnd()).toBe(page.trimEnd());
        else expect(out).toMatch(language === 'zh' ? /：还没有说明页。\n$/ : /: there is no page about it yet\.\n$/);
      }
    }
  });

  test('without a code all are listed with their severity', async () => {
    const { code, out } = await runHere(['explain', '--lang', 'en'], { cwd });
    expect(code).toBe(0);
    const listed = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ +/));
    expect(listed).toEqual([...FINDING_KINDS.values()].map(({ code: known, severity }) => [known, severity]));
  });

  test.each(['SUM/MISMATCH', 'Sum/Mismatch'])('%s is the code, however it is spelled', async (written) => {
    expect(await runHere(['explain', written], { cwd })).toEqual(await runHere(['explain', 'sum/mismatch'], { cwd }));
  });

  test.each([
    ['sums/mismatch', 'sum/mismatch'],
    ['sum/mismatsh', 'sum/mismatch'],
    ['SUM/MISMATSH', 'sum/mismatch'],
    ['sum mismatch', 'sum/mismatch'],
    ['syntax/unclosed-txt', 'syntax/unclosed-text'],
    ['unclosed-text', 'syntax/unclosed-text'],
    ['rounding', 'check/rounding'],
  ])('%s is not a code, but reminds first of %s', async (written, meant) => {
    const { code, err } = await runHere(['explain', written], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^没有“${written}”这个代码，是否指：${meant}[、？]`));
    const english = await runHere(['explain', written, '--lang', 'en'], { cwd });
    expect(english.err).toMatch(new RegExp(`^There is no code “${written}”; did you mean: ${meant}[,?]`));
  });
});

test('the first paragraph of a page stands below its headings', () => {
  expect(firstParagraph('# 题\n\n第一\n段。\n\n第二段。\n')).toBe('第一 段。');
  expect(firstParagraph('一段')).toBe('一段');
  expect(firstParagraph('# 题\n')).toBe('');
});
