import type { Annex, EvaluatedReport, ImageItem, ReportItem, Section } from '@jixiao/core';
import { catalogue, decimalText } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';
import { evaluateChart } from './chart.js';
import type { Context } from './context.js';
import { isNothing, quantityLiteral, quantityOf, splitQuantity } from './expression.js';
import { evaluateProse } from './prose.js';
import { readReportProperties } from './report-properties.js';
import { evaluateTable } from './table.js';

/** Evaluates a report: its properties and, in order, everything that will stand on paper. */
export function evaluateReport(node: ast.ReportDeclaration, context: Context): EvaluatedReport {
  const properties = readReportProperties(node.block?.properties ?? [], context);
  const inside: Context = properties.unit ? { ...context, around: [properties.unit.name] } : context;
  return {
    title: node.title?.value ?? '',
    ...properties,
    items: (node.block?.items ?? []).flatMap((item) => evaluateItem(item, inside)),
    span: spanOf(node, context.anchor),
    titleSpan: spanOf(node.title ?? node, context.anchor),
  };
}

/** Evaluates an item, unless it is known already: neither it nor what it mentions has changed. */
function evaluateItem(item: ast.ReportItem, { evaluation, anchor, around, unit }: Context): readonly ReportItem[] {
  evaluation.notePart(unit, item);
  const surroundings = around.join('.');
  const known = evaluation.memo(item).items;
  if (known?.surroundings === surroundings) return known.evaluated;
  if (known) evaluation.forget(item);
  evaluation.work.items++;
  const evaluated = readItem(item, evaluation.contextAt(anchor, around, item));
  evaluation.memo(item).items = { evaluated, surroundings };
  evaluation.settleParts(item);
  return evaluated;
}

function readItem(item: ast.ReportItem, context: Context): readonly ReportItem[] {
  const span = spanOf(item, context.anchor);
  switch (item.$type) {
    case 'Prose':
      return [evaluateProse(item, context)];
    case 'Section':
      return [evaluateSection(item, context)];
    case 'Annex':
      return [evaluateAnnex(item, context)];
    case 'TableItem':
      return [evaluateTable(item, context)];
    case 'ChartItem':
      return [evaluateChart(item, context)];
    case 'ImageItem':
      return evaluateImage(item, context);
    case 'Landscape':
      return [{ kind: 'landscape', items: evaluateContents([item.block], context), span }];
    case 'PageBreak':
      return [{ kind: 'pagebreak', span }];
  }
}

/** Prose and blocks of a section in the order in which they are written. */
function evaluateContents(
  contents: readonly (ast.Prose | ast.ItemBlock | undefined)[],
  context: Context,
): ReportItem[] {
  return contents
    .filter((part) => part !== undefined)
    .sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0))
    .flatMap((part) => (part.$type === 'Prose' ? part : part.items))
    .flatMap((item) => evaluateItem(item, context));
}

function evaluateSection(node: ast.Section, context: Context): Section {
  return {
    kind: 'section',
    title: node.title?.value ?? '',
    items: evaluateContents([...node.prose, ...node.blocks], context),
    span: spanOf(node, context.anchor),
    titleSpan: spanOf(node.title ?? node, context.anchor),
  };
}

function evaluateAnnex(node: ast.Annex, context: Context): Annex {
  return {
    kind: 'annex',
    number: wholeNumber(node.number) ?? 0,
    numberSpan: spanOf(node.number ?? node, context.anchor),
    title: node.title?.value ?? '',
    landscape: node.landscape,
    items: evaluateContents([...node.prose, ...node.blocks], context),
    span: spanOf(node, context.anchor),
    titleSpan: spanOf(node.title ?? node, context.anchor),
  };
}

/** A small number that counts something in the document, such as that of an annex. */
export function wholeNumber(node: ast.Quantity | undefined): number | undefined {
  const digits = splitQuantity(node?.literal)?.digits;
  return digits !== undefined && /^\d{1,6}$/.test(digits) ? Number.parseInt(digits, 10) : undefined;
}

function evaluateImage(node: ast.ImageItem, context: Context): ImageItem[] {
  if (!node.path) return [];
  const width = millimetres(node.width, context);
  return [
    {
      kind: 'image',
      path: node.path.value,
      ...(node.caption && { caption: node.caption.value }),
      ...(width !== undefined && { width }),
      span: spanOf(node, context.anchor),
      pathSpan: spanOf(node.path, context.anchor),
    },
  ];
}

/** Millimetres to the units in which lengths on paper are written; a bare number is in millimetres. */
const PAPER_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['毫米', 1],
  ['mm', 1],
  ['厘米', 10],
  ['cm', 10],
  ['米', 1000],
]);

/** The type area of a sheet on its side (GB/T 9704-2012, 5.2): nothing printed is wider. */
const WIDEST = 225;

/** A length on paper; undefined where it is none. */
function millimetres(node: ast.Quantity | undefined, context: Context): number | undefined {
  if (!node) return undefined;
  const at = spanOf(node, context.anchor);
  const found = quantityOf(quantityLiteral(node, context), at, context);
  if (isNothing(found)) return undefined;
  const factor = PAPER_UNITS.get(found.unit.symbol.toLowerCase());
  const width = factor && Number.parseInt(decimalText(found.amount.mul(factor), { places: 0 }), 10);
  if (width !== undefined && width > 0 && width <= WIDEST) return width;
  const wantedZh = `不超过${WIDEST}毫米的长度，单位用毫米、厘米或米`;
  const wantedEn = `a length of at most ${WIDEST} mm, in 毫米, 厘米 or 米`;
  context.report(catalogue.names.badProperty.at(at, { name: '宽', wantedZh, wantedEn }));
  return undefined;
}
