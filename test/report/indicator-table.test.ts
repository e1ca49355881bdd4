import type { Form, IndicatorTable } from '@jixiao/core';
import { describe, expect, test } from 'vitest';
import { amount, place, tableOf } from './builders.js';
import { chosen, form, indicator, indicatorGroup, indicatorTable, mingxikouIndicators } from './indicator-builders.js';
import { all, blocksOf, only, rowsOf } from './tree.js';

const tableBlock = (table: IndicatorTable, rest: Parameters<typeof tableOf>[1] = {}) =>
  only(blocksOf(tableOf({ kind: 'indicators', table }, rest)), 'table');

describe('a table of indicators', () => {
  test('has the usual columns, merged groups and a total', () => {
    const table = tableBlock(mingxikouIndicators());
    expect(rowsOf(table)).toEqual([
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
      ['预算执行 3×1', '=100%', '100%', '10', '10', ''],
      ['产出指标/（50分） 1×4', '数量指标 1×2', '输电铁塔建设', '≥47座', '47座', '10', '10', ''],
      ['厕所改造', '≥30口', '30口', '10', '10', ''],
      ['质量指标', '抛荒复耕验收合格率', '=100%', '100%', '15', '15', ''],
      ['时效指标', '各项工作按时完成', '年底前完成', '达成', '15', '15', ''],
      [
        '效益指标/（30分） 1×2',
        '经济效益指标',
        '村集体收入增长',
        '≥10%',
        '6%',
        '10',
        '6',
        '原因：财政收入来源单一，经济发展力度不够；改进措施：拓宽乡镇财源，大力发展乡镇企业',
      ],
      ['社会效益指标', '安全生产事故', '≤0起', '0起', '20', '20', ''],
      ['满意度指标/（10分）', '群众满意度 2×1', '≥90%', '95%', '10', '10', ''],
      ['总分 5×1', '100', '96', '评价等级：优秀'],
    ]);
  });

  test('shows the chosen attributes under their labels', () => {
    const columns = chosen('三级指标', '指标值', '得分').map((choice, index) => ({ ...choice, label: `列${index}` }));
    const table = tableBlock(mingxikouIndicators(), { columns });
    expect(rowsOf(table)[0]).toEqual(['列0', '列1', '列2']);
    expect(rowsOf(table)[2]).toEqual(['输电铁塔建设', '≥47座', '10']);
    expect(rowsOf(table)[9]).toEqual(['总分 2×1', '96']);
  });

  test.each([
    ['扣分', ['0', '4', '0']],
    ['deduction', ['0', '4', '0']],
    ['完成率', ['100%', '60%', '105.56%']],
    ['attainment', ['100%', '60%', '105.56%']],
    ['偏差原因', ['', '财政收入来源单一，经济发展力度不够', '']],
    ['改进措施', ['', '拓宽乡镇财源，大力发展乡镇企业', '']],
    ['说明', ['', expect.stringContaining('原因：财政收入'), '']],
    ['remarks', ['', expect.stringContaining('原因：财政收入'), '']],
    ['备注', ['', '', '']],
  ])('knows the column %s', (name, expected) => {
    const rows = rowsOf(tableBlock(mingxikouIndicators(), { columns: chosen('三级指标', name) }));
    expect([rows[1], rows[6], rows[8]].map((row) => row?.[1])).toEqual(expected);
  });

  test('adds up points, scores and deductions, with other columns between', () => {
    const columns = chosen('三级指标', '分值', '指标值', '实际值', '扣分', '得分', '偏差原因');
    const rows = rowsOf(tableBlock(mingxikouIndicators(), { columns }));
    expect(rows[rows.length - 1]).toEqual(['总分', '100', ' 2×1', '4', '96', '评价等级：优秀']);
  });

  test('shows what was measured without a target', () => {
    const [execution, ...rest] = mingxikouIndicators().indicators;
    const { target, actual, ...measured } = execution ?? never();
    const rate = { quantity: amount('98.43%'), span: place() };
    const table = { ...mingxikouIndicators(), indicators: [{ ...measured, rate }, ...rest] };
    expect(rowsOf(tableBlock(table))[1]?.slice(1, 4)).toEqual(['—', '98.43%', '10']);
  });

  test('never leaves its total alone on a page', () => {
    const { rows } = tableBlock(mingxikouIndicators());
    expect(rows.map(({ keepNext = false }) => keepNext).slice(-3)).toEqual([false, true, false]);
  });

  test('has no total where it shows neither points nor scores', () => {
    const table = tableBlock(mingxikouIndicators(), { columns: chosen('三级指标', '指标值') });
    expect(rowsOf(table)).toHaveLength(9);
  });

  test.each([
    ['>=47座', '—', ['≥47座', '—']],
    ['<=30万元', '18.25万元', ['≤30万元', '18.25万元']],
    ['<5%', '4.5%', ['＜5%', '4.5%']],
    ['>5%', '6%', ['＞5%', '6%']],
    ['=100%', '完成', ['=100%', '完成']],
    ['环境改善', '部分达成', ['环境改善', '部分达成（80%）']],
  ])('prints target %s and actual %s', (target, actual, expected) => {
    const table = indicatorTable('表', [indicator('甲', '10', target, actual)]);
    expect(rowsOf(tableBlock(table))[1]?.slice(1, 3)).toEqual(expected);
  });

  test.each([
    ['10', '10'],
    ['9.6', '9.6'],
    ['0.00', '0'],
    ['2.50', '2.5'],
    ['3.125', '3.125'],
  ])('prints a score of %s as %s', (score, expected) => {
    const table = indicatorTable('表', [indicator('甲', '10', '>=1', '1', { score })]);
    expect(rowsOf(tableBlock(table))[1]?.[4]).toBe(expected);
  });

  test('names the missing score by a dash, never by zero', () => {
    const table = indicatorTable('表', [indicator('甲', '10', '>=1', '1')]);
    expect(
      rowsOf(tableBlock(table))
        .slice(1)
        .map((row) => row.slice(-2, -1)),
    ).toEqual([['—'], ['—']]);
  });

  test('names indicators that lie deeper than its columns with their groups', () => {
    const deep = indicatorGroup(
      '一',
      '10',
      indicatorGroup('二', '10', indicatorGroup('三', '10', indicator('四', '10', '>=1', '1'))),
    );
    const table = tableBlock(indicatorTable('表', [deep]));
    expect(rowsOf(table)[1]?.slice(0, 3)).toEqual(['一/（10分）', '二', '三／四']);
  });

  test('prefers what was stated to what was computed', () => {
    const table = indicatorTable('表', [indicator('甲', '10', '>=1', '1')], {
      total: amount('95分'),
      grade: '良',
      statedTotal: { quantity: amount('96分'), span: place() },
      statedGrade: { text: '优秀', span: place() },
    });
    expect(rowsOf(tableBlock(table))[2]?.slice(-2)).toEqual(['96', '评价等级：优秀']);
  });
});

function never(): never {
  throw new Error('No indicator');
}

describe('a form', () => {
  const pieces = (table = mingxikouIndicators(), own: Form = form) =>
    all(blocksOf(tableOf({ kind: 'indicators', table }, { form: own })), 'table');

  test('lays out its blocks in order', () => {
    const [head, body] = pieces();
    const words = (row: string[] | undefined) => row?.map((cell) => cell.replace(/ \d+×\d+$/, ''));
    const rows = head ? rowsOf(head).map(words) : [];
    expect(rows).toEqual([
      ['部门名称', '沅陵县明溪口镇人民政府'],
      ['主管部门', '沅陵县人民政府', '实施单位', '明溪口镇'],
      ['联系人', '', '联系电话', ''],
      ['年度预算（万元）', '', '年初预算数', '全年预算数', '全年执行数', '执行率'],
      ['年度资金总额', '2500.00', '2800.00', '2799.38', '99.98%'],
      ['其中：财政拨款', '2500.00', '2700.00', '2699.38', '—'],
      ['上年结转', '—', '100.00', '100.00', '—'],
      ['年度总体目标', '预期目标', '实际完成情况'],
      [expect.stringContaining('方针政策'), expect.stringContaining('47座')],
    ]);
    const last = body ? rowsOf(body).slice(-2).map(words) : [];
    expect(last).toEqual([
      ['总分', '100', '96', '评价等级：优秀'],
      ['填表人：', '联系电话：', '填报日期：', '单位负责人：'],
    ]);
  });

  test('continues in a second table whose header can be repeated', () => {
    const [head, body] = pieces();
    expect([head?.joined, body?.joined]).toEqual([false, true]);
    expect(head?.rows.some(({ header }) => header)).toBe(false);
    expect(body?.rows.map(({ header }) => header)).toEqual([true, ...Array.from({ length: 10 }, () => false)]);
    expect(body?.rows[0]?.cells[0]?.rules).toBe('openBelow');
    expect(body?.rows[1]?.cells[0]).toMatchObject({ rules: 'openAbove', rowSpan: 8 });
  });

  test('fills every row of its grid', () => {
    for (const { columns, rows } of pieces()) {
      const reach = columns.map(() => 0);
      rows.forEach(({ cells }, row) => {
        let filled = reach.filter((until) => until > row).length;
        let column = 0;
        for (const { colSpan, rowSpan } of cells) {
          while ((reach[column] ?? 0) > row) column += 1;
          for (let at = column; at < column + colSpan; at += 1) reach[at] = row + rowSpan;
          column += colSpan;
          filled += colSpan;
        }
        expect(filled).toBe(columns.length);
      });
    }
  });

  test('keeps the edges of its upper blocks on those of the indicators', () => {
    const edges = (weights: readonly { weight: number }[] = []) => {
      let sum = 0;
      return weights.map(({ weight }) => (sum += weight));
    };
    const [head, body] = pieces();
    const below = new Set(edges(body?.columns));
    const above = edges(head?.columns);
    expect(above[above.length - 1]).toBe(10_000);
    expect(above.filter((edge) => below.has(edge)).length).toBeGreaterThan(3);
  });

  test('without data still has its rows', () => {
    const [head] = pieces(indicatorTable('表', [indicator('甲', '10', '>=1', '1')]));
    const rows = head ? rowsOf(head) : [];
    expect(rows.map((row) => row.length)).toEqual([2, 4, 4, 6, 5, 3, 2]);
  });

  describe('whose funds show the score of the execution', () => {
    const scored: Form = {
      ...form,
      blocks: form.blocks.map((block) =>
        block.kind === 'funds'
          ? { ...block, columns: chosen('全年预算数', '全年执行数', '分值', '执行率', '得分') }
          : block,
      ),
    };
    const measured = (reason?: string): IndicatorTable => {
      const table = mingxikouIndicators();
      const [{ target, actual, ...execution } = never(), ...rest] = table.indicators;
      const rate = { quantity: amount('98.43%'), span: place() };
      const funds = table.funds.map((row) => ({
        ...row,
        cells: new Map([...row.cells].filter(([name]) => name !== '执行率')),
      }));
      return {
        ...table,
        funds,
        indicators: [{ ...execution, rate, ...(reason !== undefined && { reason }) }, ...rest],
      };
    };
    const listed = (table: IndicatorTable) =>
      rowsOf(pieces(table, scored)[1] ?? never())
        .flat()
        .filter((cell) => cell.startsWith('预算执行'));

    test('has it in the first row', () => {
      const rows = rowsOf(pieces(measured(), scored)[0] ?? never()).map((row) =>
        row.map((cell) => cell.replace(/ \d+×\d+$/, '')),
      );
      expect(rows[4]?.slice(1)).toEqual(['2800.00', '2799.38', '10', '98.43%', '10']);
      expect(rows[5]?.slice(1)).toEqual(['2700.00', '2699.38', '—', '—', '—']);
    });

    test('does not list it again unless it has a reason', () => {
      expect(listed(measured())).toEqual([]);
      expect(listed(measured('雨季推迟'))).toHaveLength(1);
      expect(listed({ ...measured(), funds: [] })).toHaveLength(1);
    });
  });

  test('keeps the labels of a block with its values', () => {
    const [head] = pieces();
    expect(head?.rows.map(({ keepNext = false }) => keepNext)).toEqual([
      ...[false, false, false],
      ...[true, true, true, false],
      ...[true, false],
    ]);
  });

  test('keeps only the labels with the first of the values where a block is higher than a page', () => {
    const [goal = never()] = mingxikouIndicators().goals;
    const goals = Array.from({ length: 30 }, () => goal);
    const [head] = pieces({ ...mingxikouIndicators(), goals });
    const kept = head?.rows.slice(7).map(({ keepNext = false }) => keepNext) ?? [];
    expect(kept.slice(0, 3)).toEqual([true, false, false]);
  });

  test('keeps its last lines together and its pieces joined', () => {
    const [head, body] = pieces();
    expect(head?.keepNext).toBe(true);
    expect(head?.rows[head.rows.length - 1]?.cells.map(({ rules }) => rules)).toEqual(['openBelow', 'openBelow']);
    expect(body?.rows.slice(-3).map(({ keepNext = false }) => keepNext)).toEqual([true, true, false]);
  });

  test('names its amounts by the figures that they come from', () => {
    const [head] = pieces();
    const runs = head?.rows[4]?.cells.flatMap((cell) => cell.runs) ?? [];
    const paths = runs.flatMap((run) => (run.kind === 'value' ? [run.path?.join('.')] : []));
    expect(paths).toContain('年度资金总额.年初预算数');
  });

  test('prints amounts with their unit where the title names none', () => {
    const blocks = form.blocks.map((block) => (block.kind === 'funds' ? { ...block, title: '资金' } : block));
    const [head] = pieces(mingxikouIndicators(), { ...form, blocks });
    expect(head && rowsOf(head).flat()).toContain('2799.38万元');
  });
});
