import type { Run } from '@jixiao/core';
import { expect, test } from 'vitest';
import { analyseText, MAIN } from './memory-host.js';

const SOURCE = `单位 甲局 "某县甲局" { 简称 "我局" }
预算 资金表 "年度资金总额" 单位为 万元 { 列 年初预算数 | 全年预算数 | 全年执行数  拨款 = 10 | 20 | 20 }
指标 自评表 采用 财预2020 {
  资金 资金表
  预算执行 10分 = 资金表.全年执行数 / 资金表.全年预算数
  产出指标 50分 { 数量指标 50分 { 铁塔 50分: >= 10座 -> 10座 } }
}
报告 "报告" { 单位 甲局 年度 2024
  节 "一" [ #{自评表.总分}#{自评表.扣分}#{自评表.等级}#{自评表.产出指标.数量指标.铁塔.得分}#{铁塔.实际}#{甲局.简称}#{资金表.全年执行数}#{自评表.score + 1分} ]
}
`;

const evaluated = (await analyseText(SOURCE)).evaluated(MAIN);

test('what prose prints as it stands knows its path, as tables do', () => {
  const runs = evaluated.reports.flatMap(({ items }) =>
    items.flatMap((item): readonly Run[] =>
      item.kind === 'section'
        ? item.items.flatMap((inner) => (inner.kind === 'prose' ? inner.paragraphs.flatMap((line) => line.runs) : []))
        : [],
    ),
  );
  expect(runs.map((run) => (run.kind === 'value' ? (run.path?.join('.') ?? '') : undefined))).toEqual([
    '自评表.得分',
    '自评表.扣分',
    '自评表.等级',
    '自评表.产出指标.数量指标.铁塔.得分',
    '自评表.产出指标.数量指标.铁塔.实际',
    '甲局.简称',
    '资金表.全年执行数',
    '',
  ]);
});

test('rows of funds know the figure they show', () => {
  expect(evaluated.indicators[0]?.funds.map(({ path }) => path.join('.'))).toEqual(['资金表', '资金表.拨款']);
});
