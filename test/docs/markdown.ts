/** A fenced block of a Markdown text. */
export interface FencedBlock {
  /** First word behind the fence: `perf`, `text` … */
  readonly language: string;
  /** `key=value` words behind it. */
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
  /** Line of the block's first line in the document, from 1. */
  readonly line: number;
}

/** @throws Error for a fence that is not closed. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const opening = /^```(\S*)(.*)$/.exec(lines[at] ?? '');
    if (!opening) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`The fence in line ${at + 1} is not closed`);
    const options = (opening[2] ?? '').trim().split(/\s+/).filter(Boolean);
    blocks.push({
      language: opening[1] ?? '',
      options: new Map(options.map((option) => [option.split('=')[0] ?? '', option.slice(option.indexOf('=') + 1)])),
      text: lines.slice(at + 1, end).join('\n'),
      line: at + 2,
    });
    at = end;
  }
  return blocks;
}

/** The rows of all tables, headings included: the texts of their cells, `\|` as a bar. */
export function tableRows(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-| :]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}
