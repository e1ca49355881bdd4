import type { FigureNode } from '@jixiao/server/protocol';

/** The words of the page, in the language of the editor. */
export interface PageWords {
  readonly title: string;
  readonly name: string;
  readonly value: string;
  readonly origin: string;
  readonly states: Readonly<Record<NonNullable<FigureNode['state']>, string>>;
  readonly written: string;
}

/** Kinds that hold no figures: what stands in them is shown elsewhere. */
const WITHOUT_FIGURES: ReadonlySet<FigureNode['kind']> = new Set(['report', 'section', 'annex']);

/** All figures of a file with their values, as Markdown: one table a declaration. */
export function figuresPage(nodes: readonly FigureNode[], words: PageWords): string {
  const tables = nodes
    .filter(({ kind }) => !WITHOUT_FIGURES.has(kind))
    .flatMap((node) => (node.kind === 'unit' ? node.children : [node]))
    .map((node) => declaration(node, words));
  return [`# ${escaped(words.title)}`, ...tables].join('\n\n');
}

function declaration(node: FigureNode, words: PageWords): string {
  const head = `| ${words.name} | ${words.value} | ${words.origin} |\n| :--- | ---: | :--- |`;
  return [`## ${escaped(node.label)}`, `${head}\n${rows(node, 0, words).join('\n')}`].join('\n\n');
}

function rows(node: FigureNode, depth: number, words: PageWords): string[] {
  const { label, value, state } = node;
  const indent = '&emsp;'.repeat(depth);
  const origin = state ? words.states[state] : value === undefined ? '' : words.written;
  const row = `| ${indent}${escaped(label)} | ${escaped(value ?? (state ? '—' : ''))} | ${origin} |`;
  return [row, ...node.children.flatMap((child) => rows(child, depth + 1, words))];
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replaceAll('\n', ' ');
}
