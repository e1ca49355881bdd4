import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part; text is of no interest here but for field instructions. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Something wrong in a package. */
export interface Problem {
  readonly rule: string;
  /** Path of the part in the package. */
  readonly part: string;
  readonly detail: string;
}

/** The parts of a package that are XML, parsed, and the names of all. */
export interface LintedPackage {
  readonly paths: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, Element>;
  readonly problems: readonly Problem[];
}

export function openPackage(bytes: Uint8Array): LintedPackage {
  const files = Object.entries(unzipSync(bytes));
  const parts = new Map<string, Element>();
  const problems: Problem[] = [];
  for (const [path, data] of files) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    try {
      parts.set(path, parse(strFromU8(data)));
    } catch (error) {
      problems.push({
        rule: 'not-well-formed',
        part: path,
        detail: error instanceof Error ? error.message : `${error}`,
      });
    }
  }
  return { paths: new Set(files.map(([path]) => path)), parts, problems };
}

/** All elements of a name, in document order. */
export function* descendants(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

function parse(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    const element = open[open.length - 1];
    if (element) element.text += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}
