import type { Block } from './document.js';
import type { SectionMemory } from './memory.js';

/**
 * One section of the document, or the document itself, while it is laid out. Gives its blocks keys
 * that are unique in the document and survive edits elsewhere: a block is named by the section that
 * holds it and its place among blocks of its kind there.
 */
export class Scope {
  /** Key of the section; empty for the document itself. */
  readonly key: string;
  readonly memory: SectionMemory | undefined;
  readonly #taken = new Map<string, number>();

  constructor(key: string, memory: SectionMemory | undefined) {
    this.key = key;
    this.memory = memory;
    memory?.begin();
  }

  /** The next key for something of this name. */
  next(name: string): string {
    const key = this.nth(name, this.taken(name) + 1);
    this.take(name, 1);
    return key;
  }

  /** How many keys of this name are taken. */
  taken(name: string): number {
    return this.#taken.get(name) ?? 0;
  }

  take(name: string, count: number): void {
    if (count > 0) this.#taken.set(name, this.taken(name) + count);
  }

  /** The key of the nth thing of this name, from 1. */
  nth(name: string, number: number): string {
    const own = number === 1 ? marked(name) : `${marked(name)}~${number}`;
    return this.key === '' ? own : `${this.key}/${own}`;
  }

  /** What `make` gives, or what it gave the last time `from` the same. */
  recall<T>(name: string, from: readonly unknown[], make: () => T): T {
    return this.memory ? this.memory.recall(name, from, make) : make();
  }

  /** The same for blocks. */
  recallBlocks<T extends Block | readonly Block[]>(name: string, from: readonly unknown[], make: () => T): T {
    return this.memory ? this.memory.recallBlocks(name, from, make) : make();
  }
}

/** A title may hold the signs that part a key, or nothing at all; no two names become one. */
function marked(name: string): string {
  if (name === '') return '~e';
  return name.includes('~') || name.includes('/') ? name.replaceAll('~', '~~').replaceAll('/', '~s') : name;
}
