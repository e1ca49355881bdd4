import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fencedBlocks } from './markdown.js';

/*
 * A page explains one kind of finding: `docs/findings/<area>/<name>.md`. Its examples are run: the
 * block without `file=` is the file in question, the others of the same heading lie beside it.
 */

const FOLDER = new URL('../../docs/findings/', import.meta.url);

export interface FindingPage {
  readonly code: string;
  readonly heading: string;
  /** What stands between the heading and the first example, by paragraphs. */
  readonly paragraphs: readonly string[];
  /** The items “名称 Name：内容” below them. */
  readonly items: ReadonlyMap<string, string>;
  /** Files by name; the one in question, `main.perf`, comes first. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly right: Readonly<Record<string, string>>;
  /** The steps of the last section. */
  readonly steps: readonly string[];
}

/** Codes of all pages, by their paths. */
export function pageCodes(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && path !== 'README.md')
    .map((path) => path.slice(0, -'.md'.length))
    .sort();
}

export function hasPage(code: string): boolean {
  return existsSync(new URL(`${code}.md`, FOLDER));
}

/** @throws Error if there is no such page or one of its sections is missing */
export function readPage(code: string): FindingPage {
  const [top = '', ...sections] = readFileSync(new URL(`${code}.md`, FOLDER), 'utf8').split(/^## /m);
  const section = (title: string): string => {
    const found = sections.filter((text) => text.startsWith(`${title}\n`));
    if (found.length !== 1) throw new Error(`The page of ${code} has ${found.length} sections “${title}”`);
    return found[0]?.slice(title.length) ?? '';
  };
  const [heading = '', ...paragraphs] = top.trim().split(/\n\s*\n/);
  const items = paragraphs.pop()?.split('\n') ?? [];
  return {
    code,
    heading,
    paragraphs,
    items: new Map(items.map((item) => /^- (\S+) \w[\w ]*：(.+)$/.exec(item)?.slice(1) as [string, string])),
    wrong: filesIn(section('错误示例 · Wrong')),
    right: filesIn(section('正确示例 · Right')),
    steps: section('怎样改 · How to fix').trim().split('\n'),
  };
}

export const MAIN_FILE = 'main.perf';

function filesIn(section: string): Record<string, string> {
  const blocks = fencedBlocks(section);
  const main = blocks.filter(({ options }) => !options.has('file'));
  if (main.length !== 1) throw new Error(`An example has ${main.length} main files`);
  const files: Record<string, string> = { [MAIN_FILE]: main[0]?.text ?? '' };
  for (const { options, text } of blocks) {
    const name = options.get('file');
    if (name !== undefined) files[name] = text;
  }
  return files;
}

/** The table of all codes in docs/findings/README.md. */
export function indexText(): string {
  return readFileSync(new URL('README.md', FOLDER), 'utf8');
}
