import { FileChild, type IContext, type IXmlableObject } from 'docx';
import type { BlockWriter } from './paragraphs.js';

const ELEMENT = 'jixiao-ready';

/** Stands in the body for XML that is put in its place after packing, which keeps long documents fast. */
export class ReadyXml extends FileChild {
  readonly #index: number;

  constructor(index: number) {
    super(ELEMENT);
    this.#index = index;
  }

  override prepForXml(_context: IContext): IXmlableObject {
    return { [ELEMENT]: { _attr: { n: this.#index } } };
  }
}

/** Keeps a place for XML that is written later, when the lists of the package are known. */
export type AddPiece = (piece: (writer: BlockWriter) => string) => FileChild;

const PLACEHOLDER = new RegExp(`<${ELEMENT} n="(\\d+)"/>`, 'g');

/** A place for ready XML, followed by the paragraph that only carries the properties of a section. */
const SECTION_END = new RegExp(
  `<${ELEMENT} n="(\\d+)"/><w:p><w:pPr><w:pStyle w:val="SectionEnd"/>(<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>)</w:pPr></w:p>`,
  'gs',
);

/**
 * Puts the pieces into the body. The properties of a section move into its last paragraph: a
 * paragraph of their own could fall on an empty page.
 */
export function insertReadyXml(body: string, pieces: readonly string[]): string {
  const piece = (index: string): string => {
    const xml = pieces[Number(index)];
    if (xml === undefined) throw new RangeError(`No piece ${index}`);
    return xml;
  };
  return body
    .replace(SECTION_END, (_, index: string, properties: string) => endSection(piece(index), properties))
    .replace(PLACEHOLDER, (_, index: string) => piece(index));
}

function endSection(xml: string, properties: string): string {
  const start = xml.lastIndexOf('<w:p><w:pPr>');
  const end = xml.indexOf('</w:pPr>', start);
  // The contents are paragraphs in a content control.
  if (start < 0 || end < 0 || !/<\/w:p>(?:<\/w:sdtContent><\/w:sdt>)?$/.test(xml)) {
    return `${xml}<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>${properties}</w:pPr></w:p>`;
  }
  return xml.slice(0, end) + properties + xml.slice(end);
}
