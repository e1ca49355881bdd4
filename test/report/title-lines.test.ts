import { layout } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import { annex, report } from './builders.js';
import { all, blocksIn, only } from './tree.js';

const linesOf = (title: string) => only(blocksIn(layout(report([], { title }))), 'title').lines;

describe('a title', () => {
  test.each([
    ['部门整体支出绩效自评报告', ['部门整体支出绩效自评报告']],
    ['一二三四五六七八九十一二三四五六七八九十', ['一二三四五六七八九十一二三四五六七八九十']],
    ['2024年度林区道路建设项目支出绩效自评报告', ['2024年度林区道路建设', '项目支出绩效自评报告']],
    [
      '沅陵县明溪口镇人民政府2024年度部门整体支出绩效自评报告',
      ['沅陵县明溪口镇人民政府', '2024年度部门整体支出绩效自评报告'],
    ],
    ['一二三四五六七八九十一二三四五六七八九十一', ['一二三四五六七八九十', '一二三四五六七八九十一']],
  ])('%s stands on balanced lines', (title, expected) => {
    expect(linesOf(title)).toEqual(expected);
  });

  test('loses no character and never outgrows the line', () => {
    const title = '关于清源县林业局“十四五”规划（2021—2025年）2024年度部门整体支出和项目支出绩效自评情况的报告';
    const lines = linesOf(title);
    expect(lines.join('')).toBe(title);
    expect(lines.length).toBe(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(22);
  });

  test.each(['W', '绩'])('of ten thousand %s breaks wherever a line is full', (character) => {
    const lines = linesOf(character.repeat(10_000));
    expect(lines.join('')).toBe(character.repeat(10_000));
    expect(lines.length).toBeLessThan(10_000 / 10);
  });

  test('of any length is broken in one go', () => {
    const title = '部门整体支出绩效自评报告'.repeat(10_000);
    expect(linesOf(title).join('')).toBe(title);
  });

  test('has longer lines on a landscape sheet', () => {
    const title = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八';
    const titles = all(blocksIn(layout(report([annex(1, title, [], true)]))), 'title');
    expect(titles[1]?.lines).toHaveLength(1);
  });
});
