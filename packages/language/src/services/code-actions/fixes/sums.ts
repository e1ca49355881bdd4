import { catalogue, convert, quantityText } from '@jixiao/core';
import type { FigureDefinition } from '../../../evaluation/definitions.js';
import { splitQuantity } from '../../../evaluation/expression.js';
import * as ast from '../../../generated/ast.js';
import type { Change } from '../../changes/changes.js';
import { figureAt } from '../../navigation/expression-context.js';
import { type Fix, type FixProvider, fixesFor } from '../fix.js';
import type { FixSite } from '../fix-site.js';
import { putQuantity } from './written-quantities.js';

const { sums } = catalogue;

function isRowOrDeclaration(node: unknown): node is ast.Row | ast.FigureDeclaration {
  return ast.isRow(node) || ast.isFigureDeclaration(node);
}

/** A total with parts that make something else: the total is set to them, or left to them. */
export const SUM_FIXES: readonly FixProvider[] = [
  fixesFor(sums.mismatch, ({ sum }, site) => {
    const row = site.node(isRowOrDeclaration);
    const figure = row && figureAt(row, site.piece);
    if (!row || !figure) return [];
    const agree = sumsIn(figure, columnOf(row, figure, site), site).every((other) => other === sum);
    const fixes: Fix[] = [];
    const set = putQuantity(site.exactly(ast.isQuantity), sum, site);
    if (set) {
      fixes.push({
        title: { zh: `改为各项之和${sum}`, en: `Set to the sum of its parts, ${sum}` },
        changes: [set],
        preferred: agree,
        recalculates: agree,
      });
    }
    if (agree && figure.table.columns.length === 0) {
      const changes = withoutTotal(row, site);
      if (changes) {
        fixes.push({
          title: { zh: '删去这个数，由各项自动计算', en: 'Leave the number out: its parts make it' },
          changes,
        });
      }
    }
    return fixes;
  }),
];

/** In which column the finding stands. */
function columnOf(row: ast.Row | ast.FigureDeclaration, figure: FigureDefinition, site: FixSite): number {
  const { start } = site.finding.at;
  const columns = Math.max(1, figure.table.columns.length);
  for (let column = 0; column < columns; column++) {
    const { span } = site.analysis.evaluation.cell(figure, column);
    if (span.start.line === start.line && span.start.character === start.character) return column;
  }
  return row.cells.length > 0 ? columns - 1 : 0;
}

/** What the complete breakdowns of a figure make, as text. */
function sumsIn(figure: FigureDefinition, column: number, site: FixSite): string[] {
  const { evaluation } = site.analysis;
  const unit = evaluation.cell(figure, column).quantity?.unit;
  return figure.groups.flatMap((group) => {
    const { quantity } = evaluation.sumOfGroup(group, column);
    if (group.kind === 'including' || !quantity || !unit) return [];
    const converted = convert(quantity, unit);
    return [quantityText(converted.ok ? converted.value : quantity)];
  });
}

/** Leaves a total out; the unit that was written with it must stay, since its parts are counted in it. */
function withoutTotal(row: ast.Row | ast.FigureDeclaration, site: FixSite): Change[] | undefined {
  const before = row.unit ?? row.label ?? row.name;
  const [cell] = row.cells;
  if (!before || !cell || row.cells.length > 1) return undefined;
  const start = site.spanOf(before).end;
  const { end } = site.spanOf(cell);
  const literal = ast.isFormulaCell(cell) && ast.isQuantity(cell.formula) ? cell.formula.literal : undefined;
  const symbol = literal === undefined ? '' : (splitQuantity(literal)?.symbol ?? '');
  const unit = row.unit || symbol === '' ? '' : ` ${site.keyword('单位为')} ${symbol}`;
  return [site.replace(site.between(start, end), unit)];
}
