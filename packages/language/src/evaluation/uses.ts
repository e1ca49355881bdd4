import type { Link } from './context.js';
import type { TableDefinition } from './definitions.js';
import type { PerfSymbol } from './symbols.js';

/**
 * Which declarations of figures are mentioned in the file that declares them, kept up with every
 * edit, so that those which nothing uses need not be looked for.
 */
export class Uses {
  private readonly counts = new Map<TableDefinition, number>();
  private readonly declared = new Set<TableDefinition>();
  private readonly unused = new Map<string, Set<TableDefinition>>();

  declare(table: TableDefinition): void {
    this.declared.add(table);
    if (!this.counts.has(table)) this.unusedIn(table).add(table);
  }

  retract(table: TableDefinition): void {
    this.declared.delete(table);
    const unused = this.unused.get(table.span.anchor.file);
    if (unused?.delete(table) && unused.size === 0) this.unused.delete(table.span.anchor.file);
  }

  add(link: Link): void {
    const table = usedBy(link);
    if (!table) return;
    this.counts.set(table, (this.counts.get(table) ?? 0) + 1);
    this.unusedIn(table).delete(table);
  }

  remove(link: Link): void {
    const table = usedBy(link);
    if (!table) return;
    const left = (this.counts.get(table) ?? 0) - 1;
    if (left > 0) this.counts.set(table, left);
    else {
      this.counts.delete(table);
      if (this.declared.has(table)) this.unusedIn(table).add(table);
    }
  }

  /** The evaluated declarations of a file that nothing in it mentions. */
  unusedTables(file: string): Iterable<TableDefinition> {
    return this.unused.get(file) ?? [];
  }

  private unusedIn({ span }: TableDefinition): Set<TableDefinition> {
    const { file } = span.anchor;
    const known = this.unused.get(file) ?? new Set();
    this.unused.set(file, known);
    return known;
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
