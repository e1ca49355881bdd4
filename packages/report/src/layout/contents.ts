import type { Block, ContentsBlock, ContentsEntry, PageSection } from './document.js';
import { type Extent, estimateExtents } from './pagination.js';
import type { Scope } from './scope.js';

/** Levels shown in a table of contents. */
const CONTENTS_DEPTH = 2;

/** Fills the table of contents with the headings and the pages where they come to stand. */
export function fillContents(sections: readonly PageSection[], scope: Scope): readonly PageSection[] {
  const listed: Block[] = [];
  for (const { blocks } of sections) for (const block of blocks) if (isListed(block)) listed.push(block);
  // The contents take room themselves: count with their lines in place.
  const extents = estimateExtents(replaceContents(sections, entriesOf(listed), scope));
  return replaceContents(sections, entriesOf(listed, extents), scope);
}

/** The titles of annexes stand beside the headings of the first level. */
function isListed(block: Block): boolean {
  return block.kind === 'heading' ? block.level <= CONTENTS_DEPTH : block.kind === 'title' && block.id !== undefined;
}

function entriesOf(listed: readonly Block[], extents?: ReadonlyMap<Block, Extent>): ContentsEntry[] {
  return listed.flatMap((block): ContentsEntry[] => {
    const page = extents ? (extents.get(block)?.firstPage ?? 1) : 0;
    const { key } = block;
    if (block.kind === 'title' && block.id !== undefined) {
      return [{ level: 1, number: '', text: block.text, target: block.id, block: key, page }];
    }
    if (block.kind !== 'heading') return [];
    return [{ level: block.level, number: block.number, text: block.text, target: block.id, block: key, page }];
  });
}

/** The contents stand in the first run of pages. */
function replaceContents(
  [first, ...rest]: readonly PageSection[],
  entries: ContentsBlock['entries'],
  scope: Scope,
): readonly PageSection[] {
  if (!first) return [];
  const blocks = first.blocks.map((block) =>
    block.kind === 'contents'
      ? scope.recall(`contents ${entries[0]?.page === 0 ? 'without' : 'with'} pages`, [entries], () => ({
          ...block,
          entries,
        }))
      : block,
  );
  return [{ ...first, blocks }, ...rest];
}
