import type { Form } from '@jixiao/core';
import type { TableBlock } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import { amount, column, figure, figureTable, group, tableOf } from './builders.js';
import { chosen, indicator, indicatorGroup, indicatorTable } from './indicator-builders.js';
import { all, blocksOf, only } from './tree.js';

/** Characters of the type of a table between the margins. */
const room = ({ small }: TableBlock) => (28 * 16) / (small ? 10.5 : 12);

/** How many characters each column holds beside the margins of its cells. */
const held = (block: TableBlock) => {
  const total = block.columns.reduce((sum, { weight }) => sum + weight, 0);
  const margins = 8 / (block.small ? 10.5 : 12);
  return block.columns.map(({ weight }) => (weight / total) * room(block) - margins);
};

const name = '第一个乡镇高标准农田建设及农村基础设施维修养护专项完成数量';
const measured = indicatorTable('表', [
  indicatorGroup(
    '产出指标',
    '50',
    indicatorGroup(
      '数量指标',
      '50',
      indicator(name, '50', '>=1000.5亩', '900.25亩', {
        score: '44.98',
        reason: '项目受雨季影响推迟验收，尾款跨年支付，结转到下年执行',
        measure: '提前做好项目勘察和招标，把雨季因素写进合同工期',
      }),
    ),
  ),
]);
const indicators = (...columns: string[]): Form => ({
  name: '表式',
  label: '表式',
  span: measured.span,
  blocks: [{ kind: 'indicators', title: '', columns: chosen(...columns) }],
});

describe('in a form', () => {
  const columns = ['一级指标', '二级指标', '三级指标', '指标值', '实际值', '分值', '得分', '说明'];
  const widths = held(
    only(blocksOf(tableOf({ kind: 'indicators', table: measured }, { form: indicators(...columns) })), 'table'),
  );

  test('targets and actuals are numbers, which do not break', () => {
    expect(widths[3]).toBeGreaterThan(5);
    expect(widths[4]).toBeGreaterThan(4);
    expect(widths[6]).toBeGreaterThan(2.5);
  });

  test('columns have what they need: long names more than short numbers', () => {
    expect(widths[2]).toBeGreaterThan(5.5);
    expect(widths[4]).toBeLessThan(5);
    expect(widths[5]).toBeLessThan(3);
  });

  test('signs before a number stay with it where there is no room for its unit', () => {
    const many = held(
      only(
        blocksOf(
          tableOf(
            { kind: 'indicators', table: measured },
            { form: indicators(...columns, '完成率', '扣分', '偏差原因', '改进措施') },
          ),
        ),
        'table',
      ),
    );
    expect(many[3]).toBeGreaterThan(4);
    expect(many[4]).toBeGreaterThan(3);
  });

  test('amounts of ten characters do not break beside columns of short numbers', () => {
    const cells = new Map([['全年预算数', amount('2345678.89万元')]]);
    const funds = [{ path: ['资金表'], label: '年度资金总额', level: 0, cells, span: measured.span }];
    const blocks: Form['blocks'] = [
      {
        kind: 'funds',
        title: '资金（万元）',
        columns: chosen('年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分', '备注'),
      },
    ];
    const [head] = all(
      blocksOf(
        tableOf({ kind: 'indicators', table: { ...measured, funds } }, { form: { ...indicators(...columns), blocks } }),
      ),
      'table',
    );
    expect(head && held(head)[3]).toBeGreaterThan(5);
  });
});

test('names stay within their cells where numbers do not fit at all', () => {
  const columns = Array.from({ length: 20 }, (_, index) => column(`${index + 1}月`));
  const cells = Array.from({ length: 20 }, () => '14814.72万元').join('|');
  const table = figureTable('budget', figure(`支出=${cells}`, group('parts', '', figure(`工资福利支出=${cells}`))), {
    columns,
    unit: '万元',
  });
  const block = only(blocksOf(tableOf({ kind: 'figures', table, figure: table.root })), 'table');
  // One character of indent and one of text.
  expect(held(block)[0]).toBeGreaterThan(2);
});

test('a table of twelve months takes from its names before it takes the small type', () => {
  const months = Array.from({ length: 12 }, (_, index) => column(`${index + 1}月`));
  const months12 = (written: string) => Array.from({ length: 12 }, () => written).join('|');
  const long = '其他用于社会保障和就业方面的各项补助支出';
  const table = figureTable(
    'budget',
    figure(`支出=${months12('1.5万元')}`, group('parts', '', figure(`${long}=${months12('1.5万元')}`))),
    {
      columns: months,
      unit: '万元',
    },
  );
  const block = only(blocksOf(tableOf({ kind: 'figures', table, figure: table.root })), 'table');
  for (const width of held(block).slice(1)) expect(width).toBeGreaterThan(2);
});
