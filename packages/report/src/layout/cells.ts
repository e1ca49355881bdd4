import type { Span } from '@jixiao/core';
import type { Inline, TableCell } from './document.js';

/** What a number that is not known looks like on paper. */
export const BLANK = '—';

const PLAIN: TableCell = {
  runs: [],
  colSpan: 1,
  rowSpan: 1,
  align: 'center',
  header: false,
  emphasis: false,
  indent: 0,
  rules: 'all',
};

export type CellOptions = Partial<Omit<TableCell, 'runs'>>;

/** A cell of words. */
export function textCell(text: string, options: CellOptions = {}, span?: Span): TableCell {
  const runs: Inline[] = text === '' ? [] : [{ kind: 'text', text, ...(span && { span }) }];
  return { ...PLAIN, ...options, runs };
}

/** A cell that shows one figure, or a dash if its value is not known. */
export function figureCell(
  text: string | undefined,
  source: { readonly path: readonly string[]; readonly span: Span },
  options: CellOptions = {},
): TableCell {
  return { ...PLAIN, ...options, runs: [{ kind: 'value', text: text ?? BLANK, ...source }] };
}

export function headerCell(text: string, options: CellOptions = {}, span?: Span): TableCell {
  return textCell(text, { align: 'center', ...options, header: true }, span);
}

/** The text of a cell as it reads, without marks of footnotes. */
export function plainText(runs: readonly Inline[]): string {
  return runs.map((run) => (run.kind === 'footnote' ? '' : run.text)).join('');
}
