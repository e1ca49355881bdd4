import type { Anchor } from '@jixiao/core';
import { AstUtils } from 'langium';
import { splitQuantity } from '../../evaluation/expression.js';
import * as ast from '../../generated/ast.js';
import { spanOf } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import { writtenPath } from '../written-name.js';

const BLANK = '—';

/** A column of the year before, such as 上年决算; the rest of its name is that of the column it goes on with. */
const PREVIOUS = /^(?:上年|去年|上一年)(?:度)?/;
const PRESENT = ['本年', '今年', '当年', '本年度', ''];

type Rowlike = ast.FigureDeclaration | ast.Row;

/** Where the new report finds a figure of last year's by its path; undefined if there is none. */
export type LastYearsFigure = (path: readonly string[]) => readonly string[] | undefined;

/**
 * Leaves the figures of a declaration blank; what is computed stays. Columns of the year before, and
 * figures of it such as 上年产值 beside 产值, are looked up in last year's report.
 */
export function emptiedFigure(figure: ast.FigureDeclaration, anchor: Anchor, findFigure: LastYearsFigure): Change[] {
  const owner = ast.isUnitDeclaration(figure.$container) ? [figure.$container.name.text] : [];
  const find: LastYearsFigure = (path) => findFigure([...owner, ...path]);
  const columns = (figure.block?.columns ?? []).flatMap((list) => list.columns);
  const sources = columns.map((column) => sourceOf(column, columns));
  return emptiedRow(figure, [figure.name.text], sources, anchor, columns.length === 0 ? wholeFigures(find) : find);
}

/** Finds 产值 where 上年产值 is asked for. */
function wholeFigures(find: LastYearsFigure): LastYearsFigure {
  return ([first = '', ...rest]) => {
    if (!PREVIOUS.test(first)) return undefined;
    const name = first.replace(PREVIOUS, '');
    return PRESENT.map((present) => find([present + name, ...rest])).find((path) => path !== undefined);
  };
}

/** The column of last year's table that a column of the year before repeats. */
function sourceOf({ name }: ast.Column, columns: readonly ast.Column[]): string | undefined {
  if (!PREVIOUS.test(name.text)) return undefined;
  const rest = name.text.replace(PREVIOUS, '');
  return PRESENT.map((present) => present + rest).find(
    (candidate) => candidate !== '' && columns.some((column) => column.name.text === candidate),
  );
}

function emptiedRow(
  row: Rowlike,
  path: readonly string[],
  sources: readonly (string | undefined)[],
  anchor: Anchor,
  find: LastYearsFigure,
): Change[] {
  const isWhole = sources.length === 0;
  const cells = row.cells.flatMap((cell, column): Change[] => {
    const source = sources[column];
    const before = isWhole || source !== undefined ? find(path) : undefined;
    if (before && (!isWhole || isWritten(cell))) {
      return [{ span: spanOf(cell, anchor), text: writtenPath(source === undefined ? before : [...before, source]) }];
    }
    return isWritten(cell) ? [{ span: spanOf(cell, anchor), text: BLANK }] : [];
  });
  return [
    ...unitKept(row, anchor),
    ...cells,
    ...(row.block ? emptiedBlock(row.block, path, sources, anchor, find) : []),
  ];
}

function emptiedBlock(
  block: ast.FigureBlock,
  path: readonly string[],
  sources: readonly (string | undefined)[],
  anchor: Anchor,
  find: LastYearsFigure,
): Change[] {
  const groups = block.groups.flatMap((group) => {
    const inside = group.name ? [...path, group.name.text] : path;
    return group.block ? emptiedBlock(group.block, inside, sources, anchor, find) : [];
  });
  const rows = block.rows.flatMap((row) => emptiedRow(row, [...path, row.name.text], sources, anchor, find));
  return [...groups, ...rows];
}

/** Whether a cell holds a figure of its own, rather than one computed from others. */
function isWritten(cell: ast.Cell): boolean {
  if (!ast.isFormulaCell(cell)) return false;
  return AstUtils.streamAst(cell).some(ast.isQuantity) && !AstUtils.streamAst(cell).some(ast.isPath);
}

/** A unit that only its figure named would be gone with it. */
function unitKept(row: Rowlike, anchor: Anchor): Change[] {
  const [cell] = row.cells;
  if (row.unit || row.cells.length !== 1 || !ast.isFormulaCell(cell) || !ast.isQuantity(cell.formula)) return [];
  const symbol = splitQuantity(cell.formula.literal)?.symbol;
  if (!symbol) return [];
  const { start } = spanOf(cell, anchor);
  const end = spanOf(row.label ?? row.name, anchor).end;
  const word = isEnglish(row) ? 'in' : '单位为';
  return [{ span: { anchor, start: end, end: { ...start } }, text: ` ${word} ${symbol} = ` }];
}

function isEnglish(row: Rowlike): boolean {
  const declaration = AstUtils.getContainerOfType(row, ast.isFigureDeclaration);
  return /^[a-z]/.test(declaration?.$cstNode?.text ?? '');
}
