import { childrenOf, descendants, type Element, type Problem } from './package.js';

/**
 * Every cell ends with a paragraph, every row fills the grid of its table, and every merged cell
 * goes on from one of the same width above it.
 */
export function tableProblems(part: string, root: Element): Problem[] {
  const problems: Problem[] = [];
  let number = 0;
  for (const table of descendants(root, 'w:tbl')) {
    number += 1;
    const columns = [...descendants(childrenOf(table, 'w:tblGrid')[0] ?? table, 'w:gridCol')].length;
    let above = new Map<number, number>();
    childrenOf(table, 'w:tr').forEach((row, index) => {
      const where = `table ${number}, row ${index + 1}`;
      const merged = new Map<number, number>();
      let column = outside(row, 'w:gridBefore');
      for (const cell of cellsOf(row)) {
        const last = cell.children[cell.children.length - 1];
        if (last?.name !== 'w:p') problems.push({ rule: 'cell-without-paragraph', part, detail: where });
        const span = spanOf(cell);
        const merge = mergeOf(cell);
        if (merge !== undefined) merged.set(column, span);
        if (merge === 'continue' && above.get(column) !== span) {
          problems.push({ rule: 'merge-without-start', part, detail: where });
        }
        column += span;
      }
      column += outside(row, 'w:gridAfter');
      if (column !== columns) {
        problems.push({ rule: 'row-width', part, detail: `${where}: ${column} of ${columns} columns` });
      }
      above = merged;
    });
  }
  return problems;
}

/** Cells stand in the row itself or in content controls around them. */
function cellsOf(row: Element): Element[] {
  return row.children.flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return child.name === 'w:sdt' ? childrenOf(child, 'w:sdtContent').flatMap(cellsOf) : [];
  });
}

function propertyOf(element: Element, properties: string, name: string): Element | undefined {
  return childrenOf(element, properties).flatMap((child) => childrenOf(child, name))[0];
}

function spanOf(cell: Element): number {
  return wholeNumber(propertyOf(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'], 1);
}

function mergeOf(cell: Element): string | undefined {
  const merge = propertyOf(cell, 'w:tcPr', 'w:vMerge');
  return merge && (merge.attributes['w:val'] ?? 'continue');
}

function outside(row: Element, name: string): number {
  return wholeNumber(propertyOf(row, 'w:trPr', name)?.attributes['w:val'], 0);
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise;
}
