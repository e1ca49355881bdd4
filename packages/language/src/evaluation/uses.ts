import type { Link } from './context.js';
import type { TableDefinition } from './definitions.js';
import type { PerfSymbol } from './symbols.js';

/** How often declarations of figures are mentioned in the file that declares them, kept up with every edit. */
export class Uses {
  private readonly counts = new Map<TableDefinition, number>();

  add(link: Link): void {
    const table = usedBy(link);
    if (table) this.counts.set(table, (this.counts.get(table) ?? 0) + 1);
  }

  remove(link: Link): void {
    const table = usedBy(link);
    if (!table) return;
    const left = (this.counts.get(table) ?? 0) - 1;
    if (left > 0) this.counts.set(table, left);
    else this.counts.delete(table);
  }

  has(table: TableDefinition): boolean {
    return this.counts.has(table);
  }
}

/** The declaration that a mention uses; one that only refers to itself is not used. */
function usedBy({ symbol, span }: Link): TableDefinition | undefined {
  const table = tableOf(symbol);
  if (!table || table.span.anchor.file !== span.anchor.file) return undefined;
  return span.anchor === table.span.anchor && isInside(span.start.line, table) ? undefined : table;
}

function tableOf(symbol: PerfSymbol): TableDefinition | undefined {
  switch (symbol.kind) {
    case 'figure':
      return symbol.figure.table;
    case 'group':
      return symbol.group.owner.table;
    case 'column':
      return symbol.column.table;
    default:
      return undefined;
  }
}

function isInside(line: number, { span }: TableDefinition): boolean {
  return span.start.line <= line && line <= span.end.line;
}
