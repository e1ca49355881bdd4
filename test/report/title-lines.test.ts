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

  test.each([
    ['沅陵县明溪口镇人民政府2024年度', '乡村振兴衔接资金绩效自评报告'],
    ['某某县卫生健康局2024年度基本公共卫生', '服务补助资金项目支出绩效自评报告'],
    ['某某县人力资源和社会保障局', '2024年度部门整体支出绩效自评报告'],
    ['某某市自然资源和规划局2024年度', '耕地保护与土地整治专项资金绩效自评报告'],
    ['某某县农业农村局2023年中央财政', '农业生产发展资金绩效自评报告'],
    ['某某县教育局关于2024年义务教育薄弱环节', '改善与能力提升补助资金的绩效自评报告'],
    ['中共某某县委宣传部2024年度', '部门整体支出绩效自评报告'],
    ['某某县退役军人事务局2024年度', '优抚对象医疗补助资金绩效自评报告'],
    ['某某县融媒体中心2024年度', '部门整体支出绩效自评报告'],
    ['某某县市场监督管理局2024年度', '食品药品监管补助资金项目绩效自评报告'],
  ])('%s… breaks between words', (...lines) => {
    expect(linesOf(lines.join(''))).toEqual(lines);
  });

  test('loses no character and never outgrows the line', () => {
    const title = '关于清源县林业局“十四五”规划（2021—2025年）2024年度部门整体支出和项目支出绩效自评情况的报告';
    const lines = linesOf(title);
    expect(lines.join('')).toBe(title);
    expect(lines.length).toBe(3);
    for (const line of lines) {
      const digits = line.match(/\d/g)?.length ?? 0;
      expect(line.length - 0.4 * digits).toBeLessThanOrEqual(20);
    }
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
