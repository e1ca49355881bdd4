import { expect, test } from 'vitest';
import { analyseText, MAIN } from './memory-host.js';

const LONG = 3000;

/** Rubrics each based on the next; the last on what is given. */
function chain(last: string): string {
  const links = Array.from({ length: LONG }, (_, index) => `评分办法 办法${index} 基于 办法${index + 1} { }\n`);
  return `${links.join('')}${last}`;
}

test('a long chain of rubrics passes its rules on', async () => {
  const analysis = await analyseText(`${chain(`评分办法 办法${LONG} { 等级 { 优 >= 90分  差 >= 0分 } }`)}
指标 自评表 采用 办法0 {
  总分 95分
  等级 差
}
`);
  const grades = analysis.findings(MAIN).filter(({ code }) => code === 'grade/mismatch');
  expect(grades.map(({ message }) => message.zh)).toEqual([expect.stringContaining('优')]);
});

test('a long circle of rubrics is reported', async () => {
  const analysis = await analyseText(chain(`评分办法 办法${LONG} 基于 办法0 { }`));
  const cycles = analysis.findings(MAIN).filter(({ code }) => code === 'value/cycle');
  expect(cycles).toHaveLength(1);
});
