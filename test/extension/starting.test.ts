import { safeName } from '@jixiao/report/file-names';
import { expect, test } from 'vitest';
import { suggestedShortName } from '../../packages/extension/src/common/starting/short-name.js';
import { nextName, readYear } from '../../packages/extension/src/common/starting/year.js';

test.each([
  ['沅陵县明溪口镇人民政府', '我镇'],
  ['某市财政局', '我局'],
  ['某县发展和改革委员会', '我委'],
  ['某区某街道办事处', '我街道'],
  ['某市高新技术产业开发区管理委员会', '我管委会'],
  ['某县政务服务中心', '我中心'],
  ['某县人民医院', '我院'],
  ['某县第一中学', ''],
  ['人民政府', ''],
  ['', ''],
  ['𠮷乡', '我乡'],
])('%s calls itself %s', (unit, short) => {
  expect(suggestedShortName(unit)).toBe(short);
});

test.each([
  ['2024', '2024'],
  ['２０２４', '2024'],
  [' 2024年度 ', '2024'],
  ['1999年', '1999'],
  ['24', undefined],
  ['20245', undefined],
  ['二〇二四', undefined],
  ['', undefined],
])('the year %j is %s', (written, year) => {
  expect(readYear(written)).toBe(year);
});

test.each([
  ['自评报告2024.perf', '自评报告2025'],
  ['2024.perf', '2025'],
  ['2023-2024.perf', '2024-2025'],
  ['报告.perf', '报告-本年'],
  ['编号12024.perf', '编号12024-本年'],
])('after %s comes %s', (name, next) => {
  expect(nextName(name, '本年')).toBe(next);
});

test.each([
  ['某局-2024', '某局-2024'],
  ['../某局/2024', '／某局／2024'],
  ['甲:"乙"?\u0000', '甲：”乙”？'],
  ['.隐藏.', '隐藏'],
])('%j is safe as the name of a file as %s', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('a name fits a file system, and no character is cut in two', () => {
  const name = safeName('𠮷'.repeat(200));
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  expect(name).toBe('𠮷'.repeat(50));
});
