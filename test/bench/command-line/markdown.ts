import type { Block, Caption, DocumentTree, Inline, TableBlock } from '@jixiao/report';

/**
 * What a report says on paper as Markdown, word for word: its headings with their numbers, its
 * paragraphs, lists and tables. A chart, which Markdown does not have, becomes a table of what it
 * shows; cells that span others leave those empty.
 */
export function markdownOf({ properties, sections }: DocumentTree): string {
  const blocks = sections.flatMap((section) => section.blocks.map(blockText));
  return `---\ntitle: ${properties.title}\nlang: zh-CN\n---\n\n${blocks.filter((text) => text !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return block.id === undefined ? '' : `# ${escaped(block.text)}`;
    case 'heading':
      return `${'#'.repeat(Math.min(6, block.level))} ${block.number}${escaped(block.text)}`;
    case 'annexLabel':
    case 'gap':
      return escaped(block.text);
    case 'paragraph':
      return runsText(block.runs);
    case 'numbered':
      return `${block.number}${runsText(block.runs)}`;
    case 'bullet':
      return `- ${runsText(block.runs)}`;
    case 'table':
      return tableText(block);
    case 'chart':
      return [
        captionText(block.caption),
        pipeTable([
          ['', ...block.series.map(({ name }) => name)],
          ...block.categories.map((category, index) => [
            category,
            ...block.series.map(({ points }) => points[index]?.label ?? '—'),
          ]),
        ]),
      ].join('\n\n');
    case 'image':
      return captionText(block.caption);
    case 'annexList':
      return block.entries.map(({ number, title }) => `附件：${number ?? ''}${escaped(title)}`).join('\n\n');
    case 'signature':
      return block.lines.map(({ text }) => escaped(text)).join('\n\n');
    case 'contents':
      return block.entries.map(({ number, text, page }) => `${number}${escaped(text)} ${page}`).join('\n\n');
    case 'pageBreak':
      return '';
  }
}

function captionText(caption: Caption | undefined): string {
  return caption ? `${caption.kind}${caption.number}　${escaped(caption.text)}` : '';
}

function tableText(table: TableBlock): string {
  const { caption, unitLine, rows, columns } = table;
  const grid = rows.map(() => columns.map(() => ''));
  const taken = rows.map(() => columns.map(() => false));
  rows.forEach((row, at) => {
    for (const cell of row.cells) {
      const column = taken[at]?.indexOf(false) ?? -1;
      for (let below = 0; below < cell.rowSpan; below += 1)
        taken[at + below]?.fill(true, column, column + cell.colSpan);
      const line = grid[at];
      if (line) line[column] = runsText(cell.runs);
    }
  });
  return [captionText(caption), escaped(unitLine ?? ''), pipeTable(grid)].filter((text) => text !== '').join('\n\n');
}

function pipeTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...others] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [header, `|${(rows[0] ?? []).map(() => '---|').join('')}`, ...others].join('\n');
}

function runsText(runs: readonly Inline[]): string {
  return runs.map((run) => (run.kind === 'footnote' ? `^[${escaped(run.text)}]` : escaped(run.text))).join('');
}

/** On one line, and without a meaning in Markdown. */
function escaped(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>#|~^$]/g, '\\$&');
}
