import { chineseNumber, circledNumber } from '@jixiao/core';
import { type Element, elementAt, elementsOf, outermost, readMarkup } from './markup.js';

/** A line of text, or a table as rows of cells: what a reader of a document sees. */
export type Shown = string | readonly (readonly string[])[];

interface Level {
  readonly format: string;
  readonly text: string;
}

/** How many numbers of a list have been given out, by the list and the level. */
type Counts = Map<string, number[]>;

/** What Word shows of a document: numbers are counted as Word does it, from styles and lists of the package. */
export function wordText(parts: ReadonlyMap<string, string>): Shown[] {
  const part = (path: string) => readMarkup(parts.get(path) ?? '');
  const body = elementAt(part('word/document.xml'), 'w:document', 'w:body');
  if (!body) throw new Error('The package has no body');
  const notes = footnotes(part('word/footnotes.xml'));
  const numbers = new Numbers(part('word/numbering.xml'), part('word/styles.xml'));
  return outermost(body, ['w:p', 'w:tbl']).flatMap((block): Shown[] => {
    if (block.name === 'w:tbl') return [rowsOf(block)];
    const text = textOf(block, '');
    if (text === '') return [];
    return [numbers.next(block) + text, ...noteIds(block).map((id) => `${id}${notes.get(id) ?? ''}`)];
  });
}

/** Counts the numbers of lists, of which every list has a count of its own and every level starts below a higher one. */
class Numbers {
  readonly #levels = new Map<string, readonly Level[]>();
  readonly #styles = new Map<string, Element>();
  readonly #counts: Counts = new Map();

  constructor(numbering: Element, styles: Element) {
    const abstract = new Map<string, readonly Level[]>();
    const root = elementAt(numbering, 'w:numbering');
    for (const list of root ? elementsOf(root, 'w:abstractNum') : []) {
      const levels = elementsOf(list, 'w:lvl').map((level) => ({
        format: value(elementAt(level, 'w:numFmt')),
        text: value(elementAt(level, 'w:lvlText')),
      }));
      abstract.set(list.attributes.get('w:abstractNumId') ?? '', levels);
    }
    for (const list of root ? elementsOf(root, 'w:num') : []) {
      const levels = abstract.get(value(elementAt(list, 'w:abstractNumId'))) ?? [];
      this.#levels.set(list.attributes.get('w:numId') ?? '', levels);
    }
    for (const style of outermost(styles, ['w:style'])) {
      const properties = elementAt(style, 'w:pPr', 'w:numPr');
      if (properties) this.#styles.set(style.attributes.get('w:styleId') ?? '', properties);
    }
  }

  /** The number before a paragraph with its punctuation; nothing if it has none. */
  next(paragraph: Element): string {
    const own = elementAt(paragraph, 'w:pPr', 'w:numPr');
    const style = value(elementAt(paragraph, 'w:pPr', 'w:pStyle'));
    const properties = own ?? this.#styles.get(style);
    if (!properties) return '';
    const list = value(elementAt(properties, 'w:numId'));
    const at = Number(value(elementAt(properties, 'w:ilvl')));
    const level = this.#levels.get(list)?.[at];
    if (!level) throw new Error(`List ${list} has no level ${at}`);
    const counts = this.#counts.get(list) ?? [];
    counts.length = Math.min(counts.length, at + 1);
    counts[at] = (counts[at] ?? 0) + 1;
    this.#counts.set(list, counts);
    return level.text.replace(/%\d/, written(counts[at], level.format));
  }
}

function written(count: number, format: string): string {
  switch (format) {
    case 'bullet':
      return '';
    case 'decimal':
      return `${count}`;
    case 'chineseCountingThousand':
      return chineseNumber(count);
    case 'decimalEnclosedCircle':
      return count <= 20 ? circledNumber(count) : `${count}`;
    case 'upperLetter':
      return String.fromCharCode(64 + count);
    case 'lowerLetter':
      return String.fromCharCode(96 + count);
    default:
      throw new Error(`A number as ${format}`);
  }
}

/** Rows of cells; a cell that only continues the one above is none. */
function rowsOf(table: Element): string[][] {
  return elementsOf(table, 'w:tr').map((row) =>
    elementsOf(row, 'w:tc')
      .filter((cell) => {
        const merge = elementAt(cell, 'w:tcPr', 'w:vMerge');
        return !merge || value(merge) === 'restart';
      })
      .map((cell) =>
        elementsOf(cell, 'w:p')
          .map((line) => textOf(line, ''))
          .join('\n'),
      ),
  );
}

function textOf(element: Element, before: string): string {
  let text = before;
  for (const child of elementsOf(element)) {
    if (child.name === 'w:t') text += child.children.join('');
    else if (child.name === 'w:br') text += '\n';
    else if (child.name === 'w:tab') text += '\t';
    else if (child.name === 'w:footnoteReference') text += child.attributes.get('w:id') ?? '';
    else if (child.name !== 'w:pPr' && child.name !== 'w:drawing') text = textOf(child, text);
  }
  return text;
}

function noteIds(paragraph: Element): string[] {
  return outermost(paragraph, ['w:footnoteReference']).map(({ attributes }) => attributes.get('w:id') ?? '');
}

function footnotes(part: Element): ReadonlyMap<string, string> {
  const notes = outermost(part, ['w:footnote']);
  return new Map(notes.map((note) => [note.attributes.get('w:id') ?? '', textOf(note, '').trim()]));
}

function value(element: Element | undefined): string {
  return element?.attributes.get('w:val') ?? '';
}
