import type { Actual, ChosenColumn, Comparator, Form, Indicator, IndicatorTable, Score, Target } from '@jixiao/core';
import { amount, place } from './builders.js';

/** A group of indicators: `name 50`. Levels and paths come from where it stands. */
export function indicatorGroup(name: string, points: string, ...parts: IndicatorMaker[]): IndicatorMaker {
  return (above) => {
    const path = [...above, name];
    const made = parts.map((part) => part(path));
    return { ...base(path, points), parts: made };
  };
}

type IndicatorMaker = (above: readonly string[]) => Indicator;

export interface IndicatorOptions {
  readonly score?: string;
  readonly reason?: string;
  readonly measure?: string;
}

/** An indicator: `>=47座` as target, `47座` as actual; words for qualitative ones; `—` for nothing reached. */
export function indicator(
  name: string,
  points: string,
  target: string,
  actual: string,
  { score, reason, measure }: IndicatorOptions = {},
): IndicatorMaker {
  return (above) => ({
    ...base([...above, name], points),
    pointsSpan: place(),
    parts: [],
    target: targetOf(target),
    actual: actualOf(actual),
    ...(score !== undefined && { score: { stated: amount(`${score}分`), span: place() } satisfies Score }),
    ...(reason !== undefined && { reason }),
    ...(measure !== undefined && { measure }),
  });
}

function base(path: readonly string[], points: string) {
  const name = path[path.length - 1] ?? '';
  const level = path.length - 1;
  return { path, name, label: name, level, points: amount(`${points}分`), span: place(), nameSpan: place() };
}

function targetOf(written: string): Target {
  const match = /^(>=|<=|>|<|=)(.+)$/.exec(written);
  if (!match) return { kind: 'quality', text: written, span: place() };
  return { kind: 'quantity', comparator: match[1] as Comparator, quantity: amount(match[2] ?? ''), span: place() };
}

function actualOf(written: string): Actual {
  if (written === '—') return { kind: 'blank', span: place() };
  if (written === '达成') return { kind: 'attainment', attainment: 'met', span: place() };
  if (written === '部分达成') return { kind: 'attainment', attainment: 'partly', degree: amount('80%'), span: place() };
  if (/^[\d.]/.test(written)) return { kind: 'quantity', quantity: amount(written), span: place() };
  return { kind: 'text', text: written, span: place() };
}

export function indicatorTable(
  name: string,
  indicators: readonly IndicatorMaker[],
  rest: Partial<IndicatorTable> = {},
): IndicatorTable {
  return {
    name,
    label: name,
    indicators: indicators.map((make) => make([name])),
    funds: [],
    goals: [],
    properties: [],
    nameSpan: place(),
    span: place(),
    ...rest,
  };
}

export function chosen(...names: string[]): ChosenColumn[] {
  return names.map((name) => ({ name, label: name, span: place() }));
}

/** The form of 财预〔2020〕10号, as a declaration would give it. */
export const form: Form = {
  name: '自评表式',
  label: '部门整体支出绩效自评表',
  span: place(),
  blocks: [
    { kind: 'properties', names: chosen('部门名称'), perRow: 1 },
    { kind: 'properties', names: chosen('主管部门', '实施单位', '联系人', '联系电话'), perRow: 2 },
    { kind: 'funds', title: '年度预算（万元）', columns: chosen('年初预算数', '全年预算数', '全年执行数', '执行率') },
    { kind: 'goals', title: '年度总体目标', plannedLabel: '预期目标', reachedLabel: '实际完成情况' },
    {
      kind: 'indicators',
      title: '绩效指标',
      columns: chosen('一级指标', '二级指标', '三级指标', '指标值', '实际值', '分值', '得分', '偏差原因分析及改进措施'),
    },
    { kind: 'total', label: '总分' },
    { kind: 'signatures', labels: ['填表人', '联系电话', '填报日期', '单位负责人'] },
  ],
};

/** The table of the town of Mingxikou. */
export function mingxikouIndicators(): IndicatorTable {
  return indicatorTable(
    '自评表',
    [
      indicator('预算执行', '10', '=100%', '100%', { score: '10' }),
      indicatorGroup(
        '产出指标',
        '50',
        indicatorGroup(
          '数量指标',
          '20',
          indicator('输电铁塔建设', '10', '>=47座', '47座', { score: '10' }),
          indicator('厕所改造', '10', '>=30口', '30口', { score: '10' }),
        ),
        indicatorGroup('质量指标', '15', indicator('抛荒复耕验收合格率', '15', '=100%', '100%', { score: '15' })),
        indicatorGroup('时效指标', '15', indicator('各项工作按时完成', '15', '年底前完成', '达成', { score: '15' })),
      ),
      indicatorGroup(
        '效益指标',
        '30',
        indicatorGroup(
          '经济效益指标',
          '10',
          indicator('村集体收入增长', '10', '>=10%', '6%', {
            score: '6',
            reason: '财政收入来源单一，经济发展力度不够',
            measure: '拓宽乡镇财源，大力发展乡镇企业',
          }),
        ),
        indicatorGroup('社会效益指标', '20', indicator('安全生产事故', '20', '<=0起', '0起', { score: '20' })),
      ),
      indicatorGroup('满意度指标', '10', indicator('群众满意度', '10', '>=90%', '95%', { score: '10' })),
    ],
    {
      label: '部门整体支出绩效自评表',
      total: amount('96分'),
      points: amount('100分'),
      grade: '优秀',
      properties: [
        { name: '部门名称', value: '沅陵县明溪口镇人民政府' },
        { name: '主管部门', value: '沅陵县人民政府' },
        { name: '实施单位', value: '明溪口镇' },
      ],
      funds: [
        fundsRow('年度资金总额', 0, {
          年初预算数: '2500万元',
          全年预算数: '2800万元',
          全年执行数: '2799.38万元',
          执行率: '99.98%',
        }),
        fundsRow('其中：财政拨款', 1, { 年初预算数: '2500万元', 全年预算数: '2700万元', 全年执行数: '2699.38万元' }),
        fundsRow('上年结转', 1, { 全年预算数: '100万元', 全年执行数: '100万元' }),
      ],
      goals: [
        {
          planned: '贯彻执行上级的各项方针政策，加强农业基础设施建设，改善人居环境，提高人民生活水平。',
          reached: '建成输电铁塔47座，完成厕所改造30口，全镇经济社会保持了平稳健康发展的良好态势。',
          span: place(),
        },
      ],
    },
  );
}

function fundsRow(label: string, level: number, cells: Record<string, string>) {
  const entries = Object.entries(cells).map(([name, written]) => [name, amount(written)] as const);
  return { path: [label], label, level, cells: new Map(entries), span: place() };
}
