import {
  Document,
  DocumentGridType,
  type FileChild,
  type ISectionOptions,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { allowedText } from '../layout/allowed-text.js';
import type { Block, DocumentTree, Orientation, PageSection } from '../layout/document.js';
import { gapText } from '../layout/mentions.js';
import { paper } from '../layout/paper.js';
import { chartParagraph } from './chart.js';
import { finishPackage, packageParts } from './finish.js';
import { fontTableXml } from './fonts.js';
import { type ImageSource, imageParagraph } from './image.js';
import { GRID_PITCH, twips } from './measures.js';
import { createLists, HEADING_LIST_PLACEHOLDER, type ListIds, numberingOptions } from './numbering.js';
import { draftMark, pageNumbers, sheetMargins } from './page-numbers.js';
import { BlockWriter, onNewPage, paragraph, type TextBlock } from './paragraphs.js';
import { type AddPiece, ReadyXml } from './ready-xml.js';
import { STYLE, stylesXml } from './styles.js';

export interface DocxOptions {
  /** Pictures by the path under which the report names them. */
  readonly images?: ReadonlyMap<string, ImageSource>;
  /** Marks every page with 草稿. */
  readonly draft?: boolean;
  /** A face for Latin letters and digits, such as Times New Roman; by default they are set in the CJK face. */
  readonly latinFont?: string;
  /** Name and version of the program, for the document's properties. */
  readonly generator?: string;
}

/**
 * Paints a document tree as a Word document. The same tree gives the same bytes, in any process
 * and time zone.
 */
export async function writeDocx(tree: DocumentTree, options: DocxOptions = {}): Promise<Uint8Array> {
  const pieces: Piece[] = [];
  const addPiece: AddPiece = (piece) => {
    pieces.push(piece);
    return new ReadyXml(pieces.length - 1);
  };
  const sections = tree.sections.map((section, index) => sectionOptions(section, tree, index, addPiece, options));
  const document = new Document({
    sections,
    numbering: numberingOptions,
    footnotes: footnotes(tree),
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 420,
    compatibility: { version: 15 },
    ...properties(tree, options),
  });
  const lists = createLists(document, tree);
  return finishPackage(packageParts(document), {
    ready: writePieces(pieces, lists),
    styles: stylesXml(options.latinFont).replaceAll(HEADING_LIST_PLACEHOLDER, `${lists.headings(0)}`),
    fontTable: fontTableXml(options.latinFont),
    application: options.generator ?? 'Jixiao',
    date: tree.properties.date,
  });
}

/** A stretch of blocks that becomes ready XML. */
type Piece = Parameters<AddPiece>[0];

function writePieces(pieces: readonly Piece[], lists: ListIds): string[] {
  const writer = new BlockWriter(lists);
  return pieces.map((piece) => piece(writer));
}

function sectionOptions(
  section: PageSection,
  tree: DocumentTree,
  index: number,
  addPiece: AddPiece,
  options: DocxOptions,
): ISectionOptions {
  const { orientation } = section;
  const last = index === tree.sections.length - 1;
  const children = blockChildren(section, addPiece, options);
  // Carries the properties of the section until they move into the paragraph before it.
  if (!last) children.push(new Paragraph({ style: STYLE.sectionEnd }));
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: twips(paper.width),
          height: twips(paper.height),
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: sheetMargins(orientation),
      },
      grid: { type: DocumentGridType.LINES, linePitch: GRID_PITCH },
    },
    // A section has the headers and footers of the one before unless it brings its own.
    ...(orientation !== tree.sections[index - 1]?.orientation && { footers: pageNumbers(orientation, addPiece) }),
    ...(options.draft && index === 0 && { headers: draftMark() }),
    children,
  };
}

function blockChildren(section: PageSection, addPiece: AddPiece, options: DocxOptions): FileChild[] {
  const { blocks, orientation } = section;
  const children: FileChild[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'pageBreak') return;
    const breaks = blocks[index - 1]?.kind === 'pageBreak';
    const drawing = drawingOf(block, orientation, breaks, options);
    if (drawing) {
      children.push(drawing);
      if ('caption' in block && block.caption) {
        const { caption } = block;
        children.push(addPiece((writer) => writer.caption(caption, block.keepNext === true)));
      }
      return;
    }
    const text = textOf(block);
    children.push(
      addPiece((writer) => {
        const xml = writer.write(text, orientation);
        return (breaks ? onNewPage(xml) : xml) + separator(text, blocks[index + 1]);
      }),
    );
  });
  return children;
}

function drawingOf(
  block: Block,
  orientation: Orientation,
  breaks: boolean,
  options: DocxOptions,
): Paragraph | undefined {
  if (block.kind === 'chart') return chartParagraph(block, orientation, breaks);
  if (block.kind !== 'image') return undefined;
  const source = options.images?.get(block.path);
  return source && imageParagraph(block, source, orientation, breaks);
}

/** What stands for a block without a drawing: a picture that is not at hand leaves a gap. */
function textOf(block: Exclude<Block, { kind: 'pageBreak' }>): TextBlock {
  if (block.kind === 'image')
    return { kind: 'gap', key: block.key, text: gapText(block.path), ...(block.span && { span: block.span }) };
  if (block.kind === 'chart') throw new TypeError('A chart always has a drawing');
  return block;
}

/** A paragraph must part a table from the next, and end every page section and document. */
function separator(block: TextBlock, next: Block | undefined): string {
  if (block.kind !== 'table') return '';
  if (next === undefined) return paragraph(STYLE.sectionEnd, '', '');
  if (next.kind === 'table' && next.joined) return '';
  return paragraph(STYLE.tableEnd, block.keepNext ? '<w:keepNext/>' : '', '');
}

function footnotes(tree: DocumentTree) {
  const notes: Record<string, { children: Paragraph[] }> = {};
  for (const { blocks } of tree.sections) {
    for (const block of blocks) {
      if (!('runs' in block)) continue;
      for (const run of block.runs) {
        if (run.kind !== 'footnote') continue;
        notes[run.number] = {
          children: [new Paragraph({ style: STYLE.footnoteText, children: [new TextRun(allowedText(run.text))] })],
        };
      }
    }
  }
  return notes;
}

function properties(tree: DocumentTree, options: DocxOptions) {
  const { title, unit, year } = tree.properties;
  const custom = [
    ...(unit === undefined ? [] : [{ name: '单位', value: allowedText(unit) }]),
    ...(year === undefined ? [] : [{ name: '年度', value: `${year}` }]),
    ...(options.generator === undefined ? [] : [{ name: '生成程序', value: options.generator }]),
  ];
  return {
    title: allowedText(title),
    creator: allowedText(unit ?? ''),
    lastModifiedBy: allowedText(unit ?? ''),
    description: options.generator ?? '',
    ...(year !== undefined && { subject: `${year}年度` }),
    customProperties: custom,
  };
}
