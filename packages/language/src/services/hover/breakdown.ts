import { convert, type Language, type Quantity, quantityText, sameWithin, share, subtract } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import type { FigureDefinition, GroupDefinition } from '../../evaluation/definitions.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { cellValue } from './amounts.js';
import { escapeMarkdown, table } from './markdown.js';

/** A list longer than this is cut: a hover is read at a glance. */
const MOST_ROWS = 25;

const TEXTS = {
  zh: {
    part: '分项',
    sum: '合计',
    value: '数值',
    by: (name: string) => `按${name}`,
    including: '其中',
    more: (count: number) => `…… 另有${count}项`,
    agrees: '与总数相符',
    rounding: (difference: string, bound: string) => `与总数相差${difference}，在尾差${bound}以内`,
    differs: (difference: string) => `**与总数不符，相差${difference}**`,
    exceeds: (difference: string) => `**超过总数${difference}**`,
    partOf: (percent: string) => `占总数${percent}`,
  },
  en: {
    part: 'Part',
    sum: 'Sum',
    value: 'Value',
    by: (name: string) => `By ${name}`,
    including: 'Including',
    more: (count: number) => `… and ${count} more`,
    agrees: 'agrees with the total',
    rounding: (difference: string, bound: string) =>
      `differs from the total by ${difference}, within the rounding bound of ${bound}`,
    differs: (difference: string) => `**differs from the total by ${difference}**`,
    exceeds: (difference: string) => `**exceeds the total by ${difference}**`,
    partOf: (percent: string) => `${percent} of the total`,
  },
} as const;

/** The parts of a figure as a table, with their sum and whether it agrees with the figure. */
export function breakdownText(
  figure: FigureDefinition,
  group: GroupDefinition,
  column: number | undefined,
  analysis: Analysis,
  language: Language,
): string {
  if (group.members.length === 0) return '';
  const { evaluation } = analysis;
  const texts = TEXTS[language];
  const columns = columnsShown(figure, column);
  const titles =
    figure.table.columns.length <= 1 || column !== undefined
      ? [texts.value]
      : columns.map((at) => figure.table.columns[at]?.label ?? '');
  const rows = group.members
    .slice(0, MOST_ROWS)
    .map((member) => [escapeMarkdown(member.label), ...columns.map((at) => cellValue(evaluation.cell(member, at)))]);
  if (group.members.length > MOST_ROWS) {
    rows.push([texts.more(group.members.length - MOST_ROWS), ...columns.map(() => '')]);
  }
  const sums = columns.map((at) => sumText(figure, group, at, evaluation, language));
  rows.push([`**${texts.sum}**`, ...sums]);
  return [titleOf(group, language), table([texts.part, ...titles.map(escapeMarkdown)], rows)]
    .filter(Boolean)
    .join('\n\n');
}

function columnsShown(figure: FigureDefinition, column: number | undefined): number[] {
  if (column !== undefined) return [column];
  return Array.from({ length: Math.max(1, figure.table.columns.length) }, (_, at) => at);
}

function titleOf(group: GroupDefinition, language: Language): string {
  const name = group.label ?? group.name;
  if (group.kind === 'including') return name === undefined ? TEXTS[language].including : escapeMarkdown(name);
  return name === undefined ? '' : TEXTS[language].by(escapeMarkdown(name));
}

function sumText(
  figure: FigureDefinition,
  group: GroupDefinition,
  column: number,
  evaluation: Evaluation,
  language: Language,
): string {
  // The sum of rates means nothing.
  if (figure.table.columns[column]?.formula) return '';
  const sum = evaluation.sumOfGroup(group, column).quantity;
  if (!sum) return '—';
  const total = evaluation.cell(figure, column);
  if (!total.quantity) return escapeMarkdown(quantityText(sum));
  const converted = convert(sum, total.quantity.unit);
  const text = escapeMarkdown(quantityText(converted.ok ? converted.value : sum));
  const verdict =
    total.state === 'computed' && group.kind !== 'including'
      ? ''
      : group.kind === 'including'
        ? shareText(total.quantity, sum, language)
        : agreementText(total.quantity, sum, language);
  return verdict === '' ? `**${text}**` : `**${text}** ${verdict}`;
}

function agreementText(total: Quantity, sum: Quantity, language: Language): string {
  const texts = TEXTS[language];
  const agreement = sameWithin(total, sum);
  if (!agreement.ok) return '';
  const { equal, within, difference, bound } = agreement.value;
  if (equal) return texts.agrees;
  const amount = escapeMarkdown(quantityText({ ...difference, amount: difference.amount.abs() }));
  return within ? texts.rounding(amount, escapeMarkdown(quantityText(bound))) : texts.differs(amount);
}

function shareText(total: Quantity, sum: Quantity, language: Language): string {
  const texts = TEXTS[language];
  const over = subtract(sum, total);
  if (over.ok && over.value.amount.gt(over.value.slack)) return texts.exceeds(escapeMarkdown(quantityText(over.value)));
  const part = share(sum, total);
  return part.ok ? texts.partOf(quantityText(part.value, { atMost: 2 })) : '';
}
