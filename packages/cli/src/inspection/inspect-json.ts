import {
  type Cell,
  decimalText,
  type EvaluatedReport,
  type Figure,
  type FigureTable,
  fullPlaces,
  type Indicator,
  type IndicatorTable,
  isoDate,
  type Quantity,
  quantityText,
  type ReportItem,
} from '@jixiao/core';
import type { EvaluatedFile } from '@jixiao/language';
import type { Summary } from '../findings/summary.js';

/** Decimals after which an endless one is cut. */
const MOST_DECIMALS = 20;

/**
 * What `inspect --format json` prints: everything a file says, evaluated, for other programs.
 * Numbers are decimal texts, never binary fractions. Keys are only ever added within a version.
 */
export function inspectionJson(file: EvaluatedFile, summary: Summary): object {
  return {
    version: 1,
    file: file.file,
    summary,
    units: file.units.map(({ name, label, shortName, properties }) => ({
      name,
      label,
      shortName,
      properties: Object.fromEntries(properties),
    })),
    figures: file.tables.flatMap((table) => figuresOf(table.root).map((figure) => figureJson(figure, table))),
    indicators: file.indicators.map(indicatorTableJson),
    reports: file.reports.map(reportJson),
  };
}

/** A figure and all its parts, in the order of the text. */
export function figuresOf(figure: Figure): Figure[] {
  return [figure, ...figure.groups.flatMap(({ members }) => members.flatMap(figuresOf))];
}

function figureJson(figure: Figure, table: FigureTable): object {
  const { path, label, unit, cells } = figure;
  const base = { path, label, kind: table.kind, unit: unit?.symbol };
  if (table.columns.length === 0) return { ...base, ...cellJson(cells[0]) };
  return {
    ...base,
    cells: cells.map((cell, index) => ({ column: table.columns[index]?.name, ...cellJson(cell) })),
  };
}

function cellJson(cell: Cell | undefined): object {
  if (!cell) return { state: 'missing' };
  return { state: cell.state, formula: cell.formula, ...(cell.quantity && quantityJson(cell.quantity)) };
}

/**
 * `value` is in `unit`. `rounded` says that the decimal goes on; `text` is what stands on paper.
 */
function quantityJson(q: Quantity): { value: string; unit: string; rounded?: true; text: string } {
  const decimal = decimalText(q.amount, { atMost: MOST_DECIMALS });
  const ends = 10n ** BigInt(fullPlaces(q.amount, MOST_DECIMALS)) % q.amount.d === 0n;
  return { value: decimal, unit: q.unit.symbol, ...(!ends && { rounded: true }), text: quantityText(q) };
}

function maybe(q: Quantity | undefined): object | undefined {
  return q && quantityJson(q);
}

function indicatorTableJson(table: IndicatorTable): object {
  const { name, label, rubric, points, total, grade, statedTotal, statedGrade, executionRate } = table;
  return {
    name,
    label,
    rubric,
    points: maybe(points),
    total: maybe(total),
    statedTotal: maybe(statedTotal?.quantity),
    grade,
    statedGrade: statedGrade?.text,
    executionRate: maybe(executionRate),
    indicators: table.indicators.map(indicatorJson),
  };
}

function indicatorJson(indicator: Indicator): object {
  const { path, label, level, points, target, rate, actual, score, reason, measure, parts } = indicator;
  return {
    path,
    label,
    level,
    points: maybe(points),
    target:
      target &&
      (target.kind === 'quantity'
        ? { comparator: target.comparator, ...quantityJson(target.quantity) }
        : { text: target.text }),
    rate: maybe(rate?.quantity),
    actual: actual && actualJson(actual),
    score: maybe(score?.stated ?? score?.computed),
    statedScore: maybe(score?.stated),
    computedScore: maybe(score?.computed),
    method: score?.method,
    reason,
    measure,
    parts: parts.length > 0 ? parts.map(indicatorJson) : undefined,
  };
}

function actualJson(actual: NonNullable<Indicator['actual']>): object {
  switch (actual.kind) {
    case 'quantity':
      return quantityJson(actual.quantity);
    case 'attainment':
      return { attainment: actual.attainment, degree: maybe(actual.degree) };
    case 'text':
      return { text: actual.text };
    case 'blank':
      return { blank: true };
  }
}

function reportJson(report: EvaluatedReport): object {
  const { title, unit, year, annexLabel, date, outline, items } = report;
  return {
    title,
    unit: unit?.label,
    year,
    annexLabel,
    date: date && isoDate(date),
    outline,
    sections: sectionsIn(items),
    annexes: annexesIn(items),
  };
}

/** Annexes may stand in a section, or on pages that are turned. */
function annexesIn(items: readonly ReportItem[]): object[] {
  return items.flatMap((item) => {
    const inner = 'items' in item ? annexesIn(item.items) : [];
    if (item.kind !== 'annex') return inner;
    return [{ number: item.number, title: item.title, sections: sectionsIn(item.items) }, ...inner];
  });
}

interface SectionJson {
  readonly title: string;
  readonly sections?: readonly SectionJson[];
}

/** The tree of headings; those of annexes stand there. */
function sectionsIn(items: readonly ReportItem[]): SectionJson[] {
  return items.flatMap((item): SectionJson[] => {
    if (item.kind === 'landscape') return sectionsIn(item.items);
    if (item.kind !== 'section') return [];
    const sections = sectionsIn(item.items);
    return [{ title: item.title, ...(sections.length > 0 && { sections }) }];
  });
}
