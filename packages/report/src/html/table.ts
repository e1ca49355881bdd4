import type { TableBlock, TableCell, TableRow } from '../layout/document.js';
import type { Places } from './places.js';
import { runsHtml } from './runs.js';

/** Deepest indent that the style sheet knows. */
export const DEEPEST_INDENT = 12;

export function tableHtml(table: TableBlock, places: Places): string {
  const total = table.columns.reduce((sum, { weight }) => sum + weight, 0);
  const columns = table.columns.map(({ weight }) => `<col width="${((100 * weight) / total).toFixed(2)}%">`).join('');
  const head = table.rows.filter(({ header }) => header);
  const body = table.rows.filter(({ header }) => !header);
  return (
    `<table class="jx-table${table.small ? ' jx-small' : ''}"><colgroup>${columns}</colgroup>` +
    (head.length > 0 ? `<thead>${rowsHtml(head, places)}</thead>` : '') +
    `<tbody>${rowsHtml(body, places)}</tbody></table>`
  );
}

function rowsHtml(rows: readonly TableRow[], places: Places): string {
  let html = '';
  for (const { cells } of rows) {
    html += '<tr>';
    for (const cell of cells) html += cellHtml(cell, places);
    html += '</tr>';
  }
  return html;
}

function cellHtml(cell: TableCell, places: Places): string {
  const tag = cell.header ? 'th' : 'td';
  const classes: string[] = [];
  if (cell.align !== 'center') classes.push(`jx-${cell.align}`);
  if (cell.emphasis) classes.push('jx-total');
  if (cell.indent > 0) classes.push(`jx-indent${Math.min(cell.indent, DEEPEST_INDENT)}`);
  if (cell.rules !== 'all') classes.push(`jx-rules-${cell.rules}`);
  const spans =
    (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  const names = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  return `<${tag}${names}${spans}>${runsHtml(cell.runs, places)}</${tag}>`;
}
