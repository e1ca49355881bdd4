import type {
  AnnexListBlock,
  Block,
  Caption,
  ContentsBlock,
  HeadingBlock,
  Inline,
  Orientation,
  SignatureBlock,
  TableBlock,
} from '../layout/document.js';
import { textWidth } from '../layout/text-width.js';
import { CHARACTER, GRID_PITCH } from './measures.js';
import type { ListIds } from './numbering.js';
import { field, runsXml, textRun } from './runs.js';
import { contentsStyle, headingStyle, STYLE } from './styles.js';
import { tableXml } from './table.js';
import { escapeXml } from './xml.js';

/** Blocks that are written as ready XML; charts and pictures need parts of the package as well, and breaks belong to what follows. */
export type TextBlock = Exclude<Block, { kind: 'chart' | 'image' | 'pageBreak' }>;

/** Writes the XML of blocks and counts what must be unique in the package. */
export class BlockWriter {
  readonly #lists: ListIds;
  #bookmarks = 0;

  constructor(lists: ListIds) {
    this.#lists = lists;
  }

  write(block: TextBlock, orientation: Orientation): string {
    const { keepNext = false } = block;
    switch (block.kind) {
      case 'title':
        return this.#title(block);
      case 'annexLabel':
        return paragraph(STYLE.annexLabel, '', textRun(block.text));
      case 'heading':
        return this.#heading(block);
      case 'paragraph':
        return paragraph(STYLE.text, keep(keepNext), runsXml(block.runs));
      case 'numbered':
        return listItem(this.#lists.items(block), block.runs, keepNext);
      case 'bullet':
        return listItem(this.#lists.bullets, block.runs, keepNext);
      case 'table':
        return this.#table(block, orientation, keepNext);
      case 'annexList':
        return annexList(block);
      case 'signature':
        return signature(block);
      case 'contents':
        return contents(block);
      case 'gap':
        return paragraph(STYLE.gap, keep(keepNext), textRun(block.text));
    }
  }

  /** 表1　… or 图1　…, its number a sequence that Word can renumber, in a bookmark for mentions. */
  caption(caption: Caption, keepNext: boolean): string {
    const { kind, number, text, id } = caption;
    const sequence = field(` SEQ ${kind} \\* ARABIC `, textRun(`${number}`));
    const words = text === '' ? '' : textRun(`　${text}`);
    const own = keepNext ? '' : '<w:keepNext w:val="0"/>';
    return paragraph(STYLE.caption, own, this.#bookmark(id, textRun(kind) + sequence) + words);
  }

  #title({ lines, belowLabel, id }: Extract<Block, { kind: 'title' }>): string {
    // One line stays free between label and title, which so stands on the third line.
    const spacing = `<w:spacing w:before="${GRID_PITCH}" w:after="${GRID_PITCH}" w:line="${GRID_PITCH}" w:lineRule="exact"/>`;
    const text = textRun(lines.join('\n'));
    const content = id === undefined ? text : this.#bookmark(id, text);
    return paragraph(id === undefined ? STYLE.title : STYLE.annexTitle, belowLabel ? spacing : '', content);
  }

  #heading({ level, text, id, scope }: HeadingBlock): string {
    // The style brings the list of the text; the headings of an annex count in one of their own.
    const list = `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="${this.#lists.headings(scope)}"/></w:numPr>`;
    return paragraph(headingStyle(level), scope === 0 ? '' : list, this.#bookmark(id, textRun(text)));
  }

  #table(block: TableBlock, orientation: Orientation, keepNext: boolean): string {
    let xml = block.joined ? paragraph(STYLE.tableJoint, '<w:keepNext/>', '') : '';
    if (block.caption) xml += this.caption(block.caption, true);
    if (block.unitLine) xml += paragraph(STYLE.unitLine, '', textRun(block.unitLine));
    return xml + tableXml(block, orientation, keepNext);
  }

  #bookmark(name: string, content: string): string {
    this.#bookmarks += 1;
    const id = this.#bookmarks;
    return `<w:bookmarkStart w:id="${id}" w:name="${escapeXml(name)}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  }
}

export function paragraph(style: string, properties: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
}

const FIRST_PROPERTIES = /<w:pPr><w:pStyle w:val="[^"]*"\/>(?:<w:keepNext(?: w:val="0")?\/>)?/;

/**
 * Begins a page with the first paragraph: one that only breaks would take room on the new page.
 * A table has none of its own before it unless it has a caption or says its unit.
 */
export function onNewPage(xml: string): string {
  const broken = xml.startsWith('<w:tbl>') ? paragraph(STYLE.tableJoint, '<w:keepNext/>', '') + xml : xml;
  return broken.replace(FIRST_PROPERTIES, (properties) => `${properties}<w:pageBreakBefore/>`);
}

function keep(keepNext: boolean): string {
  return keepNext ? '<w:keepNext/>' : '';
}

function listItem(list: number, runs: readonly Inline[], keepNext: boolean): string {
  const numbering = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
  return paragraph(STYLE.listItem, keep(keepNext) + numbering, runsXml(runs));
}

/** 附件：1.××: names that wrap go on below their first character (GB/T 9704-2012, 7.3.4). */
function annexList({ entries }: AnnexListBlock): string {
  const label = '附件：';
  const indent = 2;
  return entries
    .map(({ number, title }, index) => {
      const prefix = number === undefined ? '' : `${number}.`;
      const hanging = label.length + textWidth(prefix);
      const lead = index === 0 ? label : '';
      const first = index === 0 ? hanging : hanging - label.length;
      const left = indent + hanging;
      const spacing = index === 0 ? `<w:spacing w:before="${GRID_PITCH}"/>` : '';
      const ind = `<w:ind w:left="${characters(left)}" w:hanging="${characters(first)}"/>`;
      return paragraph(STYLE.annexList, `<w:keepNext/>${spacing}${ind}`, textRun(`${lead}${prefix}${title}`));
    })
    .join('');
}

function signature({ lines, linesBefore }: SignatureBlock): string {
  return lines
    .map(({ text, right }, index) => {
      const next = index < lines.length - 1 ? '<w:keepNext/>' : '';
      const spacing = index === 0 ? `<w:spacing w:before="${linesBefore * GRID_PITCH}"/>` : '';
      const ind = `<w:ind w:right="${characters(right)}"/>`;
      return paragraph(STYLE.signature, `${next}${spacing}${ind}`, textRun(text));
    })
    .join('');
}

function characters(count: number): number {
  return Math.round(count * CHARACTER);
}

/** A table of contents as a field over headings, in the building block that Word offers to update. */
function contents({ entries }: ContentsBlock): string {
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const lines = entries.map(({ level, number, text, target, page }, index) => {
    const reference = field(` PAGEREF ${target} \\h `, textRun(`${page}`));
    const link = `<w:hyperlink w:anchor="${target}" w:history="1">${textRun(`${number}${text}\t`)}${reference}</w:hyperlink>`;
    // A paragraph after the last entry could fall on a page of its own.
    const last = index === entries.length - 1 ? end : '';
    return paragraph(contentsStyle(level), '', (index === 0 ? begin : '') + link + last);
  });
  if (entries.length === 0) lines.push(paragraph(contentsStyle(1), '', begin + end));
  return (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>' +
    `<w:sdtContent>${paragraph(STYLE.contentsTitle, '', textRun('目　　录'))}${lines.join('')}</w:sdtContent></w:sdt>`
  );
}
