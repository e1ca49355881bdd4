import type { Language, Span } from '@jixiao/core';
import { URI, UriUtils } from 'langium';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import { nodesAroundProse } from '../syntax-nodes.js';
import { lspRange } from './ranges.js';

const OPEN_FILE = { zh: '打开引入的文件', en: 'Open the imported file' };
const OPEN_IMAGE = { zh: '打开图片', en: 'Open the image' };

/** The imported files and the images that a file names. */
export function documentLinks(analysis: Analysis, file: string, language: Language): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { node, piece, target } of analysis.sources.importsOf(file)) {
    if (target.kind !== 'file') continue;
    links.push(link(spanOf(node.path, piece.anchor), target.file, OPEN_FILE[language]));
  }
  for (const piece of analysis.sources.files.get(file)?.pieces ?? []) {
    for (const { path } of imagesIn(piece)) {
      links.push(link(spanOf(path, piece.anchor), besides(file, path.value), OPEN_IMAGE[language]));
    }
  }
  return links;
}

type NamedImage = ast.ImageItem & { readonly path: ast.Text };

const IMAGES = new WeakMap<ParsedPiece, readonly NamedImage[]>();

/** The images of a piece; only reports have some. */
function imagesIn(piece: ParsedPiece): readonly NamedImage[] {
  let images = IMAGES.get(piece);
  if (!images) {
    const nodes = piece.declarations.filter(ast.isReportDeclaration).flatMap(nodesAroundProse);
    images = nodes.filter((node): node is NamedImage => ast.isImageItem(node) && Boolean(node.path?.value));
    IMAGES.set(piece, images);
  }
  return images;
}

/** The link without the quotes around the path. */
function link(span: Span, target: string, tooltip: string): DocumentLink {
  const { start, end } = lspRange(span);
  const inner = { start: { ...start, character: start.character + 1 }, end: { ...end, character: end.character - 1 } };
  const empty = inner.end.character < inner.start.character;
  return { range: empty ? { start, end } : inner, target, tooltip };
}

/** A path as it is written, seen from the file that writes it. */
function besides(file: string, path: string): string {
  const base = URI.parse(file);
  return UriUtils.resolvePath(UriUtils.dirname(base), path.replaceAll('\\', '/')).toString();
}
