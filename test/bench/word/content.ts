import type { EvaluatedReport } from '@jixiao/core';
import { column, figure, figureTable, group, prose, report, section, tableOf } from '../../report/builders.js';

/** The same content for every program: sections of paragraphs, or one table. */
export interface Content {
  readonly markdown: () => string;
  readonly report: () => EvaluatedReport;
}

/** About so many characters fill a page of 22 lines of 28, with headings and the ends of paragraphs. */
const CHARACTERS_A_PAGE = 22 * 25;

const SENTENCES = [
  '全镇全年完成造林绿化任务，组织护林员开展日常巡查，及时处置火情隐患，没有发生较大以上森林火灾。',
  '按照“厉行节约、反对浪费”的要求，从严控制一般性支出，公务接待、公务用车和会议培训费用均未超过预算。',
  '对照年初设定的绩效目标，逐项核对完成数量、质量、时效和成本，完成情况与申报材料一致。',
  '部分项目受汛期影响推进较慢，资金支付集中在第四季度，预算执行进度不够均衡。',
  '下一步将提前谋划项目前期工作，加强部门之间的协调，把绩效目标管理贯穿预算编制和执行的全过程。',
];

function paragraphs(section: number): string[] {
  return Array.from({ length: 4 }, (_, index) => {
    const start = section * 3 + index;
    return Array.from({ length: 4 }, (_unused, at) => SENTENCES[(start + at * 2) % SENTENCES.length]).join('');
  });
}

export function prosePages(pages: number): Content {
  const perSection = paragraphs(0).join('').length;
  const count = Math.ceil((pages * CHARACTERS_A_PAGE) / perSection);
  const sections = Array.from({ length: count }, (_, index) => ({
    title: `第${index + 1}部分工作情况`,
    paragraphs: paragraphs(index),
  }));
  return {
    markdown: () =>
      `---\ntitle: 部门整体支出绩效自评报告\nlang: zh-CN\n---\n\n${sections
        .map((part) => `# ${part.title}\n\n${part.paragraphs.join('\n\n')}\n`)
        .join('\n')}`,
    report: () => report(sections.map((part) => section(part.title, prose(...part.paragraphs)))),
  };
}

const COLUMNS = ['上年决算', '本年预算', '本年决算'];

export function tableRows(rows: number): Content {
  const values = (index: number) =>
    COLUMNS.map((_, at) => `${(index * 37 + at * 911) % 90_000}.${10 + ((index + at) % 90)}`);
  const label = (index: number) => `项目支出明细第${index + 1}项`;
  return {
    markdown: () => {
      const lines = Array.from({ length: rows }, (_, index) => `| ${[label(index), ...values(index)].join(' | ')} |`);
      return `---\ntitle: 部门整体支出绩效自评报告\nlang: zh-CN\n---\n\n| ${['项目', ...COLUMNS].join(' | ')} |\n|:---|---:|---:|---:|\n${lines.join('\n')}\n`;
    },
    report: () => {
      const members = Array.from({ length: rows }, (_, index) =>
        figure(
          `${label(index)}=${values(index)
            .map((value) => `${value}万元`)
            .join('|')}`,
        ),
      );
      const table = figureTable('budget', figure('支出=1万元|2万元|3万元', group('parts', '', ...members)), {
        unit: '万元',
        columns: COLUMNS.map((name) => column(name)),
      });
      return report([tableOf({ kind: 'figures', table, figure: table.root })]);
    },
  };
}

/** What is measured, by name. */
export const CONTENTS = { prose: prosePages(300), table: tableRows(10_000) } satisfies Record<string, Content>;

export type ContentName = keyof typeof CONTENTS;
