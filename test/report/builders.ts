import {
  type Annex,
  type Cell,
  type ChartItem,
  type Column,
  type EvaluatedReport,
  type Figure,
  type FigureTable,
  type Group,
  literal,
  type Paragraph,
  type Prose,
  type ReportItem,
  type Run,
  type Section,
  type Span,
  type TableItem,
  unitOf,
} from '@jixiao/core';

const anchor = { file: 'report.perf', line: 0 };

/** Some place in the source; every call gives the next line, so that places can be told apart. */
export function place(line = 0): Span {
  return { anchor, start: { line, character: 0 }, end: { line, character: 4 } };
}

export function text(words: string, emphasis = false): Run {
  return { kind: 'text', text: words, emphasis, span: place() };
}

export function value(words: string, ...path: string[]): Run {
  return { kind: 'value', text: words, emphasis: false, span: place(), ...(path.length > 0 && { path }) };
}

export function footnote(words: string): Run {
  return { kind: 'footnote', text: words, span: place() };
}

export function mention(target: string): Run {
  return { kind: 'reference', target, span: place() };
}

type Line = string | readonly Run[];

function lineOf(kind: Paragraph['kind'], line: Line): Paragraph {
  return { kind, runs: typeof line === 'string' ? [text(line)] : line, span: place() };
}

/** Paragraphs; a text that begins with `+ ` or `- ` is an item. */
export function prose(...lines: Line[]): Prose {
  const paragraphs = lines.map((line): Paragraph => {
    if (typeof line !== 'string') return lineOf('paragraph', line);
    if (line.startsWith('+ ')) return lineOf('numbered', line.slice(2));
    if (line.startsWith('- ')) return lineOf('bullet', line.slice(2));
    return lineOf('paragraph', line);
  });
  return { kind: 'prose', paragraphs, span: place() };
}

export function section(title: string, ...items: ReportItem[]): Section {
  return { kind: 'section', title, items, span: place(), titleSpan: place() };
}

export function annex(number: number, title: string, items: readonly ReportItem[], landscape = false): Annex {
  return { kind: 'annex', number, numberSpan: place(), title, landscape, items, span: place(), titleSpan: place() };
}

/** A number and its unit, such as 2799.38万元; — for a blank cell, '' for a missing one. */
export function cell(written: string, state: Cell['state'] = 'stated'): Cell {
  if (written === '—') return { state: 'blank', span: place() };
  if (written === '') return { state: 'missing', span: place() };
  return { state, quantity: amount(written), span: place() };
}

export function amount(written: string) {
  const match = /^(-?[\d.]+)(.*)$/.exec(written);
  if (!match) throw new SyntaxError(`Not a quantity: ${written}`);
  return literal(match[1] ?? '', match[2] ?? '');
}

/** `name=1万元|2万元`, with groups of parts below. */
export function figure(written: string, ...groups: ((path: readonly string[]) => Group)[]) {
  return (above: readonly string[]): Figure => {
    const [name = '', cells = ''] = written.split('=');
    const path = [...above, name];
    return {
      path,
      name,
      label: name,
      cells: cells.split('|').map((part) => cell(part.trim())),
      groups: groups.map((group) => group(path)),
      span: place(),
      nameSpan: place(),
    };
  };
}

export function group(kind: Group['kind'], name: string, ...members: ((path: readonly string[]) => Figure)[]) {
  return (above: readonly string[]): Group => {
    const path = name === '' ? above : [...above, name];
    return {
      kind,
      members: members.map((member) => member(path)),
      span: place(),
      ...(name !== '' && { name, label: name }),
    };
  };
}

export function column(name: string, unit?: string): Column {
  return { name, label: name, computed: false, span: place(), ...(unit !== undefined && { unit: unitOf(unit) }) };
}

export function figureTable(
  kind: FigureTable['kind'],
  root: (path: readonly string[]) => Figure,
  options: { readonly unit?: string; readonly columns?: readonly Column[] } = {},
): FigureTable {
  const { unit, columns = [] } = options;
  return { kind, columns, root: root([]), span: place(), ...(unit !== undefined && { unit: unitOf(unit) }) };
}

export function tableOf(subject: TableItem['subject'], rest: Partial<TableItem> = {}): TableItem {
  return { kind: 'table', subject, columns: [], span: place(), ...rest };
}

export function chart(
  type: ChartItem['type'],
  categories: readonly string[],
  series: readonly { name: string; values: readonly string[] }[],
  caption?: string,
): ChartItem {
  return {
    kind: 'chart',
    type,
    categories,
    series: series.map(({ name, values }) => ({
      name,
      values: values.map((written) => (written === '—' ? undefined : amount(written))),
    })),
    span: place(),
    ...(caption !== undefined && { caption }),
  };
}

export function report(items: readonly ReportItem[], rest: Partial<EvaluatedReport> = {}): EvaluatedReport {
  return {
    title: '部门整体支出绩效自评报告',
    unit: {
      name: '明溪口镇',
      label: '沅陵县明溪口镇人民政府',
      shortName: '我镇',
      properties: new Map(),
      span: place(),
    },
    year: 2024,
    date: { year: 2025, month: 6, day: 5 },
    tableOfContents: false,
    sealed: false,
    items,
    span: place(),
    titleSpan: place(),
    ...rest,
  };
}
