import { describe, expect, test } from 'vitest';
import { column, figure, figureTable, group, section, tableOf } from './builders.js';
import { chosen } from './indicator-builders.js';
import { blocksOf, only, rowsOf, wordsOf } from './tree.js';

const spending = figureTable(
  'budget',
  figure(
    '支出=2799.38万元',
    group('partition', '经济分类', figure('工资=1142.89万元'), figure('资本性支出=369万元')),
    group(
      'partition',
      '支出性质',
      figure('基本支出=1542.1万元', group('including', '', figure('工资=1097.5万元'), figure('补助=21.31万元'))),
    ),
  ),
  { unit: '万元' },
);

const tableBlock = (...args: Parameters<typeof tableOf>) => only(blocksOf(tableOf(...args)), 'table');

describe('a table of figures', () => {
  test('shows the whole figure above its partitions', () => {
    const table = tableBlock({ kind: 'figures', table: spending, figure: spending.root });
    expect(table.unitLine).toBe('单位：万元');
    expect(rowsOf(table)).toEqual([
      ['项目', '金额'],
      ['支出', '2799.38'],
      ['按经济分类 2×1'],
      ['工资', '1142.89'],
      ['资本性支出', '369.00'],
      ['按支出性质 2×1'],
      ['基本支出', '1542.10'],
      ['其中：工资', '1097.50'],
      ['补助', '21.31'],
    ]);
    expect(table.rows.map(({ cells }) => cells[0]?.indent)).toEqual([0, 0, 1, 2, 2, 1, 2, 3, 6]);
    expect(table.rows.map(({ cells }) => cells[0]?.emphasis)).toEqual([
      false,
      true,
      ...Array.from({ length: 7 }, () => false),
    ]);
    expect(table.rows.map(({ header }) => header)).toEqual([true, ...Array.from({ length: 8 }, () => false)]);
  });

  test('shows one partition with its total below', () => {
    const table = tableBlock({ kind: 'figures', table: spending, figure: spending.root, group: 0 });
    expect(rowsOf(table)).toEqual([
      ['项目', '金额'],
      ['工资', '1142.89'],
      ['资本性支出', '369.00'],
      ['合计', '2799.38'],
    ]);
    expect(table.rows[3]?.cells.every(({ emphasis }) => emphasis)).toBe(true);
  });

  test('names the figure of every value', () => {
    const table = tableBlock({ kind: 'figures', table: spending, figure: spending.root });
    const paths = table.rows.flatMap(({ cells }) =>
      cells.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'value' ? [run.path?.join('.')] : []))),
    );
    expect(paths).toEqual([
      '支出',
      '支出.经济分类.工资',
      '支出.经济分类.资本性支出',
      '支出.支出性质.基本支出',
      '支出.支出性质.基本支出.工资',
      '支出.支出性质.基本支出.补助',
    ]);
  });

  const hospitality = figureTable(
    'budget',
    figure('三公经费=—|30万元|18.25万元|60.83%', group('parts', '', figure('接待费=|30万元|182500元|60.8%'))),
    { unit: '万元', columns: [column('上年'), column('预算'), column('决算'), column('控制率', '%')] },
  );

  test('has a column for each of its values and a dash where there is none', () => {
    const table = tableBlock({ kind: 'figures', table: hospitality, figure: hospitality.root });
    expect(rowsOf(table)).toEqual([
      ['项目', '上年', '预算', '决算', '控制率'],
      ['三公经费', '—', '30.00', '18.25', '60.83%'],
      ['接待费', '—', '30.00', '18.25', '60.80%'],
    ]);
    const [, , , actual] = table.rows[2]?.cells ?? [];
    expect(actual?.runs).toMatchObject([{ kind: 'value', path: ['三公经费', '接待费', '决算'] }]);
  });

  test('shows the chosen columns under their labels', () => {
    const columns = [{ ...chosen('决算')[0], label: '本年决算数' }, ...chosen('没有的')] as ReturnType<typeof chosen>;
    const table = tableBlock({ kind: 'figures', table: hospitality, figure: hospitality.root }, { columns });
    expect(rowsOf(table)[0]).toEqual(['项目', '本年决算数']);
    expect(rowsOf(table)[1]).toEqual(['三公经费', '18.25']);
  });

  test.each([
    ['people', 'staff', ['编制=78人', '行政=36人'], '单位：人', '人数', ['78', '36']],
    [
      'money in the unit of the table',
      'budget',
      ['支出=3元', '工资=1万元'],
      '单位：万元',
      '金额',
      ['0.0003', '1.0000'],
    ],
    [
      'unlike things with their units',
      'figures',
      ['面积=4715.32亩', '户数=148户'],
      undefined,
      '数值',
      ['4715.32亩', '148户'],
    ],
    ['rates with their sign', 'figures', ['增幅=7.3%', '占比=60.83%'], undefined, '数值', ['7.30%', '60.83%']],
  ] as const)('prints %s', (_, kind, [root, part], unitLine, label, values) => {
    const unit = kind === 'budget' ? { unit: '万元' } : {};
    const table = figureTable(kind, figure(root, group('parts', '', figure(part))), unit);
    const block = tableBlock({ kind: 'figures', table, figure: table.root });
    expect(block.unitLine).toBe(unitLine);
    expect(rowsOf(block).map((row) => row[1])).toEqual([label, ...values]);
  });

  test('leaves a gap where the source names nothing', () => {
    expect(only(blocksOf(tableOf({ kind: 'unknown', text: '收入' })), 'gap').text).toBe('〔缺：收入〕');
  });

  test('says in its headers what its columns measure, where that differs', () => {
    const columns = [column('户数', '户'), column('面积（亩）', '亩'), column('资金', '万元'), column('比例', '%')];
    const table = figureTable(
      'figures',
      figure('全县=30户|20.5亩|3万元|50%', group('parts', '', figure('甲村=10户|—|1.5万元|—'))),
      { columns },
    );
    const block = tableBlock({ kind: 'figures', table, figure: table.root });
    expect(block.unitLine).toBeUndefined();
    expect(rowsOf(block)).toEqual([
      ['项目', '户数（户）', '面积（亩）', '资金（万元）', '比例'],
      ['全县', '30', '20.5', '3.00', '50%'],
      ['甲村', '10', '—', '1.50', '—'],
    ]);
  });

  test('takes the small type only where its columns need it', () => {
    const names = Array.from({ length: 9 }, (_, index) => column(`本年度预算数第${index}项`));
    const wide = figureTable('budget', figure(`支出=${names.map(() => '1234567.89万元').join('|')}`), {
      unit: '万元',
      columns: names,
    });
    expect(tableBlock({ kind: 'figures', table: wide, figure: wide.root }).small).toBe(true);
    expect(tableBlock({ kind: 'figures', table: spending, figure: spending.root }).small).toBe(false);
  });

  test('has a key of its own below its section', () => {
    const item = tableOf({ kind: 'figures', table: spending, figure: spending.root });
    const keys = blocksOf(section('情况', item, item)).map(({ key }) => key);
    expect(keys).toEqual(['情况/heading', '情况/table', '情况/table~2']);
  });

  test('is right-aligned where it shows numbers', () => {
    const table = tableBlock({ kind: 'figures', table: spending, figure: spending.root });
    const values = table.rows.slice(1).flatMap(({ cells }) => cells.slice(1));
    expect(values.map(({ align }) => align)).toEqual(values.map(() => 'right'));
    expect(wordsOf(values[0]?.runs ?? [])).toBe('2799.38');
  });
});
