import { PreviewRenderer, type Rendered } from '../../packages/server/src/preview/renderer.js';
import type { PreviewMark, PreviewUpdate } from '../../packages/server/src/protocol.js';
import { DEFAULT_SETTINGS } from '../../packages/server/src/settings.js';
import type { FileSystem } from '../../packages/server/src/workspace/file-system.js';
import { Workspace } from '../../packages/server/src/workspace/workspace.js';
import type { Change } from '../bench/editing/client.js';

const uri = 'file:///report.perf';

const NO_FILES: FileSystem = {
  ignoresCase: false,
  readText: async () => ({ ok: false, missing: true, why: { zh: '没有', en: 'none' } }),
  readBytes: async () => undefined,
  realName: (file) => file,
  list: async () => [],
};

function fail(text: string): never {
  throw new Error(text);
}

/** What an update cost, in measures that do not depend on the machine. */
export interface Work {
  /** Items of sections that were gone through. */
  readonly items: number;
  readonly laidOut: number;
  readonly painted: number;
  readonly put: number;
  readonly removed: number;
  readonly marked: number;
}

/** A page as the client shows it: blocks in order, and the marks of each. */
export interface Page {
  readonly blocks: readonly { readonly key: string; readonly html: string }[];
  readonly marks: ReadonlyMap<string, readonly PreviewMark[]>;
}

/** A document with its preview: the server's workspace and renderer, and a client that applies what it is sent. */
export class Previewed {
  readonly workspace = new Workspace(NO_FILES, { info: fail, warn: fail, error: fail });
  readonly #context = {
    workspace: this.workspace,
    configuration: { current: DEFAULT_SETTINGS, language: 'zh' } as never,
  };
  readonly #renderer = new PreviewRenderer(this.#context);
  #version = 1;
  #revision: number | undefined;
  #page: Page = { blocks: [], marks: new Map() };

  constructor(text: string) {
    this.workspace.didOpen({ textDocument: { uri, languageId: 'perf', version: 1, text } });
  }

  get text(): string {
    return this.workspace.textOf(uri) ?? '';
  }

  get page(): Page {
    return this.#page;
  }

  /** What the server holds of it. */
  get rendered(): Rendered | undefined {
    const id = this.#id;
    return id === undefined ? undefined : this.#renderer.last(uri, id);
  }

  get #id(): string | undefined {
    return this.workspace.analysisOf(uri).evaluated(uri).reports[0]?.title;
  }

  edit(change: Change | { readonly text: string }): void {
    this.#version += 1;
    this.workspace.didChange({ textDocument: { uri, version: this.#version }, contentChanges: [change] });
  }

  /** Asks for what is new and applies it. @returns undefined while there is no report */
  async update(): Promise<(Work & { readonly update: PreviewUpdate }) | undefined> {
    const report = this.#id;
    if (report === undefined) return undefined;
    const counted = () => {
      const memory = this.rendered?.memory;
      const { items = 0, blocks: laidOut = 0 } = memory?.layout.work ?? {};
      return { items, laidOut, painted: memory?.paint.work.blocks ?? 0 };
    };
    const before = counted();
    const update = await this.#renderer.update({ uri, report, ...(this.#revision && { since: this.#revision }) });
    if (!update) return undefined;
    const { items, laidOut, painted } = counted();
    this.#revision = update.revision;
    this.#page = applied(this.#page, update);
    const [put, removed] = update.kind === 'full' ? [update.blocks, []] : [update.put, update.removed];
    return {
      update,
      items: items - before.items,
      laidOut: laidOut - before.laidOut,
      painted: painted - before.painted,
      put: put.length,
      removed: removed.length,
      marked: update.marked.length,
    };
  }

  /** The page of the document as it is, for somebody who sees it first. */
  async fresh(): Promise<{ readonly page: Page; readonly rendered: Rendered } | undefined> {
    const report = this.#id;
    if (report === undefined) return undefined;
    const renderer = new PreviewRenderer(this.#context);
    const update = await renderer.update({ uri, report });
    const rendered = renderer.last(uri, report);
    return update && rendered ? { page: applied({ blocks: [], marks: new Map() }, update), rendered } : undefined;
  }
}

/** Exactly what the protocol says, on a list instead of elements. */
function applied(page: Page, update: PreviewUpdate): Page {
  const marks = new Map(update.kind === 'full' ? [] : page.marks);
  const blocks = update.kind === 'full' ? [...update.blocks] : [...page.blocks];
  if (update.kind === 'patch') {
    for (const key of update.removed) {
      blocks.splice(indexOf(blocks, key), 1);
      marks.delete(key);
    }
    for (const { key, html, after } of update.put) {
      const old = blocks.findIndex((block) => block.key === key);
      if (old >= 0) blocks.splice(old, 1);
      blocks.splice(after === null ? 0 : indexOf(blocks, after) + 1, 0, { key, html });
    }
  }
  for (const { key, marks: all } of update.marked) {
    indexOf(blocks, key);
    if (all.length > 0) marks.set(key, all);
    else marks.delete(key);
  }
  return { blocks, marks };
}

function indexOf(blocks: Page['blocks'], key: string): number {
  const index = blocks.findIndex((block) => block.key === key);
  return index < 0 ? fail(`There is no block ${key}`) : index;
}
