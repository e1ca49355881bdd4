import type { Language } from '@jixiao/core';
import { keywordOf } from '../../grammar/keywords.js';
import { RowNames } from './names.js';
import type { Spreadsheet, SpreadsheetRow } from './spreadsheet.js';
import type { Surroundings } from './surroundings.js';
import type { CellValue } from './values.js';

const TOTALS = /^(?:合计|总计|总数|共计|小计|sum|(?:sub|grand )?total)$/i;
const INCLUDING = /^其中[:：]?\s*/;

/** The rows of a spreadsheet in the notation of the language, a line each; still to be formatted. */
export function rowsOf(sheet: Spreadsheet, around: Surroundings, spelling: Language): string[] {
  return new RowWriter(sheet, around, spelling).lines();
}

/** The columns of numbers that are written, with the column of the table that each fills, if it is known. */
interface Target {
  readonly column: number;
  /** Place among the columns of the spreadsheet; undefined where it has nothing for a column. */
  readonly from: number | undefined;
}

class RowWriter {
  private readonly names = new RowNames();
  private readonly targets: readonly Target[];
  private readonly unused: readonly number[];
  private readonly head: string[];
  /** The unit that a bare number has in each column of the spreadsheet. */
  private readonly declared: readonly string[];

  constructor(
    private readonly sheet: Spreadsheet,
    private readonly around: Surroundings,
    private readonly spelling: Language,
  ) {
    const all = sheet.units.map((_, from) => from);
    const matched = this.matchedColumns();
    this.targets = matched ?? all.map((from) => ({ column: this.positionOf(from), from }));
    const used = new Set(this.targets.map(({ from }) => from));
    this.unused = matched ? all.filter((from) => !used.has(from) && !this.isComputed(from)) : [];
    const columns = matched ? undefined : this.newColumns();
    this.declared = this.targets.map(({ column, from }) =>
      columns && from !== undefined && sheet.units[from] ? sheet.units[from] : around.unitOf(column),
    );
    const above = columns ?? (matched ? undefined : this.unmatchedHeadings());
    this.head = [...sheet.remarks.map((remark) => `// ${remark}`), ...(above === undefined ? [] : [above])];
  }

  lines(): string[] {
    const lines = [...this.head];
    const { rows } = this.sheet;
    for (let index = 0; index < rows.length; ) {
      const row = rows[index] as SpreadsheetRow;
      const end = this.endOfIncluded(index);
      const included = rows.slice(index + 1, end);
      lines.push(...this.rowLines(row, included));
      index = end;
    }
    return lines;
  }

  /** Rows below 其中 belong to the row above it: those set further in than that one, and the first in any case. */
  private endOfIncluded(index: number): number {
    const { rows } = this.sheet;
    const owner = rows[index];
    const first = rows[index + 1];
    if (!owner || !first || !INCLUDING.test(first.label) || INCLUDING.test(owner.label) || isTotal(owner))
      return index + 1;
    let end = index + 2;
    while (end < rows.length && (rows[end]?.inset ?? 0) > owner.inset) end++;
    return end;
  }

  private rowLines(row: SpreadsheetRow, included: readonly SpreadsheetRow[]): string[] {
    const label = row.label.replace(INCLUDING, '');
    const cells = this.cellsOf(row);
    const comment = this.commentOf(row);
    if (isTotal(row)) return [`// ${row.label} = ${cells}${comment === '' ? '' : `；${comment}`}`];
    if (label === '') return comment === '' ? [] : [`// ${comment}`];
    const line = `${this.names.write(label)} = ${cells}`;
    const behind = comment === '' ? '' : ` // ${comment}`;
    if (included.length === 0) return [line + behind];
    const inner = included.flatMap((part) => this.rowLines(part, []));
    return [`${line} {${behind}`, `${this.keyword('其中')} {`, ...inner, '}', '}'];
  }

  private cellsOf(row: SpreadsheetRow): string {
    const cells = this.targets.map(({ from }, place) => {
      if (from === undefined) return '—';
      return this.written(row.cells[from], this.sheet.units[from] ?? '', this.declared[place] ?? '');
    });
    return cells.join(' | ');
  }

  private written(cell: CellValue | undefined, headed: string, declared: string): string {
    if (cell?.kind !== 'number') return '—';
    const unit = cell.unit || headed;
    return cell.digits + (unit === declared && unit !== '%' ? '' : unit);
  }

  /** What the row has besides its numbers, and numbers for which the table has no column. */
  private commentOf(row: SpreadsheetRow): string {
    const numbers = this.unused.flatMap((from) => {
      const cell = row.cells[from];
      const heading = this.sheet.headings?.[from] ?? '';
      return cell?.kind === 'number' ? [`${heading}：${cell.digits}${cell.unit || this.sheet.units[from] || ''}`] : [];
    });
    return [...numbers, ...row.remarks].join('；');
  }

  /** The table's columns that are written, by the headings; undefined where no heading is the name of one. */
  private matchedColumns(): Target[] | undefined {
    const { headings } = this.sheet;
    const { columns } = this.around;
    if (!headings || columns.length === 0) return undefined;
    const found = columns.map(({ name, label }) =>
      headings.findIndex((heading) => heading === name || heading === label),
    );
    if (found.every((from) => from < 0)) return undefined;
    return columns.flatMap(({ formula, index }) => {
      const from = found[index] ?? -1;
      return formula ? [] : [{ column: index, from: from < 0 ? undefined : from }];
    });
  }

  /** Whether the heading names a column that the table computes: its values follow from the others. */
  private isComputed(from: number): boolean {
    const heading = this.sheet.headings?.[from];
    return this.around.columns.some(({ name, label, formula }) => formula && (heading === name || heading === label));
  }

  /** The column of the table that a column of numbers fills by its place. */
  private positionOf(from: number): number {
    const { columns } = this.around;
    const written = columns.filter(({ formula }) => !formula);
    const places = this.sheet.units.length === columns.length ? columns : written;
    return places[from]?.index ?? from;
  }

  /** `列 …` for a table that has no columns yet; undefined where it has, or can have none here. */
  private newColumns(): string | undefined {
    const { headings, units } = this.sheet;
    if (!headings || headings.length === 1 || headings.includes('') || !this.around.takesColumns) return undefined;
    const names = new RowNames();
    const columns = headings.map((heading, from) => {
      const unit = units[from] || this.percentIn(from);
      const differs = unit !== '' && unit !== this.around.unitOf(from);
      return `${names.writeColumn(heading)}${differs ? ` ${this.keyword('单位为')} ${unit}` : ''}`;
    });
    return `${this.keyword('列')} ${columns.join(' | ')}`;
  }

  /** A column of percentages is measured in per cent, whatever the rest of the table is measured in. */
  private percentIn(from: number): string {
    const numbers = this.sheet.rows.flatMap(({ cells }) => (cells[from]?.kind === 'number' ? [cells[from].unit] : []));
    return numbers.length > 0 && numbers.every((unit) => unit === '%') ? '%' : '';
  }

  /** Headings that are no columns here; kept, since they tell what the numbers are. */
  private unmatchedHeadings(): string | undefined {
    const { headings } = this.sheet;
    const says = headings && headings.length > 1 && headings.some((heading) => heading !== '');
    return says ? `// ${headings.join(' | ')}` : undefined;
  }

  private keyword(zh: string): string {
    return keywordOf(zh)?.[this.spelling] ?? zh;
  }
}

function isTotal({ label }: SpreadsheetRow): boolean {
  return TOTALS.test(label);
}
