import {
  type Cell,
  type ChosenColumn,
  type Column,
  type Figure,
  type FigureTable,
  type Group,
  printedColumns,
  type Unit,
} from '@jixiao/core';
import { type Amount, AmountColumn, amountIn, columnUnits, saidUnit } from './amounts.js';
import { type CellOptions, figureCell, headerCell, textCell } from './cells.js';
import { fitColumns } from './column-widths.js';
import type { Orientation, TableCell, TableColumn, TableRow } from './document.js';

/** Rows and columns of a table, before it has a key and a caption. */
export interface TableBody {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly small: boolean;
  readonly unitLine?: string;
}

/** What a row of figures shows, before the decimals of its columns are known. */
interface Line {
  readonly label: string;
  readonly figure?: Figure;
  readonly indent: number;
  readonly total: boolean;
}

const VALUE_LABELS: Record<FigureTable['kind'], string> = { budget: '金额', staff: '人数', figures: '数值' };

/**
 * Lays out a figure with its parts, or one partition of it. The whole figure stands on top of its
 * parts; below a partition stands its total, 合计.
 */
export function layoutFigures(
  subject: { readonly table: FigureTable; readonly figure: Figure; readonly group?: number },
  chosen: readonly ChosenColumn[],
  orientation: Orientation,
): TableBody {
  const { table, figure } = subject;
  const group = subject.group === undefined ? undefined : figure.groups[subject.group];
  const lines: Line[] = [];
  if (group) {
    addGroup(group, 0, lines);
    lines.push({ label: '合计', figure, indent: 0, total: true });
  } else {
    addFigure(figure, figure.label, 0, true, lines);
  }
  return paint(lines, valueColumns(table, chosen), table, orientation);
}

/** A column of values and where its cells are found. */
interface ValueColumn {
  readonly label: string;
  readonly column?: Column;
  readonly index: number;
}

function valueColumns(table: FigureTable, chosen: readonly ChosenColumn[]): ValueColumn[] {
  if (table.columns.length === 0) return [{ label: chosen[0]?.label ?? VALUE_LABELS[table.kind], index: 0 }];
  return printedColumns(chosen, table).map((column) => ({
    label: column.label,
    column,
    index: table.columns.findIndex(({ name }) => name === column.name),
  }));
}

function paint(
  lines: readonly Line[],
  columns: readonly ValueColumn[],
  table: FigureTable,
  orientation: Orientation,
): TableBody {
  const amounts = columns.map(({ column, index }) =>
    lines.map(({ figure }) => figure && amountOf(figure, figure.cells[index], column, table)),
  );
  const known = amounts.map((column) => column.filter((amount) => amount !== undefined));
  const own = columnUnits(known);
  const said = own ? undefined : saidUnit(known.flat(), table.unit ?? table.root.unit);
  const printers = known.map((column) => new AmountColumn(column));

  const rows = lines.map((line, row): TableRow => {
    const values = columns.map(({ column, index }, at) =>
      valueCell(line, index, column, amounts[at]?.[row], printers[at], own?.[at] ?? said),
    );
    return { header: false, cells: [labelCell(line, line.figure ? 1 : columns.length + 1), ...values.flat()] };
  });
  const header: TableRow = {
    header: true,
    cells: [
      headerCell('项目'),
      ...columns.map(({ label, column }, at) => headerCell(withUnit(label, own?.[at]), {}, column?.span)),
    ],
  };
  const body = [header, ...rows];
  const { columns: widths, small } = fitColumns(body, columns.length + 1, orientation);
  return { columns: widths, rows: body, small, ...(said && { unitLine: `单位：${said.symbol}` }) };
}

/** 面积（亩）, unless the label says the unit itself. */
function withUnit(label: string, unit: Unit | undefined): string {
  return unit && !label.includes(`（${unit.symbol}）`) ? `${label}（${unit.symbol}）` : label;
}

function labelCell(line: Line, colSpan: number): TableCell {
  const options: CellOptions = { align: line.total ? 'center' : 'left', indent: line.indent, emphasis: line.total };
  return textCell(line.label, { ...options, colSpan }, line.figure?.nameSpan);
}

/** Nothing for a line without a figure: its label runs across the table. */
function valueCell(
  line: Line,
  index: number,
  column: Column | undefined,
  amount: Amount | undefined,
  printer: AmountColumn | undefined,
  said: Unit | undefined,
): TableCell[] {
  const { figure } = line;
  if (!figure) return [];
  const path = column ? [...figure.path, column.name] : figure.path;
  const span = figure.cells[index]?.span ?? figure.nameSpan;
  const text = amount && printer?.text(amount, said);
  return [figureCell(text, { path, span }, { align: 'right', emphasis: line.total })];
}

function amountOf(
  figure: Figure,
  cell: Cell | undefined,
  column: Column | undefined,
  table: FigureTable,
): Amount | undefined {
  return cell?.quantity && amountIn(cell.quantity, column?.unit ?? figure.unit ?? table.unit);
}

function addFigure(figure: Figure, label: string, indent: number, total: boolean, lines: Line[]): void {
  lines.push({ label, figure, indent, total });
  for (const group of figure.groups) {
    const named = group.kind === 'partition' && figure.groups.length > 1;
    if (named) lines.push({ label: partitionLabel(group), indent: indent + 1, total: false });
    addGroup(group, indent + (named ? 2 : 1), lines);
  }
}

/** 按经济分类; a label of its own stands as it is. */
function partitionLabel({ name = '', label = name }: Group): string {
  return label !== name || name.startsWith('按') ? label : `按${name}`;
}

/** 其中： stands before the first of several parts that need not be all; the others stand below its first word. */
function addGroup(group: Group, indent: number, lines: Line[]): void {
  group.members.forEach((member, index) => {
    if (group.kind !== 'including') addFigure(member, member.label, indent, false, lines);
    else if (index === 0) addFigure(member, `其中：${member.label}`, indent, false, lines);
    else addFigure(member, member.label, indent + 3, false, lines);
  });
}
