import type { EvaluatedReport } from '@jixiao/core';
import {
  annex,
  chart,
  column,
  figure,
  figureTable,
  footnote,
  group,
  mention,
  prose,
  report,
  section,
  tableOf,
  text,
  value,
} from './builders.js';
import { form, mingxikouIndicators } from './indicator-builders.js';

const spending = figureTable(
  'budget',
  figure(
    '部门整体支出=2799.38万元',
    group(
      'partition',
      '经济分类',
      figure('工资福利支出=1142.89万元'),
      figure('商品和服务支出=868.07万元'),
      figure('对个人和家庭的补助=419.42万元'),
      figure('资本性支出=369万元'),
    ),
    group(
      'partition',
      '支出性质',
      figure(
        '基本支出=1542.1万元',
        group('parts', '', figure('工资福利支出=1097.5万元'), figure('商品和服务支出=423.29万元')),
      ),
      figure(
        '项目支出=1257.27万元',
        group('including', '', figure('乡镇工作专项=328.09万元'), figure('村居运转经费=530.96万元')),
      ),
    ),
  ),
  { unit: '万元' },
);

const hospitality = figureTable(
  'budget',
  figure(
    '“三公”经费=—|30万元|18.25万元|60.83%',
    group(
      'parts',
      '',
      figure('因公出国（境）费=—|0万元|0万元|—'),
      figure(
        '公务用车费=—|0万元|0万元|—',
        group('parts', '', figure('购置=—|0万元|0万元|—'), figure('运行维护=—|0万元|0万元|—')),
      ),
      figure('公务接待费=—|30万元|18.25万元|60.83%'),
    ),
  ),
  { unit: '万元', columns: [column('上年决算'), column('本年预算'), column('本年决算'), column('控制率', '%')] },
);

/** A report with one of everything. */
export function sampleReport(): EvaluatedReport {
  return report(
    [
      section(
        '部门、单位基本情况',
        section(
          '机构设置情况',
          prose(
            '本单位内设机构包括党政办、党建办、纪委、农业综合服务中心、社会事务综合服务中心、综合行政执法大队、应急办等。',
          ),
        ),
        section(
          '人员编制情况',
          prose([
            text('截至2024年12月31日，本单位经县编委核定的编制人数为'),
            value('78人', '编制'),
            text('（其中行政编制'),
            value('36人', '编制', '行政编制'),
            text('），年末实有人数'),
            value('83人', '实有'),
            footnote('含经费自理人员5人。'),
            text('。'),
          ]),
        ),
        section(
          '主要职能职责',
          prose(
            '本镇的主要职能职责是：',
            '+ 制定和组织实施经济、社会发展计划，制定资源开发和产业结构调整方案，组织好各业生产，协调好本镇与外地区的经济交流与合作；',
            '+ 制定并组织实施村镇建设规划，部署重点工程建设；',
            '+ 完成上级政府交办的其它事项。',
            '重点工作有：',
            '- 厕所改造；',
            '- 人居环境整治。',
          ),
        ),
      ),
      section(
        '部门整体支出管理及使用情况',
        section(
          '总体情况',
          prose([
            text('2024年共支出'),
            value('2799.38万元', '部门整体支出'),
            text('，详见'),
            mention('部门整体支出'),
            text('和'),
            mention('支出构成'),
            text('。'),
          ]),
          tableOf({ kind: 'figures', table: spending, figure: spending.root }, { caption: '部门整体支出情况表' }),
          chart(
            'pie',
            ['工资福利支出', '商品和服务支出', '对个人和家庭的补助', '资本性支出'],
            [{ name: '支出', values: ['1142.89万元', '868.07万元', '419.42万元', '369万元'] }],
            '支出构成',
          ),
        ),
        section(
          '“三公”经费使用和管理情况',
          prose([text('严格执行“厉行节约、反对浪费”的规定，'), text('“三公”经费未超过预算', true), text('。')]),
          tableOf({ kind: 'figures', table: hospitality, figure: hospitality.root }),
          section('三级标题', section('四级标题', section('五级标题', prose('正文。')))),
        ),
      ),
      section('存在的问题及原因分析', prose('财政收入有限，收入来源较单一，经济发展力度不够。')),
      section('下一步改进措施', prose('大力调整产业结构，引导农民根据市场组织生产，发展自己的优势产业。')),
      annex(
        1,
        '部门整体支出绩效自评表',
        [tableOf({ kind: 'indicators', table: mingxikouIndicators() }, { form })],
        true,
      ),
      annex(2, '绩效指标完成情况', [
        section('指标', prose('各项指标完成情况如下。'), tableOf({ kind: 'indicators', table: mingxikouIndicators() })),
        chart(
          'bar',
          ['上年', '本年'],
          [
            { name: '基本支出', values: ['1400万元', '1542.1万元'] },
            { name: '项目支出', values: ['—', '1257.27万元'] },
          ],
          '支出比较',
        ),
      ]),
    ],
    { annexLabel: '附件4' },
  );
}
