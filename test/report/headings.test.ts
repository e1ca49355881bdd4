import type { ReportItem } from '@jixiao/core';
import { layout } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import { annex, prose, report, section } from './builders.js';
import { all, blocksIn, blocksOf, wordsOf } from './tree.js';

const numbers = (...items: ReportItem[]) => all(blocksOf(...items), 'heading').map(({ number }) => number);

const nested = (depth: number): ReportItem => section('标题', ...(depth > 1 ? [nested(depth - 1)] : []));

describe('headings', () => {
  test('have a number for each level', () => {
    expect(numbers(nested(9))).toEqual(['一、', '（一）', '1.', '（1）', '①', 'A.', '（A）', 'a.', '（a）']);
  });

  test('deeper than nine levels keep to the ninth', () => {
    const headings = all(blocksOf(nested(11)), 'heading');
    expect(headings.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9]);
    expect(headings.map(({ number }) => number).slice(8)).toEqual(['（a）', '（b）', '（c）']);
  });

  test('count from one again below each new heading', () => {
    const part = () => section('甲', section('乙'), section('丙'));
    expect(numbers(part(), part())).toEqual(['一、', '（一）', '（二）', '二、', '（一）', '（二）']);
  });

  test.each([
    [1, 10, '十、'],
    [1, 11, '十一、'],
    [1, 20, '二十、'],
    [1, 21, '二十一、'],
    [3, 12, '12.'],
    [5, 20, '⑳'],
    [5, 21, '21'],
    [6, 27, 'AA.'],
  ])('of level %i: the %ith is %s', (level, count, expected) => {
    let items: ReportItem[] = Array.from({ length: count }, () => section('末'));
    for (let depth = 1; depth < level; depth += 1) items = [section('上', ...items)];
    const ofLevel = all(blocksOf(...items), 'heading').filter((heading) => heading.level === level);
    expect(ofLevel[count - 1]?.number).toBe(expected);
  });

  test('of an annex are counted on their own', () => {
    const tree = layout(report([section('甲'), annex(1, '表', [section('乙')]), annex(2, '表', [section('丙')])]));
    const headings = all(blocksIn(tree), 'heading');
    expect(headings.map(({ number, scope }) => [number, scope])).toEqual([
      ['一、', 0],
      ['一、', 1],
      ['一、', 2],
    ]);
  });

  test('have ids of their own', () => {
    const ids = all(blocksOf(section('同名'), section('同名'), section('同名')), 'heading').map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('items', () => {
  const items = (...parts: ReportItem[]) => {
    let list = 0;
    return all(blocksOf(...parts), 'numbered').map(({ number, beginsList }) => {
      if (beginsList) list += 1;
      return `${list}:${number}`;
    });
  };

  test.each([
    ['no heading', prose('+ 甲', '+ 乙'), ['1:1.', '1:2.']],
    ['一、', section('一', prose('+ 甲', '+ 乙')), ['1:1.', '1:2.']],
    ['（一）', section('一', section('二', prose('+ 甲', '+ 乙'))), ['1:1.', '1:2.']],
    ['1.', section('一', section('二', section('三', prose('+ 甲', '+ 乙')))), ['1:（1）', '1:（2）']],
    ['（1）', section('一', section('二', section('三', section('四', prose('+ 甲'))))), ['1:①']],
  ])('below %s take the next kind of number', (_, item, expected) => {
    expect(items(item)).toEqual(expected);
  });

  test('count from one again after another paragraph and in another block', () => {
    expect(items(prose('+ 甲', '+ 乙', '其他：', '+ 丙'), prose('+ 丁'))).toEqual(['1:1.', '1:2.', '2:1.', '3:1.']);
  });

  test('without numbers stay as they are', () => {
    expect(all(blocksOf(prose('- 甲', '- 乙')), 'bullet').map(({ runs }) => wordsOf(runs))).toEqual(['甲', '乙']);
  });
});
