import type { Language, Message } from '@jixiao/core';
import type { ExpectedSection, Outline } from '../../evaluation/outline.js';
import type { Rubric } from '../../evaluation/rubric.js';
import { formatText } from '../formatting/format.js';
import { indicatorSkeleton } from './indicator-skeleton.js';

/** What is known of a report before it is written. */
export interface NewReport {
  /** Full name of the public body. */
  readonly unit: string;
  /** How texts call it, such as 我局. */
  readonly shortName?: string | undefined;
  readonly year: number;
  readonly outline: Outline;
  /** Without it there is no self-evaluation table. */
  readonly rubric?: Rubric | undefined;
}

const HEAD: Message = {
  zh: '// “—”处填数字，引号和方括号里填文字。同一个数字只写一次，正文里用 #{名称} 引用它。',
  en: '// Figures go where — stands, texts into quotes and brackets. A figure is written once; texts refer to it as #{name}.',
};

/**
 * The text of a new report: the body that makes it, its self-evaluation table, and every section that
 * its outline requires, still empty. What has to be written is then said by the findings.
 *
 * @param keywords their spelling, and the language of the comment at the top
 */
export function newReportText({ unit, shortName, year, outline, rubric }: NewReport, keywords: Language): string {
  const title = titleOf(outline);
  const table = title.replace(/(?:报告)?$/, '表');
  const indicators = rubric ? indicatorSkeleton(rubric, quoted(table)) : '';
  const annex = rubric ? `附件 1 ${quoted(table)} 横向 {\n表 自评表\n}\n` : '';
  const text = `${HEAD[keywords]}

单位 本单位 ${quoted(unit)} {
${shortName ? `简称 ${quoted(shortName)}\n` : ''}}

${indicators}报告 ${quoted(title)} {
  单位 本单位
  年度 ${year}
  提纲 ${outline.name}

${outline.sections.map(section).join('')}${annex}}
`;
  return formatText(text, { keywords });
}

function section({ titles: [title = ''], required, sections }: ExpectedSection): string {
  if (!required) return '';
  const inside = sections.map(section).join('');
  return `节 ${quoted(title)} ${inside === '' ? '[\n]' : `{\n${inside}}`}\n`;
}

/** The outline is called after the report that it prescribes: 部门整体支出绩效自评报告提纲（湖南县级）. */
function titleOf({ label }: Outline): string {
  return label.replace(/提纲.*$/, '') || label;
}

/** A text in the quotes of the language, on one line. */
function quoted(text: string): string {
  return `"${text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/["\\]/g, '\\$&')}"`;
}
