import { literal } from '@jixiao/core';
import { AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { functionOf } from '../../evaluation/functions/registry.js';
import * as ast from '../../generated/ast.js';
import type { Change } from '../changes/changes.js';
import type { Proposal } from '../code-actions/proposals.js';
import { figureAt } from '../navigation/expression-context.js';
import { writtenName } from '../written-name.js';
import type { CursorSite } from './cursor-site.js';
import { type Literal, literalAt } from './literals.js';
import { formatPrinting } from './printed-mention.js';

/** Where a formula stands in its place in the tree; elsewhere a number is no value of the report. */
const IN_FORMULAS: ReadonlySet<string> = new Set([
  'formula',
  'value',
  'rate',
  'condition',
  'left',
  'right',
  'inner',
  'operand',
  'arguments',
  'expression',
  'then',
  'otherwise',
]);

/** Makes a figure of the literal under the cursor and refers to it there. */
export function extractions(site: CursorSite): Proposal[] {
  const found = literalAt(site);
  if (!found || site.isInRubric) return [];
  const { node } = found;
  if (node && !IN_FORMULAS.has(node.$containerProperty ?? '')) return [];
  const reference = referenceFor(found);
  if (!reference || isFigureItself(node)) return [];
  const name = unusedName(nameFor(found, site), site);
  return [
    {
      key: 'extract figure',
      title: { zh: `提取为数据“${name}”`, en: `Extract into the figure “${name}”` },
      kind: 'refactor.extract',
      preferred: false,
      changes: () => extraction(found, name, reference, site),
    },
  ];
}

/** The whole value of a figure that stands alone is a figure already. */
function isFigureItself(node: ast.Quantity | undefined): boolean {
  const row = rowOf(node);
  return ast.isFigureDeclaration(row) && !row.block;
}

/** How the figure will be referred to: in prose so that it prints what stands there. */
function referenceFor({ node, text, digits, symbol }: Literal): ((name: string) => string) | undefined {
  if (node) return (name) => name;
  const format = formatPrinting(literal(digits, symbol), text);
  if (format === undefined) return undefined;
  return (name) => `#{${name}${format === '' ? '' : `: ${format}`}}`;
}

function extraction(found: Literal, name: string, reference: (name: string) => string, site: CursorSite): Change[] {
  const written = writtenName(name);
  const value = found.digits + (found.symbol || understoodUnit(found, site));
  const declaration = `${site.keyword('数据')} ${written} = ${value}`;
  return [
    site.insertDeclaration(site.cursor.node, declaration),
    { span: found.span, text: reference(written) },
    ...unitForParts(found, site),
  ];
}

function rowOf(node: ast.Quantity | undefined): ast.Row | ast.FigureDeclaration | undefined {
  const cell = node?.$container;
  const row = ast.isFormulaCell(cell) ? cell.$container : undefined;
  return ast.isRow(row) || ast.isFigureDeclaration(row) ? row : undefined;
}

/** The unit that is written once for the table; the figure that is set apart must have it itself. */
function understoodUnit({ node }: Literal, site: CursorSite): string {
  const row = rowOf(node);
  const figure = row && figureAt(row, site.piece);
  if (!row || !figure || !node) return '';
  const start = site.spanOf(node).start;
  for (let column = 0; column < Math.max(1, figure.table.columns.length); column++) {
    const cell = site.analysis.evaluation.cell(figure, column);
    const at = cell.span.start;
    if (at.line === start.line && at.character === start.character) return cell.quantity?.unit.symbol ?? '';
  }
  return '';
}

/** Parts are counted in the unit that is written with their total; when that goes, the unit has to stay. */
function unitForParts({ node, symbol }: Literal, site: CursorSite): Change[] {
  const row = rowOf(node);
  const before = row?.label ?? row?.name;
  if (!row?.block || row.unit || symbol === '' || !before) return [];
  return [site.insertAfter(before, ` ${site.keyword('单位为')} ${symbol}`)];
}

const FALLBACK = '新数据';

/** A name from what is said around the literal. */
function nameFor({ node, before }: Literal, site: CursorSite): string {
  if (!node) return nameFromText(before);
  const indicator = AstUtils.getContainerOfType(node, ast.isIndicatorNode);
  if (indicator?.name) {
    const isTarget = AstUtils.getContainerOfType(node, ast.isTarget) !== undefined;
    return `${indicator.name.text}${isTarget ? '目标值' : '实际值'}`;
  }
  const row = rowOf(node);
  if (row?.name) return `${row.name.text}数`;
  return site.node(ast.isCheck) ? '限额' : FALLBACK;
}

const LEADING = /^(?:全年|本年|今年|其中|共计|共|另|并|已|又|还)+/;
const TRAILING =
  /(?:分别为|分别|达到|达|超过|不足|近|约|为|是|有|共计|合计|共|计|仅|完成|实现|增长|下降|提高到|降至|：|:|\s)+$/;
const LONGEST = 12;

/** The words right before a number, without what only leads to it. */
function nameFromText(before: string): string {
  const clause = /[^，。；、！？（）()“”"\s,;]*$/.exec(before.replace(TRAILING, ''))?.[0] ?? '';
  const name = [...clause.replace(LEADING, '').replace(TRAILING, '')].slice(-LONGEST).join('');
  return name.length >= 2 && writtenName(name) === name ? name : FALLBACK;
}

/** The name, with a number behind it where something is called so already. */
function unusedName(wanted: string, { analysis, anchor }: CursorSite): string {
  const taken = namesSeenFrom(anchor.file, analysis);
  const isTaken = (name: string) => taken.has(name) || functionOf(name) !== undefined;
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number++) if (!isTaken(`${wanted}${number}`)) return `${wanted}${number}`;
}

function namesSeenFrom(file: string, analysis: Analysis): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { path } of analysis.sources.scopeOf(file).symbols()) for (const name of path) names.add(name);
  return names;
}
