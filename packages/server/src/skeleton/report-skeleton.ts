import type { Language } from '@jixiao/core';
import type { EvaluatedFile } from '@jixiao/language';
import { formatText } from '@jixiao/language/services';
import { indicatorSkeleton } from './indicator-skeleton.js';
import type { Rubric } from './rubrics.js';

type Outline = EvaluatedFile['outlines'][number];
type ExpectedSection = Outline['sections'][number];

/** What is known of a report before it is written. */
export interface ReportFacts {
  /** Full name of the public body. */
  readonly unit: string;
  readonly year: number;
  /** By which the report is scored; without it there is no self-evaluation table. */
  readonly rubric?: Rubric;
}

/**
 * The text of a new report: the body that makes it and every section that its outline requires, still
 * empty. What has to be written is then said by the findings.
 */
export function reportSkeleton(outline: Outline, { unit, year, rubric }: ReportFacts, keywords: Language): string {
  const title = titleOf(outline);
  const table = title.replace(/(?:报告)?$/, '表');
  const indicators = rubric ? indicatorSkeleton(rubric, table) : '';
  const annex = rubric ? `附件 1 ${quoted(table)} 横向 {\n表 自评表\n}\n` : '';
  const text = `单位 本单位 ${quoted(unit)} {
}

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
  return label.replace(/提纲.*$/, '');
}

/** Quotes of the language would end the text. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '”').replace(/[\r\n\\]/g, ' ')}"`;
}
