import { analyse, readSource, SourceSet } from '@jixiao/language';
import { formatText, newReportText, outlineChoices, rubricChoices } from '@jixiao/language/services';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const FILE = 'file:///w/new.perf';

/** What a new report may be told: that something is still to be filled in. */
const TO_BE_FILLED_IN = ['outline/empty-section', 'actual/blank', 'score/missing'];

/** Names that would do harm if they were not written as texts. */
const NAMES = [
  '沅陵县明溪口镇人民政府',
  '某县"某"局',
  '某县“某”局',
  '”某局“',
  '某局\\',
  '\\"',
  '#{支出}',
  '某局#{',
  '[某局]',
  '{某局}',
  '某局 } 报告 "假的" {',
  '// 某局',
  '「某局」`某局`',
  '__proto__',
  'constructor',
  '𠮷林省𣎴镇',
  '😀局',
  '单位',
  ' ',
  '某县\n报告 "假的" {\n}',
  '甲\t乙\u0000丙\u2028丁',
];

const outlines = outlineChoices();
const rubrics = [undefined, ...rubricChoices()];
const library = outlines.flatMap((outline) => rubrics.map((rubric) => ({ outline, rubric })));

function findingsOf(text: string) {
  const analysis = analyse(new SourceSet(new Map([[FILE, readSource(FILE, text)]]), () => ({ kind: 'missing' })));
  return { findings: analysis.findings(FILE), evaluated: analysis.evaluated(FILE) };
}

/** A text on one line: what is no character of a line becomes a space. */
const onOneLine = (name: string) => ['\n', '\t', '\0', '\u2028'].reduce((text, no) => text.replaceAll(no, ' '), name);

describe.each(library.map((choice) => [choice.outline.name, choice.rubric?.name ?? 'no rubric', choice] as const))(
  '%s, %s',
  (_outline, _rubric, { outline, rubric }) => {
    test.each(['zh', 'en'] as const)('in %s only has to be filled in, whatever the unit is called', (keywords) => {
      for (const [index, unit] of NAMES.entries()) {
        const shortName = NAMES.at(index - 1);
        const wish = { unit, shortName, year: 2024, outline: outline.outline, rubric: rubric?.rubric };
        const text = newReportText(wish, keywords);
        expect(formatText(text, { keywords: 'keep' })).toBe(text);
        const { findings, evaluated } = findingsOf(text);
        const others = findings.filter(({ code }) => !TO_BE_FILLED_IN.includes(code));
        expect(others.map(({ code, message }) => `${code}: ${message.zh}`)).toEqual([]);
        expect(findings.map(({ severity }) => severity)).not.toContain('error');
        expect(evaluated.units).toMatchObject([{ label: onOneLine(unit), shortName: onOneLine(shortName ?? '') }]);
        expect(evaluated.reports).toHaveLength(1);
        expect(evaluated.reports[0]?.title).toMatch(/^[^提纲（]+报告$/);
        expect(evaluated.indicators).toHaveLength(rubric ? 1 : 0);
      }
    });
  },
);

test('any name stands as it is on the paper, and ends nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(...library), (unit, { outline }) => {
      const text = newReportText({ unit, shortName: unit, year: 2024, outline: outline.outline }, 'zh');
      const { findings, evaluated } = findingsOf(text);
      expect(findings.filter(({ code }) => !TO_BE_FILLED_IN.includes(code))).toEqual([]);
      const label = unit.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
      expect(evaluated.units).toMatchObject([{ label, shortName: label }]);
    }),
  );
});

test('keywords are spelled one way, and say the same either way', () => {
  for (const { outline, rubric } of library) {
    const wish = { unit: '某局', shortName: '我局', year: 2024, outline: outline.outline, rubric: rubric?.rubric };
    const [chinese, english] = (['zh', 'en'] as const).map((keywords) => newReportText(wish, keywords));
    const body = (text = '') => text.slice(text.indexOf('\n'));
    expect(body(formatText(english ?? '', { keywords: 'zh' }))).toBe(body(chinese));
    expect(english).toMatch(/^\/\/ Figures/);
    expect(chinese).toMatch(/^\/\/ “—”处/);
  }
});

test('a unit without a short name has none', () => {
  const [outline] = outlines;
  if (!outline) throw new Error('the library has no outline');
  const text = newReportText({ unit: '某局', shortName: '', year: 2024, outline: outline.outline }, 'zh');
  expect(findingsOf(text).evaluated.units[0]?.shortName).toBeUndefined();
});

test('points of a group are shared out without loss', () => {
  for (const rubric of rubrics) {
    const [outline] = outlines;
    if (!outline || !rubric) continue;
    const wish = { unit: '某局', year: 2024, outline: outline.outline, rubric: rubric.rubric };
    const [table] = findingsOf(newReportText(wish, 'zh')).evaluated.indicators;
    expect(`${table?.points?.amount}`, rubric.name).toBe(`${rubric.rubric.total?.amount}`);
  }
});

describe('the choices', () => {
  const choices = [...outlines, ...rubricChoices()];

  test('are those of the library, each once', () => {
    expect(outlines.map(({ name }) => name)).toContain('湖南整体支出提纲');
    expect(rubricChoices().map(({ name }) => name)).toContain('财预2020');
    expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
  });

  test.each(choices.map((choice) => [choice.name, choice] as const))('%s says what it is', (_, choice) => {
    expect(choice.label).not.toBe(choice.name);
    expect(choice.parts.length).toBeGreaterThan(1);
    expect(choice.remark).toMatch(/^[^/\n].*[。）]$/);
  });

  test('a rubric that says only what is different has the groups of its base', () => {
    const jiangxi = rubricChoices().find(({ name }) => name === '江西');
    expect(jiangxi?.parts).toEqual(['预算执行10分', '产出指标50分', '效益指标30分', '满意度指标10分']);
    expect(jiangxi?.remark).toMatch(/^江西：定性档次/);
  });
});
