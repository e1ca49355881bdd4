import { descendants, type Element, type LintedPackage, type Problem } from './package.js';

/** Elements that name a style. */
const STYLE_USERS = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'];

/** Fields whose first word is the bookmark they show. */
const BOOKMARK_FIELD = /^\s*(?:REF|PAGEREF)\s+("?)([^\s"\\]+)\1/;

/** Styles, lists, footnotes and bookmarks that the text refers to must be defined. */
export function referenceProblems(linted: LintedPackage): Problem[] {
  const { parts } = linted;
  const styles = valuesOf(parts.get('word/styles.xml'), 'w:style', 'w:styleId');
  const numbering = parts.get('word/numbering.xml');
  const lists = new Set([...valuesOf(numbering, 'w:num', 'w:numId'), '0']);
  const definitions = valuesOf(numbering, 'w:abstractNum', 'w:abstractNumId');
  const notes = valuesOf(parts.get('word/footnotes.xml'), 'w:footnote', 'w:id');
  const problems: Problem[] = [];
  for (const [part, root] of parts) {
    if (!part.startsWith('word/') || part.endsWith('.rels')) continue;
    const missing = (rule: string, name: string, known: ReadonlySet<string>, attribute = 'w:val'): void => {
      for (const { attributes } of descendants(root, name)) {
        const value = attributes[attribute];
        if (value !== undefined && !known.has(value)) problems.push({ rule, part, detail: `${name} ${value}` });
      }
    };
    for (const user of STYLE_USERS) missing('style-undefined', user, styles);
    missing('footnote-undefined', 'w:footnoteReference', notes, 'w:id');
    if (part !== 'word/numbering.xml') missing('list-undefined', 'w:numId', lists);
    else missing('list-definition-missing', 'w:abstractNumId', definitions);
    problems.push(...bookmarkProblems(part, root));
  }
  return problems;
}

function bookmarkProblems(part: string, root: Element): Problem[] {
  const problems: Problem[] = [];
  const starts = [...descendants(root, 'w:bookmarkStart')];
  const ends = new Set([...descendants(root, 'w:bookmarkEnd')].map(({ attributes }) => attributes['w:id']));
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const { attributes } of starts) {
    const { 'w:id': id = '', 'w:name': name = '' } = attributes;
    if (ids.has(id) || names.has(name)) problems.push({ rule: 'bookmark-repeated', part, detail: `${id} ${name}` });
    if (!ends.has(id)) problems.push({ rule: 'bookmark-unclosed', part, detail: name });
    ids.add(id);
    names.add(name);
  }
  for (const { text } of descendants(root, 'w:instrText')) {
    const target = BOOKMARK_FIELD.exec(text)?.[2];
    if (target !== undefined && !names.has(target)) problems.push({ rule: 'bookmark-undefined', part, detail: target });
  }
  for (const { attributes } of descendants(root, 'w:hyperlink')) {
    const target = attributes['w:anchor'];
    if (target !== undefined && !names.has(target)) problems.push({ rule: 'bookmark-undefined', part, detail: target });
  }
  return problems;
}

function valuesOf(root: Element | undefined, name: string, attribute: string): Set<string> {
  if (!root) return new Set();
  return new Set([...descendants(root, name)].map(({ attributes }) => attributes[attribute] ?? ''));
}
