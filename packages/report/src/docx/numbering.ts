import { AlignmentType, type Document, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { DocumentTree, NumberedBlock } from '../layout/document.js';
import { headingStyle } from './styles.js';

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

/** What Word writes for the numbers of each level; the texts are those of `layout/numbering.ts`. */
const LEVELS: readonly (readonly [format: Format, prefix: string, suffix: string])[] = [
  [LevelFormat.CHINESE_COUNTING_THOUSAND, '', '、'],
  [LevelFormat.CHINESE_COUNTING_THOUSAND, '（', '）'],
  [LevelFormat.DECIMAL, '', '.'],
  [LevelFormat.DECIMAL, '（', '）'],
  [LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '', ''],
  [LevelFormat.UPPER_LETTER, '', '.'],
  [LevelFormat.UPPER_LETTER, '（', '）'],
  [LevelFormat.LOWER_LETTER, '', '.'],
  [LevelFormat.LOWER_LETTER, '（', '）'],
];

export const HEADING_LEVELS = LEVELS.length;

/** Two characters, in the first line only. */
const INDENTED = { paragraph: { indent: { left: 0, firstLineChars: 200, firstLine: 640 } } };

const HEADINGS = 'headings';
const BULLETS = 'bullets';
const BULLET = '•';

/** One definition for headings, bound to their styles, and one for the items of each level. */
export const numberingOptions: INumberingOptions = {
  config: [
    {
      reference: HEADINGS,
      levels: LEVELS.map(([format, prefix, suffix], index) => ({
        ...level(index, format, `${prefix}%${index + 1}${suffix}`),
        style: { ...INDENTED, style: headingStyle(index + 1) },
      })),
    },
    ...LEVELS.map(([format, prefix, suffix], index) => ({
      reference: items(index + 1),
      levels: [{ ...level(0, format, `${prefix}%1${suffix}`), style: INDENTED }],
    })),
    { reference: BULLETS, levels: [{ ...level(0, LevelFormat.BULLET, BULLET), style: INDENTED }] },
  ],
};

/** Gives the ids of the lists in the package; a list that counts from 1 again is one of its own. */
export interface ListIds {
  headings(scope: number): number;
  items(item: NumberedBlock): number;
  readonly bullets: number;
}

/** Creates every list of the tree in the package. */
export function createLists(document: Document, tree: DocumentTree): ListIds {
  const create = (reference: string, instance: number): void => {
    document.Numbering.createConcreteNumberingInstance(reference, instance);
  };
  create(HEADINGS, 0);
  create(BULLETS, 0);
  const lists = new Map<NumberedBlock, number>();
  let list = 0;
  for (const { blocks } of tree.sections) {
    for (const block of blocks) {
      if (block.kind === 'heading') create(HEADINGS, block.scope);
      else if (block.kind === 'numbered') {
        if (block.beginsList) list += 1;
        lists.set(block, list);
        create(items(block.level), list);
      }
    }
  }
  const ids = new Map(
    document.Numbering.ConcreteNumbering.map(({ reference, instance, numId }) => [`${reference} ${instance}`, numId]),
  );
  const id = (reference: string, instance: number): number => {
    const found = ids.get(`${reference} ${instance}`);
    if (found === undefined) throw new RangeError(`No list ${reference} ${instance}`);
    return found;
  };
  return {
    headings: (scope) => id(HEADINGS, scope),
    items: (item) => id(items(item.level), lists.get(item) ?? 0),
    bullets: id(BULLETS, 0),
  };
}

/** Stands for the id of the headings' list in the style sheet until the package is written. */
export const HEADING_LIST_PLACEHOLDER = `{${HEADINGS}-0}`;

function items(level: number): string {
  return `items${level}`;
}

function level(index: number, format: Format, text: string) {
  return { level: index, format, text, alignment: AlignmentType.LEFT, suffix: LevelSuffix.NOTHING };
}
