import type { Block, Caption, TableBlock } from '../layout/document.js';
import { gapText } from '../layout/mentions.js';
import { chartSvg } from './chart.js';
import { escapeHtml } from './escape.js';
import type { Places } from './places.js';
import { footnotesHtml, lines, runsHtml } from './runs.js';
import { tableHtml } from './table.js';

/** What the painter asks its caller: only it knows where pictures can be read. */
export interface HtmlOptions {
  /** The address of a picture by the path under which the report names it; undefined if there is none. */
  readonly imageUrl?: (path: string) => string | undefined;
}

/** Millimetres to the pixels of a page. */
const PIXELS_PER_MM = 96 / 25.4;

/** The HTML of one block, without the sheet around it. */
export function blockHtml(block: Block, places: Places, options: HtmlOptions): string {
  switch (block.kind) {
    case 'title': {
      return `<h1 class="jx-title${block.belowLabel ? ' jx-below' : ''}"${block.id === undefined ? '' : idOf(block.key)}${at(block, places)}>${lines(block.lines.join('\n'))}</h1>`;
    }
    case 'annexLabel':
      return `<p class="jx-label"${at(block, places)}>${escapeHtml(block.text)}</p>`;
    case 'heading': {
      const tag = `h${Math.min(block.level + 1, 6)}`;
      const content = escapeHtml(block.number) + lines(block.text);
      return `<${tag} class="jx-heading jx-heading${block.level}"${idOf(block.key)}${at(block, places)}>${content}</${tag}>`;
    }
    case 'paragraph':
      return `<p class="jx-text"${at(block, places)}>${runsHtml(block.runs, places)}</p>${footnotesHtml(block.runs, places)}`;
    case 'numbered':
    case 'bullet': {
      const mark = block.kind === 'numbered' ? escapeHtml(block.number) : '•';
      const content = `${mark}${runsHtml(block.runs, places)}`;
      return `<p class="jx-text"${at(block, places)}>${content}</p>${footnotesHtml(block.runs, places)}`;
    }
    case 'table':
      return tableBlockHtml(block, places);
    case 'chart':
      return `<figure${at(block, places)}>${chartSvg(block)}${captionHtml(block.caption, 'figcaption')}</figure>`;
    case 'image':
      return imageHtml(block, places, options);
    case 'pageBreak':
      return `<div class="jx-break"${at(block, places)}></div>`;
    case 'annexList':
      return annexListHtml(block, places);
    case 'signature': {
      const rows = block.lines.map(({ text, right }) => `<p class="${rightClass(right)}">${escapeHtml(text)}</p>`);
      return `<div class="jx-signature${block.linesBefore > 1 ? ' jx-sealed' : ''}"${at(block, places)}>${rows.join('')}</div>`;
    }
    case 'contents': {
      const rows = block.entries.map(
        ({ level, number, text, block: key, page }) =>
          `<p class="jx-toc${level}"><a href="#${escapeHtml(key)}">${escapeHtml(number + text)}</a><span class="jx-dots"></span>${page}</p>`,
      );
      return `<nav class="jx-contents"><p class="jx-contents-title">目　　录</p>${rows.join('')}</nav>`;
    }
    case 'gap':
      return `<p class="jx-text jx-gap"${at(block, places)}>${escapeHtml(block.text)}</p>`;
  }
}

/** A heading is found by its key: unlike bookmarks, which are counted, it survives headings above. */
function idOf(key: string): string {
  return ` id="${escapeHtml(key)}"`;
}

/** Steps of half a character in which the style sheet knows distances from the right edge. */
export function rightClass(characters: number): string {
  return `jx-right${Math.round(2 * characters)}`;
}

function at(block: Block, places: Places): string {
  return places.attribute(block.span);
}

function tableBlockHtml(block: TableBlock, places: Places): string {
  const unit = block.unitLine === undefined ? '' : `<p class="jx-unit">${escapeHtml(block.unitLine)}</p>`;
  const joined = block.joined ? ' class="jx-joined"' : '';
  return `<div${joined}${at(block, places)}>${captionHtml(block.caption, 'p')}${unit}${tableHtml(block, places)}</div>`;
}

function captionHtml(caption: Caption | undefined, tag: 'p' | 'figcaption'): string {
  if (!caption) return '';
  const words = caption.text === '' ? '' : `　${escapeHtml(caption.text)}`;
  return `<${tag} class="jx-caption" id="${caption.id}">${caption.kind}${caption.number}${words}</${tag}>`;
}

function imageHtml(block: Extract<Block, { kind: 'image' }>, places: Places, options: HtmlOptions): string {
  const url = options.imageUrl?.(block.path);
  if (url === undefined) return `<p class="jx-text jx-gap"${at(block, places)}>${escapeHtml(gapText(block.path))}</p>`;
  const printed = block.size?.width ?? block.width;
  const width = printed === undefined ? '' : ` width="${Math.round(printed * PIXELS_PER_MM)}"`;
  const image = `<img src="${escapeHtml(url)}" alt="${escapeHtml(block.caption?.text ?? '')}"${width}>`;
  return `<figure${at(block, places)}>${image}${captionHtml(block.caption, 'figcaption')}</figure>`;
}

function annexListHtml(block: Extract<Block, { kind: 'annexList' }>, places: Places): string {
  const rows = block.entries.map(({ number, title, span }) => {
    const text = `${number === undefined ? '' : `${number}.`}${title}`;
    return `<li${places.attribute(span)}>${escapeHtml(text)}</li>`;
  });
  return `<div class="jx-annexes"><span>附件：</span><ul>${rows.join('')}</ul></div>`;
}
