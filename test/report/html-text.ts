import type { HtmlPages } from '@jixiao/report';
import { type Element, elementsOf, outermost, readMarkup } from './markup.js';
import type { Shown } from './word-text.js';

const BLOCKS = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption', 'table'];

/** What a reader sees of the preview. */
export function htmlText({ blocks }: HtmlPages): Shown[] {
  return blocks.flatMap(({ html }) => shownIn(readMarkup(html)));
}

function shownIn(element: Element): Shown[] {
  const [annexes] = outermost(element, ['ul']);
  if (annexes) return annexLines(elementsOf(annexes, 'li').map(textOf));
  return outermost(element, BLOCKS).flatMap((block): Shown[] => {
    if (block.name === 'table') return [rowsOf(block)];
    const text = textOf(block);
    return text === '' ? [] : [text];
  });
}

/** The word before the list stands on its first line. */
function annexLines([first = '', ...rest]: readonly string[]): string[] {
  return [`附件：${first}`, ...rest];
}

function rowsOf(table: Element): string[][] {
  return outermost(table, ['tr']).map((row) => outermost(row, ['td', 'th']).map(textOf));
}

function textOf({ children }: Element): string {
  let text = '';
  for (const child of children) {
    if (typeof child === 'string') text += child;
    else if (child.name === 'br') text += '\n';
    // The dots between a heading and its page, which are a tab in Word.
    else if (child.attributes.get('class') === 'jx-dots') text += '\t';
    else text += textOf(child);
  }
  return text;
}
