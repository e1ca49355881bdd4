import {
  type Cell,
  displayWidth,
  type Figure,
  type FigureTable,
  type Indicator,
  type IndicatorTable,
  type Language,
  padEndTo,
  printedScore,
  quantityText,
  type ReportItem,
} from '@jixiao/core';
import type { EvaluatedFile } from '@jixiao/language';

/** The evaluated content of a file for a person to read: an indented list, columns aligned as they are drawn. */
export function inspectionText(file: EvaluatedFile, language: Language): string {
  const blocks = [
    ...file.tables.map((table) => figureRows(table, language)),
    ...file.indicators.map((table) => indicatorRows(table, language)),
    ...file.reports.map(({ title, items }) => [[`《${title}》`], ...sectionRows(items, 1)]),
  ];
  return blocks.map((rows) => aligned(rows)).join('\n');
}

type Row = readonly string[];

const STATES: Readonly<Record<Cell['state'], Readonly<Record<Language, string>>>> = {
  stated: { zh: '', en: '' },
  computed: { zh: '', en: '' },
  blank: { zh: '—', en: '—' },
  missing: { zh: '（没有数值）', en: '(no value)' },
  invalid: { zh: '（算不出来）', en: '(cannot be computed)' },
};

function figureRows({ root, columns }: FigureTable, language: Language): Row[] {
  const head: Row[] = columns.length > 0 ? [['', ...columns.map(({ label }) => label)]] : [];
  return [...head, ...figureAndParts(root, 0, language)];
}

function figureAndParts(figure: Figure, depth: number, language: Language): Row[] {
  const cells = figure.cells.map(({ state, quantity }) =>
    quantity ? quantityText(quantity) : STATES[state][language],
  );
  const rows: Row[] = [[indented(figure.label, depth), ...cells]];
  for (const group of figure.groups) {
    const named = group.kind === 'parts' ? undefined : groupTitle(group, language);
    if (named !== undefined) rows.push([indented(named, depth + 1)]);
    const inner = named === undefined ? depth + 1 : depth + 2;
    rows.push(...group.members.flatMap((member) => figureAndParts(member, inner, language)));
  }
  return rows;
}

function groupTitle({ kind, name, label }: Figure['groups'][number], language: Language): string {
  const title = label ?? name ?? '';
  if (kind === 'partition') return language === 'zh' ? `按${title}` : `by ${title}`;
  return language === 'zh' ? `其中${title}` : `including ${title}`;
}

function indicatorRows(table: IndicatorTable, language: Language): Row[] {
  const { label, points, total, grade } = table;
  const [pointsHead, scoreHead, totalHead] =
    language === 'zh' ? ['分值', '得分', '总分'] : ['points', 'score', 'total'];
  const printed = (q: typeof points) => (q ? quantityText(q) : '—');
  return [
    [label, pointsHead, scoreHead],
    ...table.indicators.flatMap((indicator) => indicatorAndParts(indicator, 1)),
    [indented(totalHead, 1), printed(points), printed(total ?? table.statedTotal?.quantity), grade ?? ''],
  ];
}

function indicatorAndParts(indicator: Indicator, depth: number): Row[] {
  const score = printedScore(indicator);
  const row = [
    indented(indicator.label, depth),
    indicator.points ? quantityText(indicator.points) : '—',
    score ? quantityText(score) : '—',
  ];
  return [row, ...indicator.parts.flatMap((part) => indicatorAndParts(part, depth + 1))];
}

function sectionRows(items: readonly ReportItem[], depth: number): Row[] {
  return items.flatMap((item): Row[] => {
    if (item.kind === 'landscape') return sectionRows(item.items, depth);
    if (item.kind !== 'section' && item.kind !== 'annex') return [];
    return [[indented(item.title, depth)], ...sectionRows(item.items, depth + 1)];
  });
}

function indented(text: string, depth: number): string {
  return '  '.repeat(depth) + text;
}

/** Columns one below the other; only the last of a row is not filled up. */
function aligned(rows: readonly Row[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    if (row.length === 1) continue;
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    });
  }
  const line = (row: Row) => row.map((cell, column) => padEndTo(cell, widths[column] ?? 0)).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}
