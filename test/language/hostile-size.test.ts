import { expect, test } from 'vitest';
import { analyseText, MAIN } from './memory-host.js';

const MANY = 1500;

test('a file in which no name is found says so for each of them', async () => {
  const lines = Array.from({ length: MANY }, (_, index) => `数据 甲${index} = 乙${index} + 1人\n`);
  const analysis = await analyseText(lines.join(''));
  const found = analysis.findings(MAIN).filter(({ code }) => code === 'name/unresolved');
  expect(found).toHaveLength(MANY);
  expect(found[MANY - 1]?.message.zh).toContain(`甲${MANY - 1}`);
});

test('a line of prose may end in as many blanks as it likes', async () => {
  const analysis = await analyseText(
    `报告 "自评报告" { 节 "一" [ 支出${' 　'.repeat(60_000)}完${' 　'.repeat(60_000)}\n ] }\n`,
  );
  const [section] = analysis.evaluated(MAIN).reports[0]?.items ?? [];
  const [prose] = section?.kind === 'section' ? section.items : [];
  const [run] = prose?.kind === 'prose' ? (prose.paragraphs[0]?.runs ?? []) : [];
  expect(run?.kind === 'text' && run.text.at(-1)).toBe('完');
});
