/**
 * Gives the blocks of a section keys that are unique in the document and survive edits elsewhere: a
 * block is named by the section that holds it and its place among blocks of its kind there.
 */
export class Keys {
  /** Key of the section; empty for the document itself. */
  readonly parent: string;
  readonly #taken = new Map<string, number>();

  constructor(parent = '') {
    this.parent = parent;
  }

  /** The next key for something of this name. */
  next(name: string): string {
    const key = this.nth(name, this.taken(name) + 1);
    this.take(name, 1);
    return key;
  }

  /** The keys of a section that is named next. */
  below(name: string): Keys {
    return new Keys(this.next(name));
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
    return this.parent === '' ? own : `${this.parent}/${own}`;
  }
}

const SIGNS = /[~/]/g;

/** A title may hold the signs that part a key, or nothing at all; no two names become one. */
function marked(name: string): string {
  if (name === '') return '~e';
  return name.replace(SIGNS, (sign) => (sign === '~' ? '~~' : '~s'));
}
