import { eachCell } from '../layout/column-widths.js';
import type { CellRules, Orientation, TableBlock, TableCell } from '../layout/document.js';
import { textWidthIn } from './measures.js';
import { runsXml } from './runs.js';
import { STYLE } from './styles.js';

/** What stands in one place of the grid: a cell that starts here, or the lower part of one above. */
interface Slot {
  readonly cell: TableCell;
  readonly column: number;
  readonly continues: boolean;
}

/**
 * The XML of a table. It is written directly, for object trees make long tables slow.
 * `keepNext` keeps the last row with what follows.
 */
export function tableXml(table: TableBlock, orientation: Orientation, keepNext: boolean): string {
  const widths = columnWidths(table, textWidthIn(orientation));
  const styles = table.small
    ? { text: STYLE.smallTableText, header: STYLE.smallTableHeader }
    : { text: STYLE.tableText, header: STYLE.tableHeader };
  const slots = slotsOf(table);
  let xml = '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>';
  xml += `<w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`;
  xml +=
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>';
  xml += `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  table.rows.forEach((row, index) => {
    const keep = index === table.rows.length - 1 ? keepNext : row.header || row.keepNext === true;
    xml += `<w:tr><w:trPr><w:cantSplit/>${row.header ? '<w:tblHeader/>' : ''}</w:trPr>`;
    for (const slot of slots[index] ?? []) {
      const width = sum(widths.slice(slot.column, slot.column + slot.cell.colSpan));
      xml += cellXml(slot, width, styles, keep);
    }
    xml += '</w:tr>';
  });
  return `${xml}</w:tbl>`;
}

function cellXml(
  { cell, continues }: Slot,
  width: number,
  styles: { readonly text: string; readonly header: string },
  keepNext: boolean,
): string {
  let properties = `<w:tcW w:w="${width}" w:type="dxa"/>`;
  if (cell.colSpan > 1) properties += `<w:gridSpan w:val="${cell.colSpan}"/>`;
  if (cell.rowSpan > 1) properties += continues ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
  properties += BORDERS[cell.rules];
  properties += '<w:vAlign w:val="center"/>';
  let paragraph = `<w:pStyle w:val="${cell.header ? styles.header : styles.text}"/>`;
  if (keepNext) paragraph += '<w:keepNext/>';
  if (cell.indent > 0) paragraph += `<w:ind w:leftChars="${100 * cell.indent}" w:left="${210 * cell.indent}"/>`;
  if (cell.align !== 'center') paragraph += `<w:jc w:val="${cell.align}"/>`;
  const content = continues ? '' : runsXml(cell.runs, cell.emphasis);
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:pPr>${paragraph}</w:pPr>${content}</w:p></w:tc>`;
}

const NIL = (side: string) => `<w:${side} w:val="nil"/>`;
const SINGLE = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;

const BORDERS: Record<CellRules, string> = {
  all: '',
  none: `<w:tcBorders>${SINGLE('top')}${NIL('left')}${NIL('bottom')}${NIL('right')}</w:tcBorders>`,
  openBelow: `<w:tcBorders>${NIL('bottom')}</w:tcBorders>`,
  openAbove: `<w:tcBorders>${NIL('top')}</w:tcBorders>`,
};

/** The cells of every row by their columns; a cell over several rows has a slot in each. */
function slotsOf(table: TableBlock): Slot[][] {
  const slots: Slot[][] = table.rows.map(() => []);
  eachCell(table.rows, table.columns.length, (cell, column, row) => {
    for (let at = row; at < Math.min(row + cell.rowSpan, slots.length); at += 1) {
      slots[at]?.push({ cell, column, continues: at > row });
    }
  });
  for (const row of slots) row.sort((a, b) => a.column - b.column);
  return slots;
}

/** Whole twips that make up the full width: what rounding leaves goes to the columns that lost most. */
function columnWidths(table: TableBlock, full: number): number[] {
  const total = table.columns.reduce((all, { weight }) => all + weight, 0);
  let given = 0;
  let wanted = 0;
  return table.columns.map(({ weight }) => {
    wanted += (weight * full) / total;
    const width = Math.round(wanted) - given;
    given += width;
    return width;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
