/**
 * Gives the blocks of a document keys that are unique and survive edits elsewhere: a block is named
 * by the section that holds it and its place among blocks of its kind there.
 */
export class Keys {
  readonly #taken = new Map<string, number>();

  /** The next key for a block of this name below the given parent. */
  next(parent: string, name: string): string {
    const base = parent === '' ? name : `${parent}/${name}`;
    const count = (this.#taken.get(base) ?? 0) + 1;
    this.#taken.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  }
}
