import { type Document, Packer } from 'docx';
import { unzipSync } from 'fflate';
import { finishChart } from './chart.js';
import { insertReadyXml } from './ready-xml.js';
import { escapeXml } from './xml.js';
import { type Parts, zip } from './zip.js';

export interface Finish {
  /** XML for the places held by ReadyXml, by their number. */
  readonly ready: readonly string[];
  readonly styles: string;
  readonly fontTable: string;
  /** Name of the program, for the properties of the package. */
  readonly application: string;
  /** Day of the document as 2025-06-05; without one the package says nothing of when it was made. */
  readonly date: string | undefined;
}

/** What the packer asks for the files before it compresses them; its types keep it to itself. */
interface Compiling {
  readonly compiler: { compile(document: Document): Map<string, string | Uint8Array | ArrayBuffer> };
}

/**
 * The files of a package as the library writes them, in their order. They are not compressed yet:
 * they still change, and to inflate them again took as long as all the rest.
 */
export function packageParts(document: Document): Parts {
  const files = (Packer as unknown as Compiling).compiler.compile(document);
  return new Map([...files].map(([path, data]) => [path, data instanceof ArrayBuffer ? new Uint8Array(data) : data]));
}

/**
 * The last pass over a package: puts the ready XML in place and removes all traces of the process
 * that packed it, such as times and random identifiers.
 */
export function finishPackage(parts: Parts, finish: Finish): Uint8Array {
  edit(parts, 'docProps/core.xml', (xml) => setDates(xml, finish.date));
  edit(parts, 'word/numbering.xml', (xml) => xml.replaceAll('"hybridMultilevel"', '"multilevel"'));
  edit(parts, 'docProps/app.xml', (xml) => nameApplication(xml, finish.application));
  parts.set('word/styles.xml', finish.styles);
  parts.set('word/fontTable.xml', finish.fontTable);
  for (const path of parts.keys())
    if (/^word\/footer\d+\.xml$/.test(path)) edit(parts, path, (xml) => insertReadyXml(xml, finish.ready));
  for (const path of parts.keys()) if (/^word\/charts\/chart\d+\.xml$/.test(path)) edit(parts, path, finishChart);
  renameRelationships(parts);
  numberDrawings(parts);
  // Last, for it makes the part long; the pieces refer to no relationship and hold no drawing.
  edit(parts, 'word/document.xml', (xml) => insertReadyXml(xml, finish.ready));
  for (const [path, data] of parts) if (path.endsWith('.xlsx')) parts.set(path, repacked(data as Uint8Array));
  return zip(inOrder(parts));
}

/** Where programs look that tell from its beginning what a file is. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];

function inOrder(parts: Parts): Parts {
  const first = FIRST.flatMap((path) => {
    const data = parts.get(path);
    return data === undefined ? [] : [[path, data] as const];
  });
  return new Map([...first, ...parts]);
}

/** The workbook of a chart, packed at no particular time. */
function repacked(workbook: Uint8Array): Uint8Array {
  return zip(new Map(Object.entries(unzipSync(workbook))));
}

function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const xml = parts.get(path);
  if (typeof xml === 'string') parts.set(path, change(xml));
}

function setDates(xml: string, date: string | undefined): string {
  const without = xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  if (date === undefined) return without;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return without.replace('</cp:coreProperties>', `${stamp('created')}${stamp('modified')}</cp:coreProperties>`);
}

function nameApplication(xml: string, application: string): string {
  return xml.replace(
    /(<Properties\b[^>]*?)\/>/,
    `$1><Application>${escapeXml(application)}</Application></Properties>`,
  );
}

const RELATIONSHIPS = /^(?<folder>.*)_rels\/(?<name>[^/]+)\.rels$/;

/** Relationships are named by their order, in their list and in the part that refers to them. */
function renameRelationships(parts: Parts): void {
  for (const [path] of parts) {
    const groups = RELATIONSHIPS.exec(path)?.groups;
    if (!groups) continue;
    const names = new Map<string, string>();
    edit(parts, path, (xml) =>
      xml.replace(/(<Relationship\b[^>]*?\bId=")([^"]+)(")/g, (_, before: string, id: string, after: string) => {
        const name = `rId${names.size + 1}`;
        names.set(id, name);
        return before + name + after;
      }),
    );
    edit(parts, `${groups.folder}${groups.name}`, (xml) =>
      xml.replace(/(\br:(?:id|embed|link|pict)=")([^"]+)(")/g, (whole, before: string, id: string, after: string) => {
        const name = names.get(id);
        return name === undefined ? whole : before + name + after;
      }),
    );
  }
}

/** Drawings carry a number, and watermarks a name, that must be unique in the package. */
function numberDrawings(parts: Parts): void {
  let count = 0;
  for (const path of [...parts.keys()].sort()) {
    if (!/^word\/(document|header\d*|footer\d*|footnotes)\.xml$/.test(path)) continue;
    edit(parts, path, (xml) =>
      xml.replace(
        /(<wp:docPr\b[^>]*?\bid="|<v:shape\b[^>]*?\bid="PowerPlusWaterMarkObject)[^"]*(")/g,
        (_, before: string, after: string) => {
          count += 1;
          return `${before}${count}${after}`;
        },
      ),
    );
  }
}
