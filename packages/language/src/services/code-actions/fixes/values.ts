import { catalogue } from '@jixiao/core';
import { splitQuantity } from '../../../evaluation/expression.js';
import * as ast from '../../../generated/ast.js';
import { figureAt } from '../../navigation/expression-context.js';
import { type FixProvider, fixesFor } from '../fix.js';
import { putQuantity } from './written-quantities.js';

const { values, comparisons } = catalogue;

/** A blank cell: nothing is known. */
const BLANK = '—';

function isRowOrDeclaration(node: unknown): node is ast.Row | ast.FigureDeclaration {
  return ast.isRow(node) || ast.isFigureDeclaration(node);
}

export const VALUE_FIXES: readonly FixProvider[] = [
  fixesFor(values.wrongUnit, ({ expected }, site) => {
    const literal = site.exactly(ast.isQuantity);
    const digits = literal && splitQuantity(literal.literal)?.digits;
    if (!literal || digits === undefined) return [];
    return [
      {
        title: {
          zh: `单位改为“${expected}”：${digits}${expected}`,
          en: `Change the unit to “${expected}”: ${digits}${expected}`,
        },
        changes: [site.replace(literal, `${digits}${expected}`)],
      },
      {
        title: { zh: `去掉单位，以“${expected}”计`, en: `Leave the unit out: “${expected}” is understood` },
        changes: [site.replace(literal, digits)],
      },
    ];
  }),
  fixesFor(values.columnMismatch, ({ expected }, site) => {
    const set = putQuantity(site.exactly(ast.isQuantity), expected, site);
    if (!set) return [];
    const title = { zh: `改为算出的${expected}`, en: `Set to ${expected} as the column computes` };
    return [{ title, changes: [set], preferred: true, recalculates: true }];
  }),
  fixesFor(values.missing, (_, site) => {
    const row = site.node(isRowOrDeclaration);
    const figure = row && figureAt(row, site.piece);
    const before = row?.unit ?? row?.label ?? row?.name;
    if (!row || !figure || !before || row.cells.length > 0) return [];
    const columns = figure.table.columns.filter(({ formula }) => !formula).length;
    const cells = Array.from({ length: Math.max(1, columns) }, () => BLANK).join(' | ');
    return [
      {
        title: { zh: '写作“—”，表示没有数值', en: 'Write “—”: there is no value' },
        changes: [site.insertAfter(before, ` = ${cells}`)],
      },
    ];
  }),
  fixesFor(values.cellCount, ({ cells, columns }, site) => {
    const row = site.node(isRowOrDeclaration);
    const last = row?.cells.at(-1);
    if (!row || !last) return [];
    if (cells < columns) {
      const missing = columns - cells;
      return [
        {
          title: { zh: `用“—”补足${missing}格`, en: `Fill the ${missing} missing cells with “—”` },
          changes: [site.insertAfter(last, ` | ${BLANK}`.repeat(missing))],
          preferred: true,
        },
      ];
    }
    const kept = row.cells[columns - 1];
    if (!kept || !row.cells.slice(columns).every(ast.isBlankCell)) return [];
    const more = cells - columns;
    return [
      {
        title: { zh: `删去末尾多余的${more}格`, en: `Remove the ${more} blank cells at the end` },
        changes: [site.remove(site.spanOf(kept).end, site.spanOf(last).end)],
        preferred: true,
      },
    ];
  }),
  fixesFor(values.nestedColumns, (_, site) => {
    const columns = site.node(ast.isColumns);
    if (!columns) return [];
    return [
      {
        title: { zh: '删去这里的列', en: 'Remove these columns' },
        changes: [site.removeStatement(columns)],
        preferred: true,
      },
    ];
  }),
  fixesFor(values.badFormat, (_, site) => {
    const interpolation = site.node(ast.isInterpolation);
    if (!interpolation?.expression || interpolation.format === undefined) return [];
    const { end } = site.spanOf(interpolation.expression);
    const offset = site.offset(end);
    const gap = site.piece.text.slice(offset).indexOf(interpolation.format);
    const to = site.position(offset + Math.max(0, gap) + interpolation.format.length);
    return [{ title: { zh: '去掉格式', en: 'Remove the format' }, changes: [site.remove(end, to)] }];
  }),
  fixesFor(comparisons.unused, ({ name }, site) => {
    const declaration = site.node(ast.isFigureDeclaration);
    if (!declaration || ast.isUnitDeclaration(declaration.$container)) return [];
    return [{ title: { zh: `删去“${name}”`, en: `Remove “${name}”` }, changes: [site.removeStatement(declaration)] }];
  }),
];
