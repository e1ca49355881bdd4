import type { EvaluatedReport, ReportItem } from '@jixiao/core';
import { type Block, type DocumentTree, type Inline, layout, type TableBlock } from '@jixiao/report';
import { report } from './builders.js';

/** The blocks of a report with these items, without its title and signature. */
export function blocksOf(...items: ReportItem[]): Block[] {
  return blocksIn(layout(plain(items))).filter(({ kind }) => kind !== 'title' && kind !== 'signature');
}

/** A report that has nothing but its items. */
export function plain(items: readonly ReportItem[]): EvaluatedReport {
  const { unit, date, year, ...rest } = report(items);
  return rest;
}

export function blocksIn(tree: DocumentTree): Block[] {
  return tree.sections.flatMap(({ blocks }) => blocks);
}

export function only<K extends Block['kind']>(blocks: readonly Block[], kind: K): Extract<Block, { kind: K }> {
  const found = all(blocks, kind);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} blocks of kind ${kind}`);
  return first;
}

export function all<K extends Block['kind']>(blocks: readonly Block[], kind: K): Extract<Block, { kind: K }>[] {
  return blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

export function wordsOf(runs: readonly Inline[]): string {
  return runs.map((run) => (run.kind === 'footnote' ? `[${run.number}]` : run.text)).join('');
}

/** Rows as texts; spans as `2×3` (columns × rows) behind the text, line breaks as /. */
export function rowsOf(table: TableBlock): string[][] {
  return table.rows.map(({ cells }) =>
    cells.map(({ runs, colSpan, rowSpan }) => {
      const words = wordsOf(runs).replaceAll('\n', '/');
      return colSpan > 1 || rowSpan > 1 ? `${words} ${colSpan}×${rowSpan}` : words;
    }),
  );
}
