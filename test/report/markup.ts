/** An element of XML or of the HTML that the painter writes, which is XML but for its void elements. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

/** An element that is still open. */
interface Growing extends Element {
  readonly children: (Element | string)[];
}

const VOID = new Set(['br', 'col', 'img']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
const TOKEN = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|<[?!][^>]*>|([^<]+)/gy;

/** Reads markup into a tree; throws where it is not well-formed, so that a test fails rather than skips. */
export function readMarkup(markup: string): Element {
  const root: Growing = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < markup.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(markup);
    if (!match) throw new SyntaxError(`Not markup: ${markup.slice(at, at + 80)}`);
    const [, close, name, attributes = '', empty, text] = match;
    const parent = open[open.length - 1] ?? root;
    if (text !== undefined) parent.children.push(unescaped(text));
    else if (close) {
      if (parent.name !== name) throw new SyntaxError(`</${name}> closes <${parent.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element: Growing = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (!empty && !VOID.has(name)) open.push(element);
    }
  }
  if (open.length > 1) throw new SyntaxError(`<${open[open.length - 1]?.name}> is not closed`);
  return root;
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  return new Map(
    [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

function unescaped(text: string): string {
  return text.replace(/&([#\w]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** The elements directly below, of one name if it is given. */
export function elementsOf({ children }: Element, name?: string): Element[] {
  return children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element at the end of a path of names; undefined if there is none. */
export function elementAt(from: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((element, name) => element && elementsOf(element, name)[0], from);
}

/** Every element below with one of these names that lies in none of them, in order. */
export function outermost(from: Element, names: readonly string[]): Element[] {
  return elementsOf(from).flatMap((child) => (names.includes(child.name) ? [child] : outermost(child, names)));
}
